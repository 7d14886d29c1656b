import type { Tx } from '@lianban/db'
import type { Sentence } from '@lianban/kernel'
import { type HandoffMove, handoffMoves, toDoList } from '@lianban/law'
import { eq, or } from 'drizzle-orm'
import type { DeskTask, TaskSource } from '../desk-task.ts'
import { type HandoffRow, type Receipt, recordIdOf } from './handoff.ts'
import { handoffSummaries } from './list.ts'
import { handoffsWhere, receiptsOf, returnsOf } from './store.ts'
import { handoffs } from './table.ts'

type Name = (name: string) => Sentence

/** What waits is told by the first step that the officer may take, as the table of the kind lists them. */
const titles: Partial<Record<HandoffMove['deed'], Name>> = {
  dispatch: (name) => ({ zh: `发出移送：${name}`, en: `Dispatch the handoff: ${name}` }),
  deliver: (name) => ({ zh: `签收移送：${name}`, en: `Sign for the handoff: ${name}` }),
  sign: (name) => ({ zh: `签收移送：${name}`, en: `Sign for the handoff: ${name}` }),
  accept: (name) => ({ zh: `受理或退回移送：${name}`, en: `Accept or return the handoff: ${name}` }),
  act: (name) => ({ zh: `办理并反馈移送：${name}`, en: `Act on the handoff: ${name}` }),
  answer: (name) => ({ zh: `处理移送的答复：${name}`, en: `Answer about the handoff: ${name}` }),
  oversee: (name) => ({ zh: `监督或裁决移送：${name}`, en: `Oversee or decide the handoff: ${name}` }),
}
/** The desk counts by these; delivery and signature wait for the same people. */
const kinds: Partial<Record<HandoffMove['deed'], string>> = { deliver: 'sign' }

/** Packages to let go, to sign for, to accept or return, to act on and to answer; and what came back, reason by reason. */
export const handoffTasks: TaskSource = async ({ officer, tx, hub }) => {
  const { policy, law } = hub
  const ours = or(
    eq(handoffs.toAgencyId, officer.agencyId),
    eq(handoffs.fromAgencyId, officer.agencyId),
    eq(handoffs.overseerAgencyId, officer.agencyId),
  )
  const rows = await handoffsWhere(tx, policy.visible(officer, 'read', 'Handoff'), ours)
  const waiting: { row: HandoffRow; move: HandoffMove }[] = []
  for (const row of rows.filter((one) => !isSentAnew(one, rows))) {
    const open = handoffMoves(law, { ...row, returns: row.standing === 'returned' ? await returnsOf(tx, row) : 0 })
    const move = open.find(
      ({ deed, isAwaited }) => isAwaited && titles[deed] && policy.allows(officer, deed, 'Handoff', row),
    )
    if (move && !(await waitsForThem(tx, row, move))) waiting.push({ row, move })
  }
  const told = await handoffSummaries(
    { tx, hub },
    waiting.map(({ row }) => row),
  )
  const receipts = await receiptsOf(
    tx,
    waiting.map(({ row }) => row.id),
  )
  return waiting.flatMap(({ move }, i): DeskTask[] => {
    const handoff = told[i]!
    const task = {
      note: {
        zh: `${handoff.number} · ${handoff.kindWords.zh} · ${handoff.from.shortZh} → ${handoff.to.shortZh}`,
        en: `${handoff.number} · ${handoff.kindWords.en} · ${handoff.from.shortEn} → ${handoff.to.shortEn}`,
      },
      at: move.deed === 'dispatch' ? handoff.preparedAt : (handoff.dispatchedAt ?? handoff.preparedAt),
      dueAt: null,
      href: `/handoffs/${handoff.id}`,
    }
    const back = move.by === 'sender' ? reasonsOf(receipts, handoff.id) : []
    const title = titles[move.deed]!(handoff.caseName ?? handoff.number)
    if (back.length === 0) return [{ ...task, kind: `handoff.${kinds[move.deed] ?? move.deed}`, id: handoff.id, title }]
    return toDoList(law, back).map(({ code, toDo }) => ({
      ...task,
      kind: 'handoff.supply',
      id: `${handoff.id}.${code}`,
      title: { zh: `${handoff.number}：${toDo.zh}`, en: `${handoff.number}: ${toDo.en}` },
    }))
  })
}

/** What was sent or signed for is with the other side, whatever else the sender could do about it. */
async function waitsForThem(tx: Tx, { id }: HandoffRow, { deed }: HandoffMove): Promise<boolean> {
  const last = deed === 'answer' ? (await receiptsOf(tx, [id])).at(-1) : undefined
  return last !== undefined && ['dispatched', 'delivered', 'signed_for'].includes(last.rung)
}

/** What came back and was prepared once more waits as what was prepared. */
const isSentAnew = (row: HandoffRow, rows: readonly HandoffRow[]): boolean =>
  row.state === 'returned' &&
  rows.some(
    (other) => other.kind === row.kind && recordIdOf(other) === recordIdOf(row) && other.preparedAt > row.preparedAt,
  )

/** The reasons of the last receipt, as long as nobody has answered them. */
const reasonsOf = (receipts: readonly Receipt[], id: string): readonly string[] =>
  receipts.findLast(({ handoffId }) => handoffId === id)?.reasons ?? []

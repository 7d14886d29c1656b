import type { Sentence } from '@lianban/kernel'
import { assistanceMoves } from '@lianban/law'
import { and, eq, inArray, or } from 'drizzle-orm'
import type { DeskTask, TaskSource } from '../desk-task.ts'
import { type AssistanceDeed, foreseenOf } from './assistance.ts'
import { pressingAssistances, receiptsOf } from './store.ts'
import { assistanceSummaries } from './summaries.ts'
import { assistances } from './table.ts'

const titles: Record<AssistanceDeed, (what: string) => Sentence> = {
  send: (what) => ({ zh: `批准发出协查：${what}`, en: `Approve a request: ${what}` }),
  receive: (what) => ({ zh: `签收、认领协查：${what}`, en: `Sign in or claim a request: ${what}` }),
  assign: (what) => ({ zh: `交办协查：${what}`, en: `Assign a request: ${what}` }),
  act: (what) => ({ zh: `办理协查：${what}`, en: `Act on a request: ${what}` }),
  reply: (what) => ({ zh: `答复协查：${what}`, en: `Reply to a request: ${what}` }),
  refuse: (what) => ({ zh: `处理协查：${what}`, en: `Decide on a request: ${what}` }),
  answer: (what) => ({ zh: `处理协查答复：${what}`, en: `Answer about a request: ${what}` }),
  oversee: (what) => ({ zh: `裁决协查争议：${what}`, en: `Decide a dispute: ${what}` }),
}

/** What a side waits for while the other moves is no task of its own. */
const waitsFor: Readonly<Record<string, readonly AssistanceDeed[]>> = {
  drafted: ['send'],
  sent: ['receive'],
  signed_in: ['receive'],
  accepted: ['receive'],
  ordered: ['receive'],
  claimed: ['act', 'reply'],
  assigned: ['act', 'reply'],
  in_field: ['act', 'reply'],
  partly_replied: ['reply'],
  objected: ['act', 'reply'],
  incomplete: ['answer'],
  clarifying: ['answer'],
  extension_asked: ['answer'],
  refused: ['answer'],
  replied: ['answer'],
  disputed: ['oversee'],
}

/** Requests that wait for this officer: to let go, to sign in, to handle, to answer about, to decide. */
export const assistanceTasks: TaskSource = async ({ officer, tx, hub }) => {
  const { law, policy } = hub
  const ours = or(
    and(eq(assistances.toAgencyId, officer.agencyId), inArray(assistances.state, ['sent', 'open'])),
    and(
      eq(assistances.fromAgencyId, officer.agencyId),
      inArray(assistances.state, ['drafted', 'open', 'refused', 'replied']),
    ),
    and(eq(assistances.overseerAgencyId, officer.agencyId), eq(assistances.state, 'contested')),
  )
  const rows = await pressingAssistances(tx, and(policy.filter(officer, 'read', 'Assistance'), ours), { limit: 100 })
  const receipts = await receiptsOf(
    tx,
    rows.map(({ id }) => id),
  )
  const told = await assistanceSummaries({ tx, hub, officer }, rows)
  return told.flatMap((one, i): DeskTask[] => {
    const row = rows[i]!
    const taken = receipts.filter(({ assistanceId }) => assistanceId === row.id).map(({ move }) => move)
    const isOthers = row.assignedTo !== null && row.assignedTo !== officer.id && row.toAgencyId === officer.agencyId
    const move = assistanceMoves(law, { standing: row.standing, taken }).find(
      ({ deed }) => waitsFor[row.standing]?.includes(deed) && policy.allows(officer, deed, 'Assistance', row),
    )
    if (!move || isOthers) return []
    return [
      {
        kind: `assistance.${move.deed}`,
        id: row.id,
        title: titles[move.deed](one.number),
        note: {
          zh: `${one.kindWords.zh} · ${one.urgencyWords.zh} · ${one.from.shortZh} → ${one.to.shortZh}`,
          en: `${one.kindWords.en} · ${one.urgencyWords.en} · ${one.from.shortEn} → ${one.to.shortEn}`,
        },
        at: row.sentAt ?? row.askedAt,
        dueAt: row.dueAt ?? foreseenOf(row),
        href: `/assistance/${row.id}`,
      },
    ]
  })
}

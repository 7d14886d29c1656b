import type { Tx } from '@lianban/db'
import { CaseId, ClueId } from '@lianban/kernel'
import { kindOfHandoff } from '@lianban/law'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { agencyCards } from '../agencies/index.ts'
import { casesByIds } from '../cases/index.ts'
import { nearestClocks } from '../clock-board/index.ts'
import { cluesByIds } from '../clues/index.ts'
import type { Hub } from '../hub.ts'
import { list } from '../query.ts'
import type { HandoffRow } from './handoff.ts'
import { handoffsWhere, receiptsOf } from './store.ts'
import { handoffs } from './table.ts'

/** Handoffs as a list shows them. The record is named only to those who see it; a receiver has the letter's number. */
export async function handoffSummaries({ tx, hub }: { tx: Tx; hub: Hub }, rows: readonly HandoffRow[]) {
  const cards = await agencyCards(
    tx,
    rows.flatMap((row) => [row.fromAgencyId, row.toAgencyId]),
  )
  const cases = await casesByIds(
    tx,
    rows.flatMap(({ caseId }) => caseId ?? []),
  )
  const clues = await cluesByIds(
    tx,
    rows.flatMap(({ clueId }) => clueId ?? []),
  )
  const receipts = await receiptsOf(
    tx,
    rows.map((row) => row.id),
  )
  return rows.map((row) => {
    const { words, table } = kindOfHandoff(hub.law, row.kind)
    const own = receipts.filter(({ handoffId }) => handoffId === row.id)
    const sent = own.find(({ rung, version }) => rung === 'dispatched' || (rung === 'forwarded' && version === 1))
    return {
      id: row.id,
      number: row.number,
      kind: row.kind,
      kindWords: words,
      caseId: row.caseId,
      clueId: row.clueId,
      caseName: (row.caseId && cases.get(row.caseId)?.name) || (row.clueId && clues.get(row.clueId)?.title) || null,
      from: cards.get(row.fromAgencyId)!,
      to: cards.get(row.toAgencyId)!,
      state: row.state,
      standing: row.standing,
      standingWords: table.states[row.standing]!.words,
      isForwarded: row.forwardsId !== null,
      packageDigest: row.packageDigest,
      preparedAt: row.preparedAt,
      dispatchedAt: sent?.givenAt ?? null,
      movedAt: own.at(-1)?.givenAt ?? row.preparedAt,
      version: row.version,
    }
  })
}

/** The agency's inbox or outbox, or everything handed over in one case or of one clue. */
export const listHandoffs = list({
  name: 'handoff.list',
  input: z.strictObject({ box: z.enum(['in', 'out', 'case']), caseId: CaseId.optional(), clueId: ClueId.optional() }),
  async run({ input, officer, tx, now, hub }) {
    const rows = await handoffsWhere(
      tx,
      hub.policy.visible(officer, 'read', 'Handoff'),
      input.box === 'in' ? eq(handoffs.toAgencyId, officer.agencyId) : undefined,
      input.box === 'out' ? eq(handoffs.fromAgencyId, officer.agencyId) : undefined,
      input.caseId ? eq(handoffs.caseId, input.caseId) : undefined,
      input.clueId ? eq(handoffs.clueId, input.clueId) : undefined,
    )
    const ids = rows.map((row) => row.id)
    const clocks = await nearestClocks(tx, ids, { officer, hub, now })
    const given = input.box === 'case' ? await receiptsOf(tx, ids) : []
    const items = (await handoffSummaries({ tx, hub }, rows)).map((item) => {
      const { moves, states } = kindOfHandoff(hub.law, item.kind).table
      return {
        ...item,
        /** What runs out next. */
        clock: clocks.get(item.id) ?? null,
        /** In one case, how far it came, rung by rung. */
        rungs: given
          .filter(({ handoffId }) => handoffId === item.id)
          .map(({ version, move, standing, givenAt, agencyId }) => ({
            version,
            words: moves.find(({ id }) => id === move)?.words ?? states[standing]!.words,
            by:
              agencyId === item.from.id ? ('sender' as const) : agencyId === item.to.id ? ('receiver' as const) : null,
            at: givenAt,
          })),
      }
    })
    return { items }
  },
})

import type { Tx } from '@lianban/db'
import { CaseId } from '@lianban/kernel'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { agencyCards } from '../agencies/index.ts'
import { casesByIds } from '../cases/index.ts'
import { list } from '../query.ts'
import type { HandoffRow } from './handoff.ts'
import { handoffsWhere, receiptsOf } from './store.ts'
import { handoffs } from './table.ts'

/** Handoffs as a list shows them. The case is named only to those who see it; a receiver has the letter's number. */
export async function handoffSummaries(tx: Tx, rows: readonly HandoffRow[]) {
  const cards = await agencyCards(
    tx,
    rows.flatMap((row) => [row.fromAgencyId, row.toAgencyId]),
  )
  const cases = await casesByIds(
    tx,
    rows.map((row) => row.caseId),
  )
  const receipts = await receiptsOf(
    tx,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    kind: row.kind,
    caseId: row.caseId,
    caseName: cases.get(row.caseId)?.name ?? null,
    from: cards.get(row.fromAgencyId)!,
    to: cards.get(row.toAgencyId)!,
    state: row.state,
    packageDigest: row.packageDigest,
    preparedAt: row.preparedAt,
    dispatchedAt:
      receipts.find((receipt) => receipt.handoffId === row.id && receipt.rung === 'dispatched')?.givenAt ?? null,
    version: row.version,
  }))
}

/** The agency's inbox or outbox, or everything handed over in one case. */
export const listHandoffs = list({
  name: 'handoff.list',
  input: z.strictObject({ box: z.enum(['in', 'out', 'case']), caseId: CaseId.optional() }),
  async run({ input, officer, tx, hub }) {
    const rows = await handoffsWhere(
      tx,
      hub.policy.visible(officer, 'read', 'Handoff'),
      input.box === 'in' ? eq(handoffs.toAgencyId, officer.agencyId) : undefined,
      input.box === 'out' ? eq(handoffs.fromAgencyId, officer.agencyId) : undefined,
      input.caseId ? eq(handoffs.caseId, input.caseId) : undefined,
    )
    return { items: await handoffSummaries(tx, rows) }
  },
})

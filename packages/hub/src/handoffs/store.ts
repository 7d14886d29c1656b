import type { Tx } from '@lianban/db'
import { type CaseId, type HandoffId, unseen } from '@lianban/kernel'
import { and, asc, desc, eq, inArray, notInArray, type SQL } from 'drizzle-orm'
import { grantsOn } from '../grants/index.ts'
import type { Handoff, HandoffRow, PackageItem, Receipt } from './handoff.ts'
import { refusals } from './refusals.ts'
import { handoffItems, handoffReceipts, handoffs } from './table.ts'

export async function findHandoff(tx: Tx, id: HandoffId, options: { lock?: boolean } = {}): Promise<HandoffRow> {
  const found = tx.select().from(handoffs).where(eq(handoffs.id, id))
  const [row] = options.lock ? await found.for('update') : await found
  if (!row) throw unseen()
  return (await withGrants(tx, [row]))[0]!
}

export async function handoffsWhere(tx: Tx, ...filters: (SQL | undefined)[]): Promise<HandoffRow[]> {
  const rows = await tx
    .select()
    .from(handoffs)
    .where(and(...filters))
    .orderBy(desc(handoffs.preparedAt), desc(handoffs.id))
    .limit(200)
  return withGrants(tx, rows)
}

export async function assertFree(
  tx: Tx,
  caseId: CaseId,
  handoff: Pick<Handoff, 'fromAgencyId' | 'number'>,
): Promise<void> {
  const [open] = await tx
    .select({ number: handoffs.number })
    .from(handoffs)
    .where(and(eq(handoffs.caseId, caseId), notInArray(handoffs.state, ['returned', 'cancelled'])))
  if (open) throw refusals.alreadyUnderWay(open.number)
  const taken = await tx
    .select({ id: handoffs.id })
    .from(handoffs)
    .where(and(eq(handoffs.fromAgencyId, handoff.fromAgencyId), eq(handoffs.number, handoff.number)))
  if (taken.length) throw refusals.numberTaken(handoff.number)
}

export async function insertHandoff(tx: Tx, handoff: Handoff, items: readonly PackageItem[]): Promise<void> {
  await tx.insert(handoffs).values(handoff)
  await tx.insert(handoffItems).values(items.map((item) => ({ ...item, handoffId: handoff.id })))
}

export async function saveMove(tx: Tx, handoff: Handoff, receipt: Receipt): Promise<void> {
  await tx.update(handoffs).set({ state: handoff.state, version: handoff.version }).where(eq(handoffs.id, handoff.id))
  await tx.insert(handoffReceipts).values(receipt)
}

export const itemsOf = (tx: Tx, id: HandoffId): Promise<PackageItem[]> =>
  tx
    .select({
      position: handoffItems.position,
      kind: handoffItems.kind,
      recordId: handoffItems.recordId,
      title: handoffItems.title,
      content: handoffItems.content,
      digest: handoffItems.digest,
    })
    .from(handoffItems)
    .where(eq(handoffItems.handoffId, id))
    .orderBy(asc(handoffItems.position))

export async function receiptsOf(tx: Tx, ids: readonly HandoffId[]): Promise<Receipt[]> {
  if (!ids.length) return []
  return tx
    .select()
    .from(handoffReceipts)
    .where(inArray(handoffReceipts.handoffId, [...ids]))
    .orderBy(asc(handoffReceipts.givenAt), asc(handoffReceipts.id))
}

async function withGrants(tx: Tx, rows: readonly Handoff[]): Promise<HandoffRow[]> {
  const grants = await grantsOn(
    tx,
    'Case',
    rows.map((row) => row.caseId),
  )
  return rows.map((row) => ({ ...row, caseGrants: grants.get(row.caseId) ?? [] }))
}

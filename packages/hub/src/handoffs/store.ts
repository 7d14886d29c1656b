import type { Tx } from '@lianban/db'
import { type CaseId, type HandoffId, unseen } from '@lianban/kernel'
import type { Visible } from '@lianban/policy'
import { and, asc, desc, eq, inArray, notInArray, type SQL, sql } from 'drizzle-orm'
import { circlesOf } from '../circles/index.ts'
import { grantsOn } from '../grants/index.ts'
import { lock } from '../lock.ts'
import { unlessTaken } from '../unless-taken.ts'
import type { Handoff, HandoffRow, PackageItem, Receipt } from './handoff.ts'
import { refusals } from './refusals.ts'
import { handoffItems, handoffReceipts, handoffs } from './table.ts'

export async function findHandoff(tx: Tx, id: HandoffId, options: { lock?: boolean } = {}): Promise<HandoffRow> {
  if (options.lock) await lock(tx, 'Handoff', id)
  const [row] = await tx.select().from(handoffs).where(eq(handoffs.id, id))
  if (!row) throw unseen()
  return (await withRelated(tx, [row]))[0]!
}

/** The newest two hundred of the visible handoffs that meet the filters. */
export async function handoffsWhere(tx: Tx, visible: Visible, ...filters: (SQL | undefined)[]): Promise<HandoffRow[]> {
  const page = visible.page({ limit: 200, where: and(...filters) })
  const rows = await tx
    .select({ row: handoffs })
    .from(handoffs)
    .innerJoin(sql`${page} as page`, sql`page.id = ${handoffs.id}`)
    .orderBy(desc(handoffs.preparedAt), desc(handoffs.id))
  return withRelated(
    tx,
    rows.map(({ row }) => row),
  )
}

export async function assertFree(tx: Tx, caseId: CaseId): Promise<void> {
  const [open] = await tx
    .select({ number: handoffs.number })
    .from(handoffs)
    .where(and(eq(handoffs.caseId, caseId), notInArray(handoffs.state, ['returned', 'cancelled'])))
  if (open) throw refusals.alreadyUnderWay(open.number)
}

export async function insertHandoff(tx: Tx, handoff: Handoff, items: readonly PackageItem[]): Promise<void> {
  await unlessTaken(
    'handoffs_from_agency_id_number_key',
    () => refusals.numberTaken(handoff.number),
    tx.insert(handoffs).values(handoff),
  )
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

async function withRelated(tx: Tx, rows: readonly Handoff[]): Promise<HandoffRow[]> {
  const caseIds = rows.map((row) => row.caseId)
  const [grants, circles] = [await grantsOn(tx, 'Case', caseIds), await circlesOf(tx, caseIds)]
  return rows.map((row) => ({ ...row, caseGrants: grants.get(row.caseId) ?? [], circle: circles.get(row.caseId)! }))
}

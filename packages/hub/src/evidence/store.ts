import type { Tx } from '@lianban/db'
import { type CaseId, type EvidenceId, stale, unseen } from '@lianban/kernel'
import { asc, eq, inArray, sql } from 'drizzle-orm'
import { findCase } from '../cases/index.ts'
import { lock } from '../lock.ts'
import { standingIn } from '../standing/index.ts'
import type { EvidenceItem, EvidenceRow } from './evidence-item.ts'
import { evidenceConversions, evidenceCures, evidenceItems } from './table.ts'

/** One item with its case; an officer who does not know the case does not know the item. */
export async function findItem(tx: Tx, id: EvidenceId, options: { lock?: boolean } = {}): Promise<EvidenceRow> {
  if (options.lock) await lock(tx, 'EvidenceItem', id)
  const [item] = await tx.select().from(evidenceItems).where(eq(evidenceItems.id, id))
  if (!item) throw unseen()
  const ofCase = await findCase(tx, item.caseId)
  return { ...item, ofCase, standing: standingIn(ofCase) }
}

export const itemsOfCase = (tx: Tx, caseId: CaseId): Promise<EvidenceItem[]> =>
  tx.select().from(evidenceItems).where(eq(evidenceItems.caseId, caseId)).orderBy(asc(evidenceItems.number))

export const itemsByIds = (tx: Tx, ids: readonly EvidenceId[]): Promise<EvidenceItem[]> =>
  ids.length
    ? tx
        .select()
        .from(evidenceItems)
        .where(inArray(evidenceItems.id, [...ids]))
        .orderBy(asc(evidenceItems.number))
    : Promise.resolve([])

export const madeFrom = (tx: Tx, id: EvidenceId): Promise<EvidenceItem[]> =>
  tx.select().from(evidenceItems).where(eq(evidenceItems.parentId, id)).orderBy(asc(evidenceItems.number))

/** The next number of the case; to be asked under the lock of its register. */
export async function nextNumber(tx: Tx, caseId: CaseId): Promise<number> {
  const { rows } = await tx.execute<{ last: number }>(
    sql`select coalesce(max(number), 0)::int as last from evidence_items where case_id = ${caseId}`,
  )
  return rows[0]!.last + 1
}

/** Writes fields over the old ones of an item that is locked. */
export async function saveItem(
  tx: Tx,
  { id, version }: Pick<EvidenceItem, 'id' | 'version'>,
  fields: Partial<EvidenceItem>,
): Promise<void> {
  await tx
    .update(evidenceItems)
    .set({ ...fields, version: version + 1 })
    .where(eq(evidenceItems.id, id))
}

/** What was seen is what is there, or the page is out of date. */
export function assertSeen({ version }: Pick<EvidenceItem, 'version'>, expected: number): void {
  if (version !== expected) throw stale({ expected, found: version })
}

export const curesOf = (tx: Tx, ids: readonly EvidenceId[]) =>
  ids.length
    ? tx
        .select()
        .from(evidenceCures)
        .where(inArray(evidenceCures.itemId, [...ids]))
        .orderBy(asc(evidenceCures.curedAt))
    : Promise.resolve([])

export const conversionsOf = (tx: Tx, ids: readonly EvidenceId[]) =>
  ids.length
    ? tx
        .select()
        .from(evidenceConversions)
        .where(inArray(evidenceConversions.itemId, [...ids]))
    : Promise.resolve([])

import type { Tx } from '@lianban/db'
import { type AgencyId, type CaseId, type HandoffId, unseen } from '@lianban/kernel'
import type { Visible } from '@lianban/policy'
import { and, asc, count, desc, eq, inArray, lte, ne, type SQL, sql } from 'drizzle-orm'
import { circlesOfHandoffs } from '../circles/index.ts'
import { grantsOn } from '../grants/index.ts'
import { lock } from '../lock.ts'
import { unlessTaken } from '../unless-taken.ts'
import { type Handoff, type HandoffRow, type PackageItem, type Receipt, recordIdOf } from './handoff.ts'
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

/** The handoffs of these kinds that a case has, whatever the officer may read of them: the newest first, a forwarded one before what it came from. */
export async function handoffsOfCase(tx: Tx, caseId: CaseId, kinds: readonly string[]): Promise<HandoffRow[]> {
  const rows = await tx
    .select()
    .from(handoffs)
    .where(and(eq(handoffs.caseId, caseId), inArray(handoffs.kind, [...kinds]), ne(handoffs.state, 'cancelled')))
    .orderBy(desc(handoffs.preparedAt), desc(handoffs.id))
  return withRelated(tx, rows)
}

export async function handoffsByIds(tx: Tx, ids: readonly HandoffId[]): Promise<ReadonlyMap<HandoffId, Handoff>> {
  const rows = ids.length
    ? await tx
        .select()
        .from(handoffs)
        .where(inArray(handoffs.id, [...ids]))
    : []
  return new Map(rows.map((row) => [row.id, row]))
}

/** While it is on its way or contested, a handoff keeps others of its record back. */
const underWay = ['prepared', 'dispatched', 'delivered', 'signed_for', 'contested'] as const

/** The numbers of the handoffs that are under way with the case, of whatever kind. */
export async function underWayIn(tx: Tx, caseId: CaseId): Promise<string[]> {
  const rows = await tx
    .select({ number: handoffs.number })
    .from(handoffs)
    .where(and(eq(handoffs.caseId, caseId), inArray(handoffs.state, [...underWay])))
    .orderBy(handoffs.number)
  return rows.map(({ number }) => number)
}

/** Of the kinds that move the case itself, one at a time. */
export async function assertFree(
  tx: Tx,
  handoff: Pick<Handoff, 'caseId' | 'clueId'> & { readonly id?: HandoffId },
  moving: readonly string[],
): Promise<void> {
  const [open] = await tx
    .select({ number: handoffs.number })
    .from(handoffs)
    .where(
      and(
        eq(handoffs.recordId, recordIdOf(handoff)),
        inArray(handoffs.state, [...underWay]),
        inArray(handoffs.kind, [...moving]),
        handoff.id && ne(handoffs.id, handoff.id),
      ),
    )
  if (open) throw refusals.alreadyUnderWay(open.number)
}

/** How often a package of this kind came back for the record. */
export async function returnsOf(
  tx: Tx,
  { kind, fromAgencyId, ...record }: Pick<Handoff, 'kind' | 'caseId' | 'clueId' | 'fromAgencyId'>,
): Promise<number> {
  const [found] = await tx
    .select({ returns: count() })
    .from(handoffReceipts)
    .innerJoin(handoffs, eq(handoffs.id, handoffReceipts.handoffId))
    .where(
      and(
        eq(handoffReceipts.rung, 'returned'),
        eq(handoffs.recordId, recordIdOf(record)),
        eq(handoffs.kind, kind),
        eq(handoffs.fromAgencyId, fromAgencyId),
      ),
    )
  return found?.returns ?? 0
}

/** Whether it was decided that this receiver need not take the matter. */
export async function wasDecidedAgainst(
  tx: Tx,
  { kind, toAgencyId, ...record }: Pick<Handoff, 'kind' | 'caseId' | 'clueId'> & { readonly toAgencyId: AgencyId },
): Promise<boolean> {
  const found = await tx
    .select({ id: handoffs.id })
    .from(handoffReceipts)
    .innerJoin(handoffs, eq(handoffs.id, handoffReceipts.handoffId))
    .where(
      and(
        eq(handoffReceipts.move, 'decide_for_receiver'),
        eq(handoffs.recordId, recordIdOf(record)),
        eq(handoffs.kind, kind),
        eq(handoffs.toAgencyId, toAgencyId),
      ),
    )
    .limit(1)
  return found.length > 0
}

export async function insertHandoff(tx: Tx, handoff: Handoff, items: readonly PackageItem[]): Promise<void> {
  await unlessTaken(
    'handoffs_from_agency_id_number_key',
    () => refusals.numberTaken(handoff.number),
    tx.insert(handoffs).values(handoff),
  )
  await tx.insert(handoffItems).values(items.map((item) => ({ ...item, handoffId: handoff.id })))
}

export async function insertReceipt(tx: Tx, receipt: Receipt): Promise<void> {
  await tx.insert(handoffReceipts).values(receipt)
}

export async function saveMove(tx: Tx, { id, ...handoff }: Handoff, receipt: Receipt): Promise<void> {
  const { state, standing, version, overseerAgencyId } = handoff
  await insertReceipt(tx, receipt)
  await tx.update(handoffs).set({ state, standing, version, overseerAgencyId }).where(eq(handoffs.id, id))
}

export async function itemsOf(tx: Tx, id: HandoffId): Promise<PackageItem[]> {
  const rows = await tx
    .select()
    .from(handoffItems)
    .where(eq(handoffItems.handoffId, id))
    .orderBy(asc(handoffItems.position))
  return rows.map(({ handoffId: _of, ...item }) => item)
}

/** In the order in which they were given; up to a version where one is named. */
export async function receiptsOf(tx: Tx, ids: readonly HandoffId[], upTo?: number): Promise<Receipt[]> {
  if (!ids.length) return []
  return tx
    .select()
    .from(handoffReceipts)
    .where(
      and(
        inArray(handoffReceipts.handoffId, [...ids]),
        upTo === undefined ? undefined : lte(handoffReceipts.version, upTo),
      ),
    )
    .orderBy(asc(handoffReceipts.version), asc(handoffReceipts.id))
}

async function withRelated(tx: Tx, found: readonly (Handoff & { recordId?: string | null })[]): Promise<HandoffRow[]> {
  const rows = found.map(({ recordId: _made, ...row }) => row)
  const grants = await grantsOn(
    tx,
    'Case',
    rows.flatMap(({ caseId }) => caseId ?? []),
  )
  const circles = await circlesOfHandoffs(
    tx,
    rows.map(({ circleId }) => circleId),
  )
  return rows.map((row) => ({
    ...row,
    caseGrants: (row.caseId && grants.get(row.caseId)) || [],
    circle: circles.get(row.circleId)!,
  }))
}

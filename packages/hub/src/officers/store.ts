import type { Tx } from '@lianban/db'
import { agencies, officers, type Role } from '@lianban/identity'
import { type OfficerChangeId, type OfficerId, unseen } from '@lianban/kernel'
import { and, asc, count, desc, eq, type SQL, sql } from 'drizzle-orm'
import { lock } from '../lock.ts'
import type { OfficerChange } from './officer-change.ts'
import { officerChanges } from './table.ts'

/** An officer of the register with what rules ask about one. */
export type Registered = {
  readonly officer: typeof officers.$inferSelect
  readonly agency: typeof agencies.$inferSelect
}

export async function findRegistered(tx: Tx, id: OfficerId): Promise<Registered> {
  const [found] = await tx
    .select({ officer: officers, agency: agencies })
    .from(officers)
    .innerJoin(agencies, eq(agencies.id, officers.agencyId))
    .where(eq(officers.id, id))
  if (!found) throw unseen()
  return found
}

/** Waits for its turn at these officers, in one order for everybody. */
export async function lockOfficers(tx: Tx, ids: readonly OfficerId[]): Promise<void> {
  for (const id of [...new Set(ids)].toSorted()) await lock(tx, 'Officer', id)
}

/** Agency by agency in the order of their registration, and in each as its officers came. */
export async function listRegistered(
  tx: Tx,
  { limit, place }: { readonly limit: number; readonly place: SQL | undefined },
  ...conditions: (SQL | undefined)[]
) {
  const where = and(...conditions)
  const rows = await tx
    .select({ officer: officers, agency: agencies })
    .from(officers)
    .innerJoin(agencies, eq(agencies.id, officers.agencyId))
    .where(and(where, place))
    .orderBy(asc(agencies.registeredAt), asc(officers.id))
    .limit(limit)
  const [counted] = await tx.select({ total: count() }).from(officers).where(where)
  return { rows, total: counted?.total ?? 0 }
}

/** When each of these officers signed in last; whoever never did is not in it. */
export async function lastSignIns(tx: Tx, ids: readonly OfficerId[]): Promise<ReadonlyMap<OfficerId, Date>> {
  const { rows } = await tx.execute<{ officer_id: OfficerId; at: string }>(
    sql`select officer_id, at::text from last_sign_ins(${sql.param([...ids])}::uuid[])`,
  )
  return new Map(rows.map((row) => [row.officer_id, new Date(row.at)]))
}

export async function changeOfficer(
  tx: Tx,
  id: OfficerId,
  changed: { roles?: Role[]; state?: 'active' | 'suspended' },
): Promise<void> {
  await tx
    .update(officers)
    .set({ ...changed, version: sql`${officers.version} + 1` })
    .where(eq(officers.id, id))
}

export async function lockChange(tx: Tx, id: OfficerChangeId): Promise<OfficerChange> {
  await lock(tx, 'OfficerChange', id)
  const [row] = await tx.select().from(officerChanges).where(eq(officerChanges.id, id))
  if (!row) throw unseen()
  return row
}

export const listChanges = (tx: Tx, limit: number, ...conditions: (SQL | undefined)[]): Promise<OfficerChange[]> =>
  tx
    .select()
    .from(officerChanges)
    .where(and(...conditions))
    .orderBy(desc(officerChanges.id))
    .limit(limit)

export async function insertChange(tx: Tx, change: OfficerChange): Promise<void> {
  await tx.insert(officerChanges).values({ ...change, lines: [...change.lines] })
}

export type Decision = Pick<OfficerChange, 'state' | 'decidedBy' | 'decidedAt' | 'note'>

export async function saveDecision(tx: Tx, id: OfficerChangeId, decision: Decision): Promise<void> {
  const saved = await tx
    .update(officerChanges)
    .set(decision)
    .where(eq(officerChanges.id, id))
    .returning({ id: officerChanges.id })
  // The wall lets no decision through of somebody who lost the office a moment ago.
  if (saved.length === 0) throw unseen()
}

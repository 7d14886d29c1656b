import type { Tx } from '@lianban/db'
import type { GrantId, OfficerId } from '@lianban/kernel'
import { and, asc, count, eq, gt, lte, not, or, type SQL, sql } from 'drizzle-orm'
import { type Grant, type GrantRow, grants, withCircles } from '../grants/index.ts'
import { afterUpwards } from '../page.ts'

/** When a grant was last reviewed, or else given. */
const reviewed = sql`coalesce(${grants.reviewedAt}, ${grants.givenAt})`

/** Live grants, the one that waited longest for a review first. */
export async function liveGrants(
  tx: Tx,
  { wanted, now, limit, cursor }: { wanted: SQL | undefined; now: Date; limit: number; cursor?: string | undefined },
): Promise<GrantRow[]> {
  const rows = await tx
    .select()
    .from(grants)
    .where(and(isLiveAt(now), wanted, afterUpwards(cursor, reviewed, grants.id)))
    .orderBy(asc(reviewed), asc(grants.id))
    .limit(limit)
  return withCircles(tx, rows)
}

export async function countLiveGrants(tx: Tx, wanted: SQL | undefined, now: Date): Promise<number> {
  const [found] = await tx
    .select({ total: count() })
    .from(grants)
    .where(and(isLiveAt(now), wanted))
  return found?.total ?? 0
}

const isLiveAt = (now: Date) => and(eq(grants.state, 'live'), gt(grants.expiresAt, now))

/** Those that were not reviewed since. */
export const overdueSince = (due: Date): SQL => lte(reviewed, due)

/** Those that deserve a look: due, idle since, or to an officer who is suspended. */
export function concerning({ due, idle }: { readonly due: Date; readonly idle: Date }): SQL | undefined {
  const opened = (until: SQL) =>
    sql`exists (select from last_opened(array[${grants.id}]) o where o.at is not null and ${until})`
  return or(
    overdueSince(due),
    sql`exists (select from suspended_grantees(array[${grants.id}]))`,
    and(lte(grants.givenAt, idle), not(opened(sql`true`))),
    opened(sql`o.at <= ${idle.toISOString()}::timestamptz`),
  )
}

/** When somebody of the grantee last opened the record, by grant; nothing for what was never opened. */
export async function lastOpened(tx: Tx, ids: readonly GrantId[]): Promise<ReadonlyMap<GrantId, Date>> {
  const { rows } = await tx.execute<{ grant_id: GrantId; at: string | null }>(
    sql`select grant_id, at::text from last_opened(${sql.param([...ids])}::uuid[])`,
  )
  return new Map(rows.flatMap((row) => (row.at ? [[row.grant_id, new Date(row.at)] as const] : [])))
}

/** Grants to one officer who is suspended. */
export async function toSuspended(tx: Tx, ids: readonly GrantId[]): Promise<ReadonlySet<GrantId>> {
  const { rows } = await tx.execute<{ id: GrantId }>(
    sql`select suspended_grantees as id from suspended_grantees(${sql.param([...ids])}::uuid[])`,
  )
  return new Set(rows.map(({ id }) => id))
}

export async function saveReview(
  tx: Tx,
  grant: Grant,
  review: { readonly reviewedAt: Date; readonly reviewedBy: OfficerId; readonly reviewNote: string | null },
): Promise<void> {
  await tx
    .update(grants)
    .set({ ...review, version: grant.version + 1 })
    .where(eq(grants.id, grant.id))
}

import type { Tx } from '@lianban/db'
import type { GrantId, OfficerId } from '@lianban/kernel'
import { and, asc, eq, gt, type SQL, sql } from 'drizzle-orm'
import { type Grant, type GrantRow, grants, withCircles } from '../grants/index.ts'

/** Live grants, the one that waited longest for a review first. */
export async function liveGrants(tx: Tx, filter: SQL, now: Date, limit: number): Promise<GrantRow[]> {
  const rows = await tx
    .select()
    .from(grants)
    .where(and(filter, eq(grants.state, 'live'), gt(grants.expiresAt, now)))
    .orderBy(asc(sql`coalesce(${grants.reviewedAt}, ${grants.givenAt})`), asc(grants.id))
    .limit(limit)
  return withCircles(tx, rows)
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

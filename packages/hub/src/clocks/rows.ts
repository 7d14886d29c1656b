import type { Tx } from '@lianban/db'
import { type ClockId, unseen } from '@lianban/kernel'
import { and, asc, eq, inArray, type SQL } from 'drizzle-orm'
import { type Circle, circlesOf } from '../circles/index.ts'
import { type Grant, grants } from '../grants/index.ts'
import { afterUpwards, rowsToFetch } from '../page.ts'
import type { ClockParty, StoredClock } from './clock.ts'
import { clockParties, clocks } from './table.ts'

/** A clock with what the rules ask about it. */
export type ClockRow = StoredClock & {
  readonly parties: readonly ClockParty[]
  readonly circle: Circle
  readonly grants: readonly Grant[]
}

/** The clocks of the page that meet the filter: the nearest last instant first. */
export async function clocksWhere(
  tx: Tx,
  filter: SQL | undefined,
  page: { readonly cursor?: string | undefined; readonly limit?: number | undefined },
): Promise<ClockRow[]> {
  const rows = await tx
    .select()
    .from(clocks)
    .where(and(filter, afterUpwards(page.cursor, clocks.rankedAt, clocks.id)))
    .orderBy(asc(clocks.rankedAt), asc(clocks.id))
    .limit(rowsToFetch(page))
  return withRelated(tx, rows)
}

export async function findClock(tx: Tx, id: ClockId): Promise<ClockRow> {
  const [row] = await withRelated(tx, await tx.select().from(clocks).where(eq(clocks.id, id)))
  if (!row) throw unseen()
  return row
}

async function withRelated(tx: Tx, rows: readonly StoredClock[]): Promise<ClockRow[]> {
  if (!rows.length) return []
  const ids = rows.map((row) => row.id)
  const records = [...new Set(rows.map((row) => row.recordId))]
  const parties = await tx.select().from(clockParties).where(inArray(clockParties.clockId, ids))
  const shared = await tx.select().from(grants).where(inArray(grants.recordId, records))
  const circles = await circlesOf(tx, records)
  return rows.map((row) => ({
    ...row,
    parties: parties.filter(({ clockId }) => clockId === row.id),
    circle: circles.get(row.recordId)!,
    grants: shared.filter(({ recordId, recordKind }) => recordId === row.recordId && recordKind === row.recordKind),
  }))
}

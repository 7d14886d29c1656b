import { sql } from 'drizzle-orm'
import type { Hub } from '../hub.ts'

/** When the next grant in the hub runs out by itself: an instant, and not whose. */
export async function nextGrantEnd({ db, clock }: Hub): Promise<Date | undefined> {
  const now = clock.now()
  const { rows } = await db.transaction({ duty: 'live' }, now, (tx) =>
    tx.execute<{ at: string | null }>(sql`select next_grant_end() as at`),
  )
  return rows[0]?.at ? new Date(rows[0].at) : undefined
}

import { sql } from 'drizzle-orm'
import type { Hub } from '../hub.ts'

/**
 * Clues go on with no case whose agency may not read them any more: done for every grant that ran out since the last time,
 * which is answered. Several processes may do it, and doing it again changes nothing.
 */
export async function endCarrying({ db, clock }: Hub, since: Date): Promise<Date> {
  const now = clock.now()
  await db.transaction({ duty: 'live' }, now, (tx) =>
    tx.execute(sql`select stop_carrying_ended(${since.toISOString()}::timestamptz)`),
  )
  return now
}

import type { Tx } from '@lianban/db'
import { sql } from 'drizzle-orm'

/**
 * Waits for its turn at a record until the transaction ends. A row lock would need the right to update: whoever may
 * only read would find no row, and be told that there is none instead of that no rule allows it.
 */
export async function lock(tx: Tx, kind: string, id: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${kind}:${id}`}, 0))`)
}

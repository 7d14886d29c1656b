import type { Duty, Tx } from '@lianban/db'
import { sql } from 'drizzle-orm'

/** Lends one of the program's own duties to a command that was already permitted, for one piece of work in its transaction. */
export async function underDuty<Output>(tx: Tx, duty: Duty, work: () => Promise<Output>): Promise<Output> {
  await tx.execute(sql`select set_config('lianban.duty', ${duty}, true)`)
  const output = await work()
  await tx.execute(sql`select set_config('lianban.duty', '', true)`)
  return output
}

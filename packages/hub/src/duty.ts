import type { Duty, Tx } from '@lianban/db'
import { Refusal } from '@lianban/kernel'
import { sql } from 'drizzle-orm'

/**
 * Lends one of the program's own duties to a command that was already permitted, for one piece of work in its
 * transaction. Whatever the work answers, afterwards the transaction has the eyes that it had before.
 */
export async function underDuty<Output>(tx: Tx, duty: Duty, work: () => Promise<Output>): Promise<Output> {
  const { rows } = await tx.execute<{ before: string | null }>(
    sql`select current_setting('lianban.duty', true) as before`,
  )
  const as = (name: string) => tx.execute(sql`select set_config('lianban.duty', ${name}, true)`)
  const before = rows[0]?.before ?? ''
  await as(duty)
  try {
    const output = await work()
    await as(before)
    return output
  } catch (error) {
    // A fault ends the transaction, and with it the duty; so does a refusal that stands for what the database refused.
    if (error instanceof Refusal) await as(before).catch(() => {})
    throw error
  }
}

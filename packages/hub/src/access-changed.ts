import type { Tx } from '@lianban/db'
import { sql } from 'drizzle-orm'

/** The channel on which every server process hears, at commit, that rights on a case changed. */
export const accessChannel = 'lianban_access'

export async function tellAccessChanged(tx: Tx, caseId: string): Promise<void> {
  await tx.execute(sql`select pg_notify(${accessChannel}, ${caseId})`)
}

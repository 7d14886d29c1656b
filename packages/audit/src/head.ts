import type { Tx } from '@lianban/db'
import { sql } from 'drizzle-orm'

/** The log as it stood when its newest batch was committed. */
export type Head = { readonly size: number; readonly rootHash: string; readonly at: Date }

/** When the newest entry was written; entries are never dated before it. */
export async function lastEntryAt(tx: Tx): Promise<Date | undefined> {
  const { rows } = await tx.execute<{ at: string }>(sql`select at from audit_entries order by id desc limit 1`)
  return rows[0] && new Date(Number(rows[0].at))
}

export async function currentHead(tx: Tx): Promise<Head | undefined> {
  const { rows } = await tx.execute<{ size: string; root_hash: Buffer; at: string }>(
    sql`select size, root_hash, at from audit_heads order by size desc limit 1`,
  )
  const head = rows[0]
  return head && { size: Number(head.size), rootHash: head.root_hash.toString('hex'), at: new Date(head.at) }
}

import type { Tx } from '@lianban/db'
import { sql } from 'drizzle-orm'

/** The channel on which every server process hears, at commit, that rights changed. */
export const accessChannel = 'lianban_access'

/** Whose rights changed: those on a record, those of an agency or officer, or everybody's with the rules. */
export type AccessChange = {
  readonly kind: 'Case' | 'Clue' | 'Agency' | 'Officer' | 'Rules'
  readonly id: string
}

/** Said in the transaction that changes rights: open pages, subscriptions and sockets are asked again at commit. */
export async function tellAccessChanged(tx: Tx, { kind, id }: AccessChange): Promise<void> {
  await tx.execute(sql`select pg_notify(${accessChannel}, ${JSON.stringify({ kind, id })})`)
}

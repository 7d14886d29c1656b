import type { Tx } from '@lianban/db'
import { sql } from 'drizzle-orm'

/** What the held records are called, as far as the wall shows them. */
export async function namesOfHeld(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (!ids.length) return new Map()
  const wanted = sql`any (${sql.param([...new Set(ids)])}::uuid[])`
  const { rows } = await tx.execute<{ id: string; name: string }>(sql`
    select id, number || ' ' || name as name from cases where id = ${wanted}
    union all select id, number || ' ' || title from clues where id = ${wanted}
    union all select i.id, c.number || ' 证' || i.number || ' ' || i.name from evidence_items i join cases c on c.id = i.case_id
      where i.id = ${wanted}`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

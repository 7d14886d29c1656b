import { plannedOnce, type Tx } from '@lianban/db'
import { desc, getTableColumns, getTableName, type SQL, Subquery, sql } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'

type List<Table extends PgTable> = { readonly table: Table; readonly at: AnyPgColumn; readonly id: AnyPgColumn }

/** The records of a page in its order, as far as the wall lets them through, which looks at all of them in one go. */
export async function seenRows<Table extends PgTable>(
  tx: Tx,
  { table, at, id }: List<Table>,
  by: { readonly seen: 'seen_cases' | 'seen_clues'; readonly page: SQL },
): Promise<Table['$inferSelect'][]> {
  const columns: Record<string, AnyPgColumn> = getTableColumns(table)
  const seen = sql`select ${plannedOnce} * from ${sql.identifier(by.seen)}(array(select id from ${by.page} as page))`
  const rows = await tx
    .select(columns)
    .from(new Subquery(seen, columns, getTableName(table)))
    .orderBy(desc(at), desc(id))
  return rows as Table['$inferSelect'][]
}

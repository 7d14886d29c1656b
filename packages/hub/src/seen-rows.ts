import { plannedOnce, type Tx } from '@lianban/db'
import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'

type List<Table extends PgTable> = { readonly table: Table; readonly at: AnyPgColumn; readonly id: AnyPgColumn }

/** The records of a page in its order, as far as the wall lets them through, which looks at all of them in one go. */
export async function seenRows<Table extends PgTable>(
  tx: Tx,
  { table, at, id }: List<Table>,
  by: { readonly seen: 'seen_cases' | 'seen_clues'; readonly page: SQL },
): Promise<Table['$inferSelect'][]> {
  const of = (column: AnyPgColumn) => sql`seen.${sql.identifier(column.name)}`
  const fields = Object.entries(getTableColumns(table)).map(([name, column]) => [name, of(column).mapWith(column)])
  return tx
    .select(Object.fromEntries(fields) as Record<string, SQL>)
    .from(sql`${plannedOnce} ${sql.identifier(by.seen)}(array(select id from ${by.page} as page)) as seen`)
    .orderBy(sql`${of(at)} desc, ${of(id)} desc`)
}

import { plannedOnce, type Tx } from '@lianban/db'
import { desc, getTableColumns, getTableName, type SQL, Subquery, sql } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'

/** A kind of record that is listed newest first, and the function through which the wall looks at many of them in one go. */
export type WalledList<Table extends PgTable = PgTable> = {
  readonly table: Table
  readonly at: AnyPgColumn
  readonly id: AnyPgColumn
  readonly seen: 'seen_cases' | 'seen_clues'
}

/** The records of a page in its order, as far as the wall lets them through. */
export async function seenRows<Table extends PgTable>(
  tx: Tx,
  { table, at, id, seen }: WalledList<Table>,
  page: SQL,
): Promise<Table['$inferSelect'][]> {
  const columns: Record<string, AnyPgColumn> = getTableColumns(table)
  const found = sql`select ${plannedOnce} * from ${sql.identifier(seen)}(array(select id from ${page} as page))`
  const rows = await tx
    .select(columns)
    .from(new Subquery(found, columns, getTableName(table)))
    .orderBy(desc(at), desc(id))
  return rows as Table['$inferSelect'][]
}

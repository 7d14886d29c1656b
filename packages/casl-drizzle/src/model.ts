import type { SQL } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'

/** What a condition may ask about, and the column that answers; a list is a Postgres array. */
export type Field = { readonly column: AnyPgColumn; readonly isList?: boolean }

/** Rows that hang on a row. A self-relation takes an `alias()` as `from`, so that `on` can tell the two sides apart. */
export type Relation = {
  readonly from: PgTable | SQL
  readonly on: SQL
  readonly fields: Readonly<Record<string, Field>>
}

/** Everything that conditions on one kind of record may speak of. What is not named here is refused. */
export type Model = {
  readonly fields: Readonly<Record<string, Field>>
  readonly relations?: Readonly<Record<string, Relation>>
}

/** Looked up as own property: `constructor` and `__proto__` are no attributes. */
export const own = <Value>(names: Readonly<Record<string, Value>> | undefined, name: string): Value | undefined =>
  names && Object.hasOwn(names, name) ? names[name] : undefined

import type { SQL } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'

/**
 * What a condition may ask about, and the column that answers; a list is a Postgres array. One that drives has an index
 * (column, at desc, id desc), so that the newest rows with one value of it are read off in order.
 */
export type Field = { readonly column: AnyPgColumn; readonly isList?: boolean; readonly drives?: boolean }

/** Rows that hang on a row. A self-relation takes an `alias()` as `from`, so that `on` can tell the two sides apart. */
export type Relation = {
  readonly from: PgTable | SQL
  readonly on: SQL
  readonly fields: Readonly<Record<string, Field>>
  readonly drives?: Driver
}

/** Related rows that know their record's place in the list: by one value of an attribute the newest records are read off. */
export type Driver = {
  /** Where they are read with what the order needs; the relation itself unless said. */
  readonly from?: PgTable | SQL
  /** What of the relation's `on` does not speak of the record. */
  readonly where?: SQL
  /** Attributes of the relation with an index (attribute, at desc, id desc). */
  readonly by: readonly string[]
  readonly at: AnyPgColumn
  readonly id: AnyPgColumn
  /** Few meet any one condition: a list that asks for them reads them once, and not again for each record. */
  readonly areFew?: boolean
}

/** Everything that conditions on one kind of record may speak of. What is not named here is refused. */
export type Model = {
  readonly fields: Readonly<Record<string, Field>>
  readonly relations?: Readonly<Record<string, Relation>>
  /** What names a record, where it is known. */
  readonly id?: AnyPgColumn
}

/** A kind of record that is listed newest first, by (at, id). */
export type ListModel = Model & { readonly table: PgTable; readonly at: AnyPgColumn; readonly id: AnyPgColumn }

/** Looked up as own property: `constructor` and `__proto__` are no attributes. */
export const own = <Value>(names: Readonly<Record<string, Value>> | undefined, name: string): Value | undefined =>
  names && Object.hasOwn(names, name) ? names[name] : undefined

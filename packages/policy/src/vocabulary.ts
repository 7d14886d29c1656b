import type { SQL } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'

export type FieldType = 'text' | 'id' | 'time' | 'flag' | 'number' | 'texts'

/** One attribute of a row: its type, the column that holds it, and the closed list of its values if it has one. */
export type FieldDefinition = {
  readonly type: FieldType
  readonly column: AnyPgColumn
  readonly values?: readonly string[]
}

/** Rows that hang on a row. A self-relation takes an `alias()` as `from`, so that `on` can tell the two sides apart. */
export type RelationDefinition = {
  readonly fields: Readonly<Record<string, FieldDefinition>>
  readonly from: PgTable | SQL
  readonly on: SQL
}

export type SubjectDefinition = {
  readonly actions: readonly string[]
  readonly fields: Readonly<Record<string, FieldDefinition>>
  readonly relations: Readonly<Record<string, RelationDefinition>>
}

/** Everything a rule may speak of. What is not named here does not exist for the policy. */
export type Vocabulary = {
  readonly roles: readonly string[]
  readonly subjects: Readonly<Record<string, SubjectDefinition>>
}

/** Looked up as own property: `constructor` and `__proto__` are no attributes. */
export const own = <Value>(names: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(names, name) ? names[name] : undefined

import type { Driver } from '@lianban/casl-drizzle'
import type { Sentence } from '@lianban/kernel'
import type { SQL } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'

export type FieldType = 'text' | 'id' | 'time' | 'flag' | 'number' | 'texts'

/** One attribute: its type, and the closed list of its values if it has one. */
export type AttributeDefinition = {
  readonly type: FieldType
  readonly values?: readonly string[]
  /** The column has an index with the order of the list: by one value of it the newest rows are read off. */
  readonly drives?: boolean
} & Said & { readonly valueWords?: Readonly<Record<string, Sentence>> }

/** One attribute of a row, and the column that holds it. */
export type FieldDefinition = AttributeDefinition & { readonly column: AnyPgColumn }

/** How an attribute is said when rules are explained. */
export type Said = {
  /** What it is called. */
  readonly words?: Sentence
  /** Said when a rule asks it in vain; `{value}` is what the row holds and `{wanted}` what the rule asks. */
  readonly lacking?: Sentence
  /** What kind of gap that is, so that the program can say whom to ask; `other` unless named. */
  readonly gap?: string
}

/** Rows that hang on a row. A self-relation takes an `alias()` as `from`, so that `on` can tell the two sides apart. */
export type RelationDefinition = {
  readonly fields: Readonly<Record<string, FieldDefinition>>
  readonly from: PgTable | SQL
  readonly on: SQL
  /** The attribute that names the agency which the one related row describes: with `kind` and `region`, as its officers have them. */
  readonly agencyNamedBy?: string
  /** A row has one of it and never more, so that what it lacks can be said of that one. */
  readonly isOne?: boolean
  /** Rows that know their record's place in the list, so that a list may start from them. */
  readonly drives?: Driver
} & Said

export type SubjectDefinition = {
  readonly actions: readonly string[]
  readonly fields: Readonly<Record<string, FieldDefinition>>
  readonly relations: Readonly<Record<string, RelationDefinition>>
  /** A kind of record that is listed, newest first. */
  readonly list?: { readonly table: PgTable; readonly at: AnyPgColumn; readonly id: AnyPgColumn }
  readonly words?: Sentence
  readonly actionWords?: Readonly<Record<string, Sentence>>
  /** Actions that are asked with a stated purpose. */
  readonly withPurpose?: readonly string[]
  /** Parts of the row that a rule to read it may leave out. */
  readonly withholdable?: readonly string[]
  readonly withholdableWords?: Readonly<Record<string, Sentence>>
}

/** Everything a rule may speak of. What is not named here does not exist for the policy. */
export type Vocabulary = {
  readonly roles: readonly string[]
  /** The only kinds of agencies that have a role, for those that not every agency has. */
  readonly roleKinds?: Readonly<Record<string, readonly string[]>>
  /** What an officer's agency can be, if that is a closed list, and what each is called. */
  readonly agencyKinds?: Readonly<Record<string, Sentence>>
  readonly subjects: Readonly<Record<string, SubjectDefinition>>
  readonly roleWords?: Readonly<Record<string, Sentence>>
  /** What `$officer.…` is called: the asker, spoken to. */
  readonly askedWords?: Readonly<Record<string, Sentence>>
  readonly timeWords?: (at: Date) => string
}

/** Looked up as own property: `constructor` and `__proto__` are no attributes. */
export const own = <Value>(names: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(names, name) ? names[name] : undefined

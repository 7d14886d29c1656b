import { and, exists, inArray, or, type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, QueryBuilder } from 'drizzle-orm/pg-core'
import { comparison } from './comparison.ts'
import { type Model, own, type Relation } from './model.ts'

/** A node of CASL's syntax tree: of a test on a field, or of several conditions together. */
export type Condition = { readonly operator: string; readonly value: unknown; readonly field?: unknown }

/**
 * A syntax tree as one Drizzle condition. What it cannot say exactly is a fault, never a gap. `forbids` is set inside
 * of a `not`: there a doubt has to match, so that no row is let through by it.
 */
export function sqlOf(condition: Condition, model: Model, forbids = false): SQL {
  const { operator, value } = condition
  const all = (flipped = false) => (value as Condition[]).map((part) => sqlOf(part, model, forbids !== flipped))
  if (operator === 'and') return and(...all()) ?? sql`true`
  if (operator === 'or') return or(...all()) ?? sql`false`
  // SQL's own `not` would leave unknown what CASL counts as a no.
  if (operator === 'not') return sql`(${or(...all(true)) ?? sql`false`}) is not true`
  const name = nameOf(condition)
  const relation = own(model.relations, name)
  if (relation && operator === 'elemMatch')
    return anyOf(relation, sqlOf(value as Condition, { fields: relation.fields }, forbids), model.id)
  const field = own(model.fields, name)
  const found = field && comparison(field, operator, value, forbids)
  if (!found) throw new Error(`no SQL for ${operator} on ${name}`)
  return found
}

/** The attribute that a condition is about, if it is about one. */
export const nameOf = ({ field }: Condition): string => (field === undefined ? '' : String(field))

function anyOf({ from, on, drives }: Relation, condition: SQL, record: AnyPgColumn | undefined): SQL {
  const related = new QueryBuilder()
  if (record && drives?.areFew)
    return inArray(record, related.select({ id: drives.id }).from(from).where(and(drives.where, condition)))
  return exists(related.select({ one: sql`1` }).from(from).where(and(on, condition)))
}

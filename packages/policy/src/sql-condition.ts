import type { rulesToAST } from '@casl/ability/extra'
import {
  and,
  arrayContains,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNotNull,
  lt,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import type { FieldDefinition, RelationDefinition, SubjectDefinition } from './vocabulary.ts'

type Condition = NonNullable<ReturnType<typeof rulesToAST>>

type Scope = Pick<SubjectDefinition, 'fields'> & Partial<Pick<SubjectDefinition, 'relations'>>

/** CASL's syntax tree as one Drizzle condition. An operator that it does not know is a fault, never a gap. */
export function sqlOf(condition: Condition, scope: Scope): SQL {
  const { operator, value } = condition
  if (operator === 'and') return and(...all(value, scope)) ?? sql`true`
  if (operator === 'or') return or(...all(value, scope)) ?? sql`false`
  const name = 'field' in condition ? String(condition.field) : ''
  const relation = scope.relations?.[name]
  if (relation && operator === 'elemMatch') return existsIn(relation, value as Condition)
  const field = scope.fields[name]
  if (field) return tested(field, operator, value)
  throw new Error(`no SQL for ${operator} on ${name}`)
}

const all = (conditions: unknown, scope: Scope): SQL[] =>
  (conditions as Condition[]).map((condition) => sqlOf(condition, scope))

function tested({ type, column }: FieldDefinition, operator: string, value: unknown): SQL {
  if (operator === 'eq') return type === 'texts' ? arrayContains(column, [value]) : eq(column, value)
  if (operator === 'in') return inArray(column, value as unknown[])
  if (operator === 'nin') return notInArray(column, value as unknown[])
  if (operator === 'ne' && value === null) return isNotNull(column)
  if (operator === 'lt') return lt(column, value)
  // A row in memory has lost the microseconds of its column: it is after t only from the next millisecond on.
  if (operator === 'gt' && value instanceof Date) return gte(column, new Date(value.getTime() + 1))
  if (operator === 'gt') return gt(column, value)
  throw new Error(`no SQL for ${operator}`)
}

function existsIn({ fields, from, on }: RelationDefinition, condition: Condition): SQL {
  return exists(
    new QueryBuilder()
      .select({ one: sql`1` })
      .from(from)
      .where(and(on, sqlOf(condition, { fields }))),
  )
}

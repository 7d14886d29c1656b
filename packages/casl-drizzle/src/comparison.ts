import {
  and,
  arrayContains,
  arrayOverlaps,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { Field } from './model.ts'

/** One test of one column, or undefined for a test that has no exact form in SQL. */
export function comparison({ column, isList }: Field, operator: string, value: unknown, forbids: boolean) {
  const operators: Readonly<Record<string, (field: Field, value: unknown) => SQL | undefined>> = isList
    ? ofLists
    : ofValues
  if (Object.hasOwn(operators, operator)) return operators[operator]?.({ column }, value)
  const ordered = isList || !isOrdered(value) ? undefined : ofOrder({ column }, operator, value)
  // In memory null is smaller than some values and in SQL than none: whichever way, it must not let a row through.
  return ordered && forbids ? or(ordered, isNull(column)) : ordered
}

const ofValues: Readonly<Record<string, (field: Field, value: unknown) => SQL | undefined>> = {
  eq: equal,
  ne: (field, value) => (value === null ? isNotNull(field.column) : unless(equal(field, value))),
  in: among,
  nin: (field, value) => unless(among(field, value)),
}

const ofLists: typeof ofValues = {
  eq: ({ column }, value) => (isScalar(value) ? arrayContains(column, [value]) : undefined),
  ne: (field, value) => unless(ofLists.eq?.(field, value)),
  in: ({ column }, value) => (areScalars(value) ? overlapping(column, value) : undefined),
  nin: (field, value) => unless(ofLists.in?.(field, value)),
  all: ({ column }, value) => (areScalars(value) ? contains(column, value) : undefined),
  size: ({ column }, value) => sql`cardinality(${column}) = ${value}`,
}

/** A row in memory has lost the microseconds of its column: a `Date` stands for its whole millisecond. */
function ofOrder({ column }: Field, operator: string, value: string | number | Date): SQL | undefined {
  const next = value instanceof Date ? new Date(value.getTime() + 1) : undefined
  if (operator === 'gt') return next ? gte(column, next) : gt(column, value)
  if (operator === 'gte') return gte(column, value)
  if (operator === 'lt') return lt(column, value)
  if (operator === 'lte') return next ? lt(column, next) : lte(column, value)
  return undefined
}

function equal({ column }: Field, value: unknown): SQL | undefined {
  if (value === null) return isNull(column)
  if (value instanceof Date) return and(gte(column, value), lt(column, new Date(value.getTime() + 1)))
  return isScalar(value) ? eq(column, value) : undefined
}

function among(field: Field, value: unknown): SQL | undefined {
  if (!Array.isArray(value)) return undefined
  const plain = value.filter(isScalar)
  const others = value.filter((one) => !isScalar(one)).map((one) => equal(field, one))
  if (!others.every((one) => one !== undefined)) return undefined
  return or(plain.length > 0 ? inArray(field.column, plain) : sql`false`, ...others)
}

const contains = (column: Field['column'], values: readonly unknown[]): SQL =>
  values.length > 0 ? arrayContains(column, values) : isNotNull(column)

const overlapping = (column: Field['column'], values: readonly unknown[]): SQL =>
  values.length > 0 ? arrayOverlaps(column, values) : sql`false`

/** The opposite in two values, as in memory: what SQL does not know is not equal. */
const unless = (test: SQL | undefined): SQL | undefined => test && sql`(${test}) is not true`

const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean', 'bigint'].includes(typeof value)

const areScalars = (value: unknown): value is unknown[] => Array.isArray(value) && value.every(isScalar)

const isOrdered = (value: unknown): value is string | number | Date =>
  typeof value === 'string' || typeof value === 'number' || value instanceof Date

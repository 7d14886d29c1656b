import type { Sentence } from '@lianban/kernel'
import { z } from 'zod'
import type { Officer } from './officer.ts'
import type { FieldType } from './vocabulary.ts'

export const RuleId = z
  .string()
  .regex(/^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+$/)
  .brand<'RuleId'>()
export type RuleId = z.infer<typeof RuleId>

/** One permission, as read from a rule file. Rules only permit, so no rule takes away what another gives. */
export type Rule = {
  readonly id: RuleId
  readonly roles: readonly string[]
  readonly action: string
  readonly subject: string
  readonly when: When
  readonly because: Sentence
  readonly file: string
  readonly line: number
}

/** All tests hold together. No test at all means that the rule holds for every row. */
export type When = { readonly [attribute: string]: Test }

export type Test =
  | { readonly is: Value }
  | { readonly oneOf: readonly Value[] }
  | { readonly not: readonly Value[] }
  | { readonly after: Value }
  | { readonly before: Value }
  | { readonly has: Value }
  | { readonly some: When }

/** A literal, or a name from `askedValues` that is filled in when the policy is asked. */
export type Value = string | number | boolean | Date

/** What a test compares with; a test of related rows compares with nothing itself. */
export function valuesOf(test: Test): readonly Value[] {
  if ('oneOf' in test) return test.oneOf
  if ('not' in test) return test.not
  if ('is' in test) return [test.is]
  if ('has' in test) return [test.has]
  if ('after' in test) return [test.after]
  return 'before' in test ? [test.before] : []
}

/** What a rule may take from the question, and the type that it has. */
export const askedValues: Readonly<Record<string, FieldType>> = {
  '$officer.id': 'id',
  '$officer.agencyId': 'id',
  '$officer.agencyKind': 'text',
  '$officer.region': 'text',
  $now: 'time',
}

/** Filled with nothing, a condition would match rows that lack the attribute; so nothing is a fault. */
export function filled(value: Value, officer: Officer, now: Date): Value {
  if (typeof value !== 'string' || !value.startsWith('$')) return value
  if (value === '$now') return now
  const found: unknown = officer[value.slice('$officer.'.length) as keyof Officer]
  if (typeof found !== 'string' || found === '') throw new Error(`the officer has no ${value}`)
  return found
}

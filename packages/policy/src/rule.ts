import type { Sentence } from '@lianban/kernel'
import { z } from 'zod'

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
  /** Parts of the row that whoever reads by this rule alone does not see. */
  readonly withholds: readonly string[]
  readonly because: Sentence
  readonly file: string
  readonly line: number
  /** The rule as it was written, a list of one: it reads back as this rule. */
  readonly text: string
}

/** All tests hold together. No test at all means that the rule holds for every row. */
export type When = { readonly [attribute: string]: Test }

export type Test =
  | { readonly is: Value }
  | { readonly oneOf: readonly Value[] }
  | { readonly not: readonly Value[] }
  | { readonly after: Value }
  | { readonly before: Value }
  /** After the first and before the second. */
  | { readonly within: readonly [after: Value, before: Value] }
  | { readonly has: Value }
  | { readonly some: When }
  /** About the officer instead of the row, under the name `officer`. */
  | { readonly who: When }

/** A literal, or a name from `askedValues` that is filled in when the policy is asked. */
export type Value = string | number | boolean | Date

/** What a test compares with; a test of related rows or of the officer compares with nothing itself. */
export function valuesOf(test: Test): readonly Value[] {
  if ('oneOf' in test) return test.oneOf
  if ('not' in test) return test.not
  if ('is' in test) return [test.is]
  if ('has' in test) return [test.has]
  if ('within' in test) return test.within
  if ('after' in test) return [test.after]
  return 'before' in test ? [test.before] : []
}

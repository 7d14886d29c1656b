import type { Test, Value, When } from './rule.ts'

/** Puts what is asked about in the place of `$officer.…` and `$now`. */
export type Fill = (value: Value) => Value

/**
 * Whether a value meets one test, by the logic of decisions: what is unknown meets nothing, not even `not`. Decisions
 * run compiled rules; this says it condition by condition, and a property test holds the two together.
 */
export function holds(test: Test, value: unknown, fill: Fill): boolean {
  if (value === null || value === undefined) return false
  if ('is' in test) return equal(value, fill(test.is))
  if ('oneOf' in test) return test.oneOf.some((one) => equal(value, fill(one)))
  if ('not' in test) return !test.not.some((one) => equal(value, fill(one)))
  if ('after' in test) return Number(value) > Number(fill(test.after))
  if ('before' in test) return Number(value) < Number(fill(test.before))
  if ('within' in test)
    return [{ after: test.within[0] }, { before: test.within[1] }].every((end) => holds(end, value, fill))
  if ('who' in test) return allHold(test.who, value as Row, fill)
  if ('has' in test) return Array.isArray(value) && value.includes(fill(test.has))
  return Array.isArray(value) && value.some((related) => allHold(test.some, related as Row, fill))
}

export type Row = Readonly<Record<string, unknown>>

/** Whether a row meets all of the conditions. */
export const allHold = (when: When, row: Row, fill: Fill): boolean =>
  Object.entries(when).every(([attribute, test]) => holds(test, row[attribute], fill))

const equal = (value: unknown, wanted: Value): boolean =>
  value === wanted || (value instanceof Date && wanted instanceof Date && value.getTime() === wanted.getTime())

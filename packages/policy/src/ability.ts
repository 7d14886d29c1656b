import { createMongoAbility, type MongoAbility, type MongoQuery } from '@casl/ability'
import type { Officer } from './officer.ts'
import { filled, type Rule, type Test, type Value, type When } from './rule.ts'

/**
 * The one compiled form of the rules: `decide` runs its conditions, `filter` translates them.
 * CASL puts the last rule first, so the rules go in backwards and come out in the order of the files.
 */
export function abilityOf(rules: readonly Rule[], officer: Officer, now: Date): MongoAbility {
  const fill = (value: Value) => filled(value, officer, now)
  return createMongoAbility(
    rules
      .map(({ id, action, subject, when }) => ({ action, subject, reason: id, conditions: conditionsOf(when, fill) }))
      .toReversed(),
  )
}

type Fill = (value: Value) => Value

const conditionsOf = (when: When, fill: Fill): MongoQuery =>
  Object.fromEntries(Object.entries(when).map(([attribute, test]) => [attribute, operatorsOf(test, fill)]))

/** Mongo orders null before every value and calls it different from all; here null satisfies nothing, as in SQL. */
const known = { $ne: null }

function operatorsOf(test: Test, fill: Fill): MongoQuery {
  if ('is' in test) return { $eq: fill(test.is) }
  if ('has' in test) return { $eq: fill(test.has) }
  if ('oneOf' in test) return { $in: test.oneOf.map(fill) }
  if ('not' in test) return { $nin: test.not.map(fill), ...known }
  if ('after' in test) return { $gt: fill(test.after), ...known }
  if ('before' in test) return { $lt: fill(test.before), ...known }
  return { $elemMatch: conditionsOf(test.some, fill) }
}

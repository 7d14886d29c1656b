import { createMongoAbility, type MongoAbility, type MongoQuery } from '@casl/ability'
import { filled, type Question } from './asked.ts'
import type { Rule, Test, Value, When } from './rule.ts'

/**
 * The one compiled form of the rules: `decide` runs its conditions, `filter` translates them.
 * CASL puts the last rule first, so the rules go in backwards and come out in the order of the files.
 */
export function abilityOf(rules: readonly Rule[], question: Question): MongoAbility {
  return createMongoAbility(
    rules
      .map((rule) => {
        const fill = (value: Value) => decidable(rule, () => filled(value, question))
        return {
          action: rule.action,
          subject: rule.subject,
          reason: rule.id,
          conditions: conditionsOf(rule.when, fill),
        }
      })
      .toReversed(),
  )
}

/** A fault says which rule it hides from view; the log then tells whoever keeps the rules where to look. */
export function decidable<Found>(rule: Rule, work: () => Found): Found {
  try {
    return work()
  } catch (error) {
    throw new Error(`${rule.id} cannot be decided: ${(error as Error).message}`, { cause: error })
  }
}

type Fill = (value: Value) => Value

/** What is asked about the officer was answered before: it picked the rules. */
const conditionsOf = (when: When, fill: Fill): MongoQuery =>
  Object.fromEntries(
    Object.entries(when)
      .filter(([, test]) => !('who' in test))
      .map(([attribute, test]) => [attribute, operatorsOf(test, fill)]),
  )

/** Mongo orders null before every value and calls it different from all; here null satisfies nothing, as in SQL. */
const known = { $ne: null }

function operatorsOf(test: Test, fill: Fill): MongoQuery {
  if ('is' in test) return { $eq: fill(test.is) }
  if ('has' in test) return { $eq: fill(test.has) }
  if ('oneOf' in test) return { $in: test.oneOf.map(fill) }
  if ('not' in test) return { $nin: test.not.map(fill), ...known }
  if ('after' in test) return { $gt: fill(test.after), ...known }
  if ('before' in test) return { $lt: fill(test.before), ...known }
  if ('within' in test) return { $gt: fill(test.within[0]), $lt: fill(test.within[1]), ...known }
  if ('some' in test) return { $elemMatch: conditionsOf(test.some, fill) }
  throw new Error('no condition on a row is about the officer')
}

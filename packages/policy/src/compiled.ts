import { abilityOf, decidable } from './ability.ts'
import { type Asked, isAbout, type Question } from './asked.ts'
import { listingOf, type VisibleRows } from './listing.ts'
import type { Officer } from './officer.ts'
import type { Rule } from './rule.ts'
import { own, type SubjectDefinition, type Vocabulary } from './vocabulary.ts'
import { assertWhole, needsOf } from './whole-row.ts'

/** The rules that speak of one officer, one action and one kind of record, ready to be run on rows. */
export type Compiled = {
  readonly definition: SubjectDefinition
  readonly selected: readonly Rule[]
  /** The first rule, in their order, that holds for the row at this instant. */
  first(row: object, now: Date): Rule | undefined
  every(row: object, now: Date): Rule[]
  /** What they let the officer list at this instant. */
  visible(now: Date): VisibleRows
}

/**
 * Rules are compiled once for each officer and action, and kept for those who asked last. The instant is no part of
 * that: every compiled condition refers to one hand of a clock, which is set before the conditions are run.
 */
export function makeCompiler(rules: readonly Rule[], vocabulary: Vocabulary) {
  const hand = new Date(0)
  const kept = makeKept<Compiled>(2048)
  return (officer: Officer, action: string, subject: string, asked?: Asked): Compiled => {
    const definition = definitionOf(vocabulary, action, subject)
    const purpose = definition.withPurpose?.includes(action) ? asked?.purpose : undefined
    const { id, agencyId, agencyKind, region, roles } = officer
    const key = JSON.stringify([action, subject, id, agencyId, agencyKind, region, roles, purpose])
    const held = kept.get(key)
    if (held) return held
    const compiled = compile(rules, { definition, action, subject, question: { officer, now: hand, purpose } })
    kept.set(key, compiled)
    return compiled
  }
}

/** A misspelt question is a fault of the program; answered, it would be a silent no. */
function definitionOf(vocabulary: Vocabulary, action: string, subject: string): SubjectDefinition {
  const definition = own(vocabulary.subjects, subject)
  if (!definition?.actions.includes(action)) throw new Error(`the vocabulary has no ${action} of ${subject}`)
  return definition
}

type Given = { definition: SubjectDefinition; action: string; subject: string; question: Question }

function compile(rules: readonly Rule[], { definition, action, subject, question }: Given): Compiled {
  const { officer, now: hand } = question
  const selected = rules
    .filter((rule) => rule.action === action && rule.subject === subject)
    .filter((rule) => rule.roles.some((role) => officer.roles.includes(role)))
    .filter((rule) => decidable(rule, () => isAbout(rule.when, officer)))
  let listing: ReturnType<typeof listingOf> | undefined
  let runnable: ReturnType<typeof runnableOf> | undefined
  const holding = (row: object, now: Date) => {
    runnable ??= runnableOf(selected, { definition, action, subject, question })
    assertWhole(row, runnable.needs)
    hand.setTime(now.getTime())
    return runnable
  }
  return {
    definition,
    selected,
    first(row, now) {
      const { tests, ruleOf } = holding(row, now)
      return ruleOf.get(tests.find((test) => test.matchesConditions(row))?.reason)
    },
    visible(now) {
      listing ??= listingOf({ definition, selected, action, subject, question })
      return listing(now)
    },
    every(row, now) {
      const { tests, ruleOf } = holding(row, now)
      return tests.filter((test) => test.matchesConditions(row)).map((test) => ruleOf.get(test.reason)!)
    },
  }
}

/** Asked about a type name CASL says yes; so its rules are run on the row one by one. */
const runnableOf = (selected: readonly Rule[], { definition, action, subject, question }: Given) => ({
  tests: abilityOf(selected, question).rulesFor(action, subject),
  ruleOf: new Map<unknown, Rule>(selected.map((rule) => [rule.id, rule])),
  needs: needsOf(selected, definition),
})

/** The newest of the values given to it, at least so many and at most twice as many. */
function makeKept<Kept>(atLeast: number) {
  let young = new Map<string, Kept>()
  let old = new Map<string, Kept>()
  const set = (key: string, value: Kept): void => {
    if (young.size >= atLeast) [young, old] = [new Map(), young]
    young.set(key, value)
  }
  return {
    set,
    get(key: string): Kept | undefined {
      const found = young.get(key) ?? old.get(key)
      if (found && !young.has(key)) set(key, found)
      return found
    },
  }
}

import { filterOf } from '@lianban/casl-drizzle'
import { type Clock, denied, type Sentence, unseen } from '@lianban/kernel'
import type { SQL } from 'drizzle-orm'
import { abilityOf } from './ability.ts'
import type { Asked } from './asked.ts'
import { makeCompiler } from './compiled.ts'
import { inSql, type VisibleRows } from './listing.ts'
import type { Officer } from './officer.ts'
import type { Rule, RuleId } from './rule.ts'
import { modelOf } from './sql-model.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The rule that allows an act, and the reason it gives. */
export type Decision = { readonly rule: RuleId; readonly because: Sentence }

export type Policy = {
  /** The first rule that lets the officer act on the row; otherwise a refusal, `unseen` when the row is not even readable. */
  decide(officer: Officer, action: string, subject: string, row: object, asked?: Asked): Decision
  allows(officer: Officer, action: string, subject: string, row: object, asked?: Asked): Decision | undefined
  /** The same rules as one SQL condition, for a `where`. */
  filter(officer: Officer, action: string, subject: string, asked?: Asked): SQL
  /** The same rules as pages, newest first, and as a number, each read off from what already is visible. */
  visible(officer: Officer, action: string, subject: string, asked?: Asked): VisibleRows
  /** Parts of the row that no rule shows to an officer who reads it; all that can be withheld from one who may not. */
  withheldFields(officer: Officer, subject: string, row: object, asked?: Asked): readonly string[]
  visibleFields(officer: Officer, subject: string, row: object, asked?: Asked): readonly string[]
  /** Rules that could let the officer act on some row. */
  rulesFor(officer: Officer, action: string, subject: string): readonly Rule[]
  readonly rules: readonly Rule[]
  /** From the next question on these rules hold, all of them at once. */
  replace(rules: readonly Rule[]): void
}

export type PolicyOptions = {
  readonly rules: readonly Rule[]
  readonly vocabulary: Vocabulary
  readonly clock: Clock
}

export function createPolicy({ rules: atFirst, vocabulary, clock }: PolicyOptions): Policy {
  let rules = atFirst
  let compiled = makeCompiler(rules, vocabulary)

  const allows: Policy['allows'] = (officer, action, subject, row, asked) => {
    const rule = compiled(officer, action, subject, asked).first(row, clock.now())
    return rule && { rule: rule.id, because: rule.because }
  }

  const withheldFields: Policy['withheldFields'] = (officer, subject, row, asked) => {
    const { definition, every } = compiled(officer, 'read', subject, asked)
    const reading = every(row, clock.now())
    return (definition.withholdable ?? []).filter((field) => reading.every((rule) => rule.withholds.includes(field)))
  }

  return {
    get rules() {
      return rules
    },
    replace(others) {
      compiled = makeCompiler(others, vocabulary)
      rules = others
    },
    allows,
    decide(officer, action, subject, row, asked) {
      const decision = allows(officer, action, subject, row, asked)
      if (decision) return decision
      const isReadable =
        vocabulary.subjects[subject]?.actions.includes('read') && allows(officer, 'read', subject, row, asked)
      throw isReadable ? denied({ action, subject }) : unseen()
    },
    withheldFields,
    visibleFields(officer, subject, row, asked) {
      const withheld = withheldFields(officer, subject, row, asked)
      return (vocabulary.subjects[subject]?.withholdable ?? []).filter((field) => !withheld.includes(field))
    },
    filter(officer, action, subject, asked) {
      const { definition, selected } = compiled(officer, action, subject, asked)
      return inSql(selected, definition, () => {
        const ability = abilityOf(selected, { officer, now: clock.now(), purpose: asked?.purpose })
        return filterOf(ability, action, subject, modelOf(definition))
      })
    },
    visible: (officer, action, subject, asked) => compiled(officer, action, subject, asked).visible(clock.now()),
    rulesFor: (officer, action, subject) => compiled(officer, action, subject).selected,
  }
}

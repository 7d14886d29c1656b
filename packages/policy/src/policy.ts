import { filterOf, type Visible, visibleOf } from '@lianban/casl-drizzle'
import { type Clock, denied, type Sentence, unseen } from '@lianban/kernel'
import type { SQL } from 'drizzle-orm'
import { abilityOf } from './ability.ts'
import type { Officer } from './officer.ts'
import type { Rule, RuleId } from './rule.ts'
import { modelOf } from './sql-model.ts'
import { own, type SubjectDefinition, type Vocabulary } from './vocabulary.ts'
import { assertWhole } from './whole-row.ts'

/** What an officer states with the question: so far the purpose, where the act asks for one. */
export type Asked = { readonly purpose?: string | undefined }

/** The rule that allows an act, and the reason it gives. */
export type Decision = { readonly rule: RuleId; readonly because: Sentence }

export type Policy = {
  /** The first rule that lets the officer act on the row; otherwise a refusal, `unseen` when the row is not even readable. */
  decide(officer: Officer, action: string, subject: string, row: object, asked?: Asked): Decision
  allows(officer: Officer, action: string, subject: string, row: object, asked?: Asked): Decision | undefined
  /** The same rules as one SQL condition, for a `where`. */
  filter(officer: Officer, action: string, subject: string): SQL
  /** The same rules as pages, newest first, and as a number, each read off from what already is visible. */
  visible(officer: Officer, action: string, subject: string): Visible
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

  /** Both answers start here: one selection of rules, one compilation, one instant. */
  const asked = (officer: Officer, action: string, subject: string) => {
    const definition = definitionOf(vocabulary, action, subject)
    const selected = rules.filter(
      (rule) =>
        rule.action === action && rule.subject === subject && rule.roles.some((role) => officer.roles.includes(role)),
    )
    return { definition, selected, ability: abilityOf(selected, officer, clock.now()) }
  }

  const allows: Policy['allows'] = (officer, action, subject, row) => {
    const { definition, selected, ability } = asked(officer, action, subject)
    assertWhole(row, definition, selected)
    // Asked about a type name CASL says yes; so its rules are run on the row one by one.
    const matching = ability.rulesFor(action, subject).find((rule) => rule.matchesConditions(row))
    const rule = selected.find(({ id }) => id === matching?.reason)
    return rule && { rule: rule.id, because: rule.because }
  }

  return {
    get rules() {
      return rules
    },
    replace(others) {
      rules = others
    },
    allows,
    decide(officer, action, subject, row) {
      const decision = allows(officer, action, subject, row)
      if (decision) return decision
      const isReadable = vocabulary.subjects[subject]?.actions.includes('read') && allows(officer, 'read', subject, row)
      throw isReadable ? denied({ action, subject }) : unseen()
    },
    filter(officer, action, subject) {
      const { definition, ability } = asked(officer, action, subject)
      return filterOf(ability, action, subject, modelOf(definition))
    },
    visible(officer, action, subject) {
      const { definition, ability } = asked(officer, action, subject)
      if (!definition.list) throw new Error(`the vocabulary does not list ${subject}`)
      return visibleOf(ability, action, subject, { ...modelOf(definition), ...definition.list })
    },
    rulesFor: (officer, action, subject) => asked(officer, action, subject).selected,
  }
}

/** A misspelt question is a fault of the program; answered, it would be a silent no. */
function definitionOf(vocabulary: Vocabulary, action: string, subject: string): SubjectDefinition {
  const definition = own(vocabulary.subjects, subject)
  if (!definition?.actions.includes(action)) throw new Error(`the vocabulary has no ${action} of ${subject}`)
  return definition
}

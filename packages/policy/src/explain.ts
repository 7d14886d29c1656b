import type { Sentence } from '@lianban/kernel'
import { filled } from './asked.ts'
import { clauseOf, roleNames } from './explain-words.ts'
import { type Gap, gapsIn } from './gaps.ts'
import { holds, type Row } from './holds.ts'
import type { Officer } from './officer.ts'
import type { Rule, RuleId, Value } from './rule.ts'
import { own, type SubjectDefinition, type Vocabulary } from './vocabulary.ts'
import { assertWhole, needsOf } from './whole-row.ts'

/** A condition of a rule in words, the roles it is for included, and whether it is met. */
export type Condition = { readonly isMet: boolean; readonly words: Sentence }

export type RuleExplained = {
  readonly rule: RuleId
  readonly because: Sentence
  readonly conditions: readonly Condition[]
  /** What is missing; nothing when the rule allows the act. */
  readonly gaps: readonly Gap[]
}

/** Why an officer may do something with a row, or what is missing: every rule that speaks of the act. */
export type Explanation = {
  readonly allowing: readonly RuleExplained[]
  /** Nearest first: fewest gaps, then what concerns the officer before what concerns others. */
  readonly closed: readonly RuleExplained[]
}

export type Explained = { readonly rules: readonly Rule[]; readonly vocabulary: Vocabulary; readonly now: Date }
export type Asked = {
  readonly officer: Officer
  readonly action: string
  readonly subject: string
  readonly row: object
  readonly purpose?: string | undefined
}

/** Decides like the policy, and says of each rule what it asks and what of it is missing. */
export function explain({ rules, vocabulary, now }: Explained, asked: Asked): Explanation {
  const { officer, action, subject, row, purpose } = asked
  const definition = own(vocabulary.subjects, subject)
  if (!definition?.actions.includes(action)) throw new Error(`the vocabulary has no ${action} of ${subject}`)
  const speaking = rules.filter((rule) => rule.action === action && rule.subject === subject)
  assertWhole(row, needsOf(speaking, definition))
  const explained = speaking.map((rule) => explainedRule(rule, { officer, row, definition, vocabulary, now, purpose }))
  const closed = explained.filter(({ gaps }) => gaps.length > 0)
  return {
    allowing: explained.filter(({ gaps }) => gaps.length === 0),
    closed: closed.toSorted((a, b) => a.gaps.length - b.gaps.length || distance(a) - distance(b)),
  }
}

type Given = {
  readonly officer: Officer
  readonly row: Row
  readonly definition: SubjectDefinition
  readonly vocabulary: Vocabulary
  readonly now: Date
  readonly purpose: string | undefined
}

function explainedRule(rule: Rule, given: Given): RuleExplained {
  const { officer, definition, vocabulary } = given
  // Before a purpose is stated it is equal to none.
  const fill = (value: Value) => (value === '$purpose' && !given.purpose ? '' : filled(value, given))
  const row: Row = { ...given.row, officer }
  const names = roleNames(rule.roles, vocabulary)
  const hasRole = rule.roles.some((role) => officer.roles.includes(role))
  const role: Gap = {
    kind: 'role',
    path: ['$roles'],
    words: { zh: `需要岗位：${names.zh}`, en: `needs the post of ${names.en}` },
    distance: 2,
  }
  return {
    rule: rule.id,
    because: rule.because,
    conditions: [
      { isMet: hasRole, words: { zh: `岗位是${names.zh}`, en: `your post is ${names.en}` } },
      ...Object.entries(rule.when).map(([attribute, test]) => ({
        isMet: holds(test, row[attribute], fill),
        words: clauseOf(attribute, test, definition, vocabulary),
      })),
    ],
    gaps: [...(hasRole ? [] : [role]), ...gapsIn(rule.when, row, { of: definition, fill, vocabulary })],
  }
}

const distance = ({ gaps }: RuleExplained): number => gaps.reduce((sum, gap) => sum + gap.distance, 0)

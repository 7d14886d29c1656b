import { type Citation, citationWords, isVerified, type Status, statusWords } from './citation.ts'
import type { Law } from './load-law.ts'
import type { Counting } from './proof.ts'
import { type EvidenceProperty, evidenceProperties, type ReviewOutcome, type ReviewRules } from './review-rule.ts'

type Mark = { readonly property: EvidenceProperty; readonly outcome: ReviewOutcome; readonly reason: string | null }

/** Whether a mark may be made so: what is accepted names no reason, and every doubt one of its property that carries it. */
export const isMarkable = ({ reasons }: ReviewRules, { property, outcome, reason }: Mark): boolean =>
  outcome === 'accepted'
    ? reason === null
    : reasons.some((each) => each.id === reason && each.property === property && each.outcomes.includes(outcome))

/** What an item comes to: the gravest of its marks, and accepted only once all three properties are. */
export function reviewedAs(marks: Partial<Record<EvidenceProperty, ReviewOutcome>>): ReviewOutcome | undefined {
  const found = Object.values(marks)
  if (found.includes('excluded')) return 'excluded'
  if (found.includes('curable')) return 'curable'
  return evidenceProperties.every((each) => marks[each] === 'accepted') ? 'accepted' : undefined
}

const mendable: readonly Counting[] = ['yes', 'unchecked', 'curable']

/**
 * How an item counts for whoever reviews it: the own judgement goes before the checklist; a statement that was not taken
 * anew, and one that was replaced, stay so.
 */
export function countedAs(found: Counting, outcome: ReviewOutcome | undefined): Counting {
  if (outcome === undefined || found === 'replaced') return found
  if (outcome === 'excluded') return 'excluded'
  if (!mendable.includes(found)) return found
  return outcome === 'curable' ? 'curable' : 'yes'
}

const told = ({ laws }: Pick<Law, 'laws'>, { basis, status }: { basis: readonly Citation[]; status: Status }) => ({
  basis: basis.map((each) => citationWords(laws, each)),
  statusWords: statusWords[status],
  isVerified: isVerified(status),
})

/** The properties, what each may come to and the reasons to choose from, in words and with their articles. */
export function reviewTold(law: Pick<Law, 'review' | 'laws'>) {
  const { properties, outcomes, reasons } = law.review
  return {
    properties: evidenceProperties.map((id) => ({
      id,
      words: properties[id].words,
      ...told(law, properties[id]),
    })),
    outcomes: Object.entries(outcomes).map(([id, rule]) => ({
      id: id as ReviewOutcome,
      words: rule.words,
      ...told(law, rule),
    })),
    reasons: reasons.map((rule) => ({
      id: rule.id,
      property: rule.property,
      outcomes: rule.outcomes as readonly ReviewOutcome[],
      words: rule.words,
      follows: rule.follows,
      ...told(law, rule),
    })),
  }
}

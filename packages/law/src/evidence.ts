import type { Sentence } from '@lianban/kernel'
import { citationWords, isVerified, statusWords } from './citation.ts'
import type { ChecklistLine, Conversion, EvidenceKind, KindRule, Test } from './evidence-rule.ts'
import type { Law } from './load-law.ts'
import { type Asking, instrumentOf, type PowerTold, type Proceeding, powerOf } from './powers.ts'
import { refusals } from './refusals.ts'

export type FactValue = boolean | number | string
/** What is known of an item, by the names of the facts; what nobody answered is not in it. */
export type EvidenceFacts = Readonly<Record<string, FactValue>>

export const lineOutcomes = ['met', 'failed', 'open', 'idle'] as const
export type LineOutcome = (typeof lineOutcomes)[number]

type Held = 'yes' | 'no' | 'open'

function holds(test: Test, value: FactValue | undefined): Held {
  if (value === undefined) return 'open'
  if (typeof test === 'boolean') return value === test ? 'yes' : 'no'
  if (test === 'given') return typeof value === 'string' && value.trim() !== '' ? 'yes' : 'no'
  if (Array.isArray(test)) return test.includes(String(value)) ? 'yes' : 'no'
  return typeof value === 'number' && value >= test.min ? 'yes' : 'no'
}

function allHold(tests: Readonly<Record<string, Test>>, facts: EvidenceFacts): Held {
  const held = Object.entries(tests).map(([fact, test]) => holds(test, facts[fact]))
  if (held.includes('no')) return 'no'
  return held.includes('open') ? 'open' : 'yes'
}

/** How a line stands: idle where it is not asked, open while what it needs is not known. */
export function outcomeOf({ when, met }: Pick<ChecklistLine, 'when' | 'met'>, facts: EvidenceFacts): LineOutcome {
  const asked = when ? allHold(when, facts) : 'yes'
  if (asked === 'no') return 'idle'
  if (asked === 'open') return 'open'
  const held = [met].flat().map((tests) => allHold(tests, facts))
  if (held.includes('yes')) return 'met'
  return held.includes('open') ? 'open' : 'failed'
}

export type CheckedLine = {
  readonly id: string
  readonly outcome: Exclude<LineOutcome, 'idle'>
  readonly words: Sentence
  readonly consequence: 'curable' | 'excluded'
  readonly cure: Sentence
  /** What the officer has to answer, or what failed. */
  readonly facts: readonly string[]
  readonly basis: readonly Sentence[]
  readonly statusWords: Sentence
  readonly isVerified: boolean
}

/** The checklist of an item: every line that is asked of its kind, with what is missing and what cures it. */
export function checklistOf(
  { evidence, laws }: Pick<Law, 'evidence' | 'laws'>,
  kind: EvidenceKind,
  facts: EvidenceFacts,
): readonly CheckedLine[] {
  return evidence.lines.flatMap((line) => {
    if (line.of && !line.of.includes(kind)) return []
    const outcome = outcomeOf(line, facts)
    if (outcome === 'idle') return []
    const { id, words, cure, basis, status, when, met } = line
    const tested = new Set([when ?? {}, ...[met].flat()].flatMap((tests) => Object.keys(tests)))
    return [
      {
        id,
        outcome,
        words,
        consequence: line.else,
        cure,
        facts: [...tested],
        basis: basis.map((each) => citationWords(laws, each)),
        statusWords: statusWords[status],
        isVerified: isVerified(status),
      },
    ]
  })
}

export const admissibilities = ['admissible', 'unchecked', 'curable', 'excluded'] as const
export type Admissibility = (typeof admissibilities)[number]

/** What the lines come to. A curable defect that was corrected or explained no longer counts; what excludes always does. */
export function admissibilityOf(
  lines: readonly Pick<CheckedLine, 'id' | 'outcome' | 'consequence'>[],
  cured: readonly string[] = [],
): Admissibility {
  const failed = lines.filter(({ outcome }) => outcome === 'failed')
  if (failed.some(({ consequence }) => consequence === 'excluded')) return 'excluded'
  if (failed.some(({ id }) => !cured.includes(id))) return 'curable'
  return lines.some(({ outcome }) => outcome === 'open') ? 'unchecked' : 'admissible'
}

const ruleOfKind = ({ evidence }: Pick<Law, 'evidence'>, kind: EvidenceKind): KindRule =>
  evidence.kinds.find(({ id }) => id === kind)!

/** Whether an agency may collect evidence of a kind: the proceedings know the kind, and it has one of the powers. */
export function powerToCollect(law: Law, kind: EvidenceKind, asking: Asking): PowerTold {
  const rule = ruleOfKind(law, kind)
  const told = rule.collectedBy.map((id) => powerOf(law, id, asking))
  const allowed = rule[asking.proceeding] && told.find(({ isAllowed }) => isAllowed)
  return allowed || { ...told[0]!, isAllowed: false }
}

/** The kinds that an agency may register in proceedings of a sort, each with its name there. */
export const kindsFor = (law: Law, asking: Asking): { readonly id: EvidenceKind; readonly words: Sentence }[] =>
  law.evidence.kinds.flatMap(({ id, ...rule }) => {
    const words = rule[asking.proceeding]
    return words && powerToCollect(law, id, asking).isAllowed ? [{ id, words }] : []
  })

/** Whether an agency may collect by a paper, and what the clocks are told when it did. */
export function collectionBy(law: Law, instrument: string, asking: Asking) {
  const rule = law.evidence.collections.find((each) => each.instrument === instrument)
  if (!rule) throw refusals.instrumentUnknown(instrument)
  const isCounted = !rule.in || rule.in === asking.proceeding
  return { power: instrumentOf(law, instrument, asking), registers: (isCounted && rule.registers) || null }
}

/** The name of a kind in the proceedings it was collected in. */
export function kindWords(law: Pick<Law, 'evidence'>, kind: EvidenceKind, proceeding: Proceeding): Sentence {
  const rule = ruleOfKind(law, kind)
  return (rule[proceeding] ?? rule.criminal ?? rule.administrative)!
}

/** How material of the kind comes into criminal proceedings, and what has to be done for it. */
export function conversionOf({ evidence, laws }: Pick<Law, 'evidence' | 'laws'>, kind: EvidenceKind) {
  const id: Conversion = ruleOfKind({ evidence }, kind).converts
  const { words, task, basis, status } = evidence.conversions[id]
  return {
    id,
    words,
    task,
    basis: basis.map((each) => citationWords(laws, each)),
    statusWords: statusWords[status],
    isVerified: isVerified(status),
  }
}

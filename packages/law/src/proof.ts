import type { Sentence } from '@lianban/kernel'
import type { Charges, FactToProve, GapCode } from './charge-rule.ts'
import { citationWords, isVerified, statusWords } from './citation.ts'
import type { EvidenceKind } from './evidence-rule.ts'
import type { Law } from './load-law.ts'

export const relations = ['direct', 'corroborates', 'contradicts'] as const
export type Relation = (typeof relations)[number]

/** Whether an item may be relied on, and if not, why. What was taken anew is replaced by what it was taken anew as. */
export const countings = ['yes', 'unchecked', 'curable', 'excluded', 'unconverted', 'replaced'] as const
export type Counting = (typeof countings)[number]

/** An item of evidence as it was bound to a fact. */
export type Bound = {
  readonly id: string
  readonly relation: Relation
  readonly kind: EvidenceKind
  readonly counts: Counting
  /** Where it comes from, and the original it goes back to: what shares either depends on the other. */
  readonly source: string
  readonly root: string
  /** Whether somebody said how a contradiction is resolved. */
  readonly isExplained: boolean
}

export type FoundGap = { readonly code: GapCode; readonly items: readonly string[] }

/** How many of the items come from sources that do not depend on each other. */
function independent(items: readonly Bound[]): number {
  const groups: Bound[][] = []
  for (const item of items) {
    const near = groups.filter((group) =>
      group.some(({ source, root }) => root === item.root || source.trim() === item.source.trim()),
    )
    for (const group of near) groups.splice(groups.indexOf(group), 1)
    groups.push([item, ...near.flat()])
  }
  return groups.length
}

const notCounted: readonly GapCode[] = ['unchecked', 'curable', 'excluded', 'unconverted']

/**
 * What a fact lacks: one item that may be relied on and proves it directly, or several from independent sources, is enough;
 * a confession never proves alone; a contradiction is open until it is explained. No gap means that it is proved.
 */
export function gapsOf({ proof }: Charges, items: readonly Bound[]): FoundGap[] {
  const proving = items.filter(({ relation }) => relation !== 'contradicts')
  const counted = proving.filter(({ counts }) => counts === 'yes')
  const isAlone = counted.length > 0 && counted.every(({ kind }) => proof.neverAlone.includes(kind))
  const isEnough = counted.some(({ relation }) => relation === 'direct') || independent(counted) >= proof.corroborating
  const isProved = isEnough && !isAlone
  const against = items.filter(
    ({ relation, counts, isExplained }) =>
      relation === 'contradicts' && !isExplained && counts !== 'excluded' && counts !== 'replaced',
  )
  const gap = (code: GapCode, of: readonly Bound[]): FoundGap => ({ code, items: of.map(({ id }) => id) })
  const lacking = isAlone ? 'statement_alone' : counted.length > 0 ? 'one_source' : 'nothing'
  return [
    ...(isProved
      ? []
      : [
          gap(lacking, counted),
          ...notCounted
            .map((code) =>
              gap(
                code,
                proving.filter(({ counts }) => counts === code),
              ),
            )
            .filter((found) => found.items.length > 0),
        ]),
    ...(against.length > 0 ? [gap('contradicted', against)] : []),
  ]
}

/** Whether what a fact lacks is a gap of the case: what is optional is one only once something was bound to it. */
export const isAsked = ({ optional }: Pick<FactToProve, 'optional'>, items: readonly Bound[]): boolean =>
  !optional || items.length > 0

export type GapTold = {
  readonly code: GapCode
  readonly words: Sentence
  readonly closes: Sentence
  readonly basis: readonly Sentence[]
  readonly statusWords: Sentence
  readonly isVerified: boolean
}

/** A gap in words: what is missing, what would close it, and the article that asks for it. */
export function gapTold({ charges, laws }: Pick<Law, 'charges' | 'laws'>, code: GapCode): GapTold {
  const { words, closes, basis, status } = charges.gaps[code]
  return {
    code,
    words,
    closes,
    basis: basis.map((each) => citationWords(laws, each)),
    statusWords: statusWords[status],
    isVerified: isVerified(status),
  }
}

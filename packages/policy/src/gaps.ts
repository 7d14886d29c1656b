import type { Sentence } from '@lianban/kernel'
import { type Attributes, lackOf } from './explain-words.ts'
import { type Fill, holds, type Row } from './holds.ts'
import { type Test, valuesOf, type When } from './rule.ts'
import { own, type RelationDefinition, type Vocabulary } from './vocabulary.ts'

/** One thing that is missing for a rule to allow an act. */
export type Gap = {
  /** `role`, `officer`, or what the vocabulary calls a gap in this attribute. */
  readonly kind: string
  readonly words: Sentence
  /** Where it is: an attribute, or a relation, the place in it and an attribute; `$roles` for the roles. */
  readonly path: readonly (string | number)[]
  /** The instant that the row holds, where the gap is one of time. */
  readonly at?: Date
  /** How far from the officer's reach: one's own relation to the row, one's role, a relation to come, the row itself, who one is. */
  readonly distance: number
}

type Given = { readonly of: Attributes; readonly fill: Fill; readonly vocabulary: Vocabulary }

/** What is missing for all tests to hold; what is missing within a relation is told of the row in it that is nearest. */
export function gapsIn(when: When, row: Row, given: Given): Gap[] {
  return Object.entries(when).flatMap(([attribute, test]): Gap[] => {
    const value = row[attribute]
    if (holds(test, value, given.fill)) return []
    const relation = own(given.of.relations ?? {}, attribute)
    if (relation && 'some' in test) return gapsInRelation({ attribute, relation, test }, value as readonly Row[], given)
    const gap = 'who' in test ? 'officer' : (own(given.of.fields, attribute)?.gap ?? 'other')
    return [
      {
        kind: gap,
        path: [attribute],
        words: lackOf(attribute, test, value, given),
        ...(value instanceof Date && { at: value }),
        distance: 'who' in test || asksWhoOneIs(test) ? 5 : 4,
      },
    ]
  })
}

type Asked = {
  readonly attribute: string
  readonly relation: RelationDefinition
  readonly test: { readonly some: When }
}

function gapsInRelation(asked: Asked, rows: readonly Row[], given: Given): Gap[] {
  const { attribute, relation, test } = asked
  const within = { ...given, of: { fields: relation.fields } }
  const [nearest, ...others] = candidates(asked, rows, given.fill)
    .map((place) => ({ place, gaps: gapsIn(test.some, rows[place]!, within) }))
    .toReversed()
  if (!nearest) {
    const words = lackOf(attribute, test, undefined, given)
    return [{ kind: relation.gap ?? 'other', path: [attribute], words, distance: 3 }]
  }
  const { place, gaps } = others.reduce((best, other) => (other.gaps.length < best.gaps.length ? other : best), nearest)
  return gaps.map((gap) => ({
    ...gap,
    path: [attribute, place, ...gap.path],
    distance: relation.isOne ? gap.distance : 1,
  }))
}

/** Places of the related rows that are the officer's own: what others hold there is not what the officer lacks. */
function candidates({ relation, test }: Asked, rows: readonly Row[], fill: Fill): number[] {
  const identifying = Object.entries(test.some).filter(([, inner]) => asksWhoOneIs(inner))
  const isOwn = (row: Row) => identifying.every(([attribute, inner]) => holds(inner, row[attribute], fill))
  return rows.flatMap((row, place) => (relation.isOne || isOwn(row) ? [place] : []))
}

/** Whether a test compares with the officer who asks. */
const asksWhoOneIs = (test: Test): boolean =>
  valuesOf(test).some((value) => typeof value === 'string' && value.startsWith('$officer.'))

import type { Sentence } from '@lianban/kernel'
import { type Attributes, clauseOf } from './explain-words.ts'
import { type Fill, holds, type Row } from './holds.ts'
import { type Test, type Value, valuesOf, type When } from './rule.ts'
import { type AttributeDefinition, type FieldType, own, type Vocabulary } from './vocabulary.ts'

type Given = { readonly of: Attributes; readonly fill: Fill; readonly vocabulary: Vocabulary }

/** A row that meets every test, and of which nothing else is known. */
export const witness = (when: When, of: Attributes, fill: Fill): Row =>
  Object.fromEntries(Object.entries(when).map(([attribute, test]) => [attribute, meeting(test, attribute, of, fill)]))

function meeting(test: Test, attribute: string, of: Attributes, fill: Fill): unknown {
  if ('some' in test) return [witness(test.some, own(of.relations ?? {}, attribute) ?? { fields: {} }, fill)]
  const field = own(of.fields, attribute)
  return field && bothSides(test, field, fill).find((value) => holds(test, value, fill))
}

/** A row that differs from the witness in one thing that the tests ask, and that difference in words. */
export type Neighbour = { readonly difference: Sentence; readonly row: Row }

/** Every such row: all values of an attribute that has a list of them, and otherwise one to each side of the test. */
export function neighbours(when: When, { of, fill, vocabulary }: Given): Neighbour[] {
  const row = witness(when, of, fill)
  const changed = (attribute: string, value: unknown) => ({ ...row, [attribute]: value })
  return Object.entries(when).flatMap(([attribute, test]): Neighbour[] => {
    const relation = own(of.relations ?? {}, attribute)
    if ('some' in test && relation) {
      const { zh, en } = relation.words ?? { zh: attribute, en: attribute }
      const within = neighbours(test.some, { of: relation, fill, vocabulary })
      return [
        { difference: { zh: `没有${zh}`, en: `without ${en}` }, row: changed(attribute, []) },
        ...within.map((near) => ({ ...near, row: changed(attribute, [near.row]) })),
      ]
    }
    const field = own(of.fields, attribute)
    const others = field ? bothSides(test, field, fill).filter((value) => !same(value, row[attribute])) : []
    return others.map((value) => {
      const shown = field?.type === 'id' ? whose(test, value, fill) : { oneOf: [value].flat() as Value[] }
      return { difference: clauseOf(attribute, shown, of, vocabulary), row: changed(attribute, value) }
    })
  })
}

/** An id says nothing to anybody: it is told whose it is, or whose it is not. */
function whose(test: Test, value: unknown, fill: Fill): Test {
  const names = valuesOf(test)
  const named = names.find((name) => same(fill(name), value))
  return named === undefined ? { not: names } : { is: named }
}

function bothSides(test: Test, field: AttributeDefinition, fill: Fill): unknown[] {
  const named = valuesOf(test).map(fill)
  if (field.type === 'texts') return [named, []]
  if (field.values) return [...field.values]
  if (field.type === 'time') return named.flatMap((at) => [-1, 0, 1].map((ms) => new Date(Number(at) + ms)))
  if (field.type === 'flag') return [true, false]
  return [...named, somethingElse[field.type](named)]
}

const somethingElse: Record<Exclude<FieldType, 'time' | 'texts' | 'flag'>, (named: readonly Value[]) => Value> = {
  text: () => 'something else',
  id: () => '00000000-0000-7000-8000-0000000000ff',
  number: (named) => Math.max(0, ...named.map(Number)) + 1,
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

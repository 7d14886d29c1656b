import { isDeepStrictEqual } from 'node:util'
import type { Branch } from './branches.ts'
import type { Condition } from './condition.ts'

/** The ways in that start from the same value of the same column, walked together. */
export type Walk = {
  readonly by: Start | undefined
  /** What every way asks. */
  readonly inside: readonly Condition[]
  readonly rest: readonly Condition[]
  /** What the ways ask besides, one of which has to hold; nothing when one of them asks no more. */
  readonly choices: readonly Pick<Branch, 'inside' | 'rest'>[]
}

/** One column and the values in it that rows are read off from: one where their order counts. */
type Start = Omit<NonNullable<Branch['by']>, 'value'> & { readonly values: readonly unknown[] }

export function merged(branches: readonly Branch[]): Walk[] {
  const groups = Map.groupBy(branches, ({ by }) => (by ? JSON.stringify([by.name, typeof by.value, by.value]) : ''))
  return [...groups.values()].map((group) => {
    const inside = common(group.map((branch) => branch.inside))
    const rest = common(group.map((branch) => branch.rest))
    const choices = group.map((branch) => ({
      inside: branch.inside.filter((term) => !holds(inside, term)),
      rest: branch.rest.filter((term) => !holds(rest, term)),
    }))
    const isOpen = choices.some((choice) => choice.inside.length + choice.rest.length === 0)
    const by = group[0]?.by
    return { by: by && { ...by, values: [by.value] }, inside, rest, choices: isOpen ? [] : choices }
  })
}

/** Ways that differ in nothing but the value they start from, as one: for whoever does not need them in order. */
export function together(walks: readonly Walk[]): Walk[] {
  const joined: Walk[] = []
  for (const walk of walks) {
    const same = joined.findIndex((other) => isSameButValue(other, walk))
    const other = joined[same]
    if (other?.by && walk.by)
      joined[same] = { ...other, by: { ...other.by, values: [...other.by.values, ...walk.by.values] } }
    else joined.push(walk)
  }
  return joined
}

const isSameButValue = ({ by, ...asked }: Walk, { by: otherBy, ...otherAsked }: Walk): boolean =>
  by !== undefined && by.name === otherBy?.name && isDeepStrictEqual(asked, otherAsked)

const common = ([first = [], ...others]: readonly (readonly Condition[])[]): readonly Condition[] =>
  first.filter((term) => others.every((terms) => holds(terms, term)))

const holds = (terms: readonly Condition[], term: Condition): boolean =>
  terms.some((other) => isDeepStrictEqual(other, term))

import { isDeepStrictEqual } from 'node:util'
import type { Branch } from './branches.ts'
import type { Condition } from './condition.ts'

/** The ways in that start from the same value of the same column, walked together. */
export type Walk = Pick<Branch, 'by'> & {
  /** What every way asks. */
  readonly inside: readonly Condition[]
  readonly rest: readonly Condition[]
  /** What the ways ask besides, one of which has to hold; nothing when one of them asks no more. */
  readonly choices: readonly Pick<Branch, 'inside' | 'rest'>[]
}

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
    return { by: group[0]?.by, inside, rest, choices: isOpen ? [] : choices }
  })
}

const common = ([first = [], ...others]: readonly (readonly Condition[])[]): readonly Condition[] =>
  first.filter((term) => others.every((terms) => holds(terms, term)))

const holds = (terms: readonly Condition[], term: Condition): boolean =>
  terms.some((other) => isDeepStrictEqual(other, term))

import type { Chain, FactInChain } from '../app/api-types.ts'

type Bound = FactInChain['bindings'][number]
export type ReviewItem = { readonly id: string; readonly number: number; readonly name: string }

/** The items of a case that are bound to a fact of its charges, each once, by their number. */
export function itemsIn({ elements }: Pick<Chain, 'elements'>): ReviewItem[] {
  const bound = elements.flatMap(({ facts }) => facts.flatMap(({ bindings }) => bindings))
  return [...new Map(bound.map(({ item }) => [item.id as string, item])).values()].toSorted(
    (a, b) => a.number - b.number,
  )
}

/** How an item stands to a fact, if it is bound to it. */
export const cellOf = ({ bindings }: Pick<FactInChain, 'bindings'>, itemId: string): Bound | undefined =>
  bindings.find(({ item }) => item.id === itemId)

/** The item one step to the left or right of another, or the same at either end. */
export function itemBeside(items: readonly ReviewItem[], id: string, step: -1 | 1): ReviewItem | undefined {
  const at = items.findIndex((item) => item.id === id)
  return at < 0 ? undefined : (items[at + step] ?? items[at])
}

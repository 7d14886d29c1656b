import type { ShownRecord } from '../app/api-types.ts'

export type Seizure = Extract<ShownRecord, { readonly state: 'shown'; readonly kind: 'seizure' }>
type Item = Seizure['items'][number]

export type SeizureRow = {
  readonly item: Item
  /** A line of the ledger; an item without any stands for itself. */
  readonly goods: Item['goods'][number] | undefined
}

/** The list line by line, as it is printed. */
export const seizureRows = ({ items }: Pick<Seizure, 'items'>): SeizureRow[] =>
  items.flatMap((item): SeizureRow[] =>
    item.goods.length === 0 ? [{ item, goods: undefined }] : item.goods.map((goods) => ({ item, goods })),
  )

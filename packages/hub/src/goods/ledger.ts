import type { Tx } from '@lianban/db'
import type { EvidenceId } from '@lianban/kernel'
import { type Dimension, type Quantity, worthOf } from '@lianban/law'
import { inArray } from 'drizzle-orm'
import { linesInOrder, strikesOf } from './store.ts'
import { goodsLines } from './table.ts'

/** A line of the ledger as it counts. */
type Counted = { readonly quantity: Quantity; readonly worth: number | null }

/** Lines with what they are worth, and those that were struck out with the reason. */
export async function ledgerOf(tx: Tx, ids: readonly EvidenceId[]) {
  const rows = ids.length ? await linesInOrder(tx, inArray(goodsLines.itemId, [...ids])) : []
  const strikes = await strikesOf(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map(({ caseId: _case, dimension, amount, recordedBy: _by, ...line }) => {
    const quantity = { dimension, amount }
    const struck = strikes.get(line.id)
    const worth = worthOf({ ...line, quantity })
    return { ...line, quantity, worth, struck: struck ? { reason: struck.reason } : null }
  })
}

/** What lines come to in all, by what they are counted in, and how many of them have no price. */
export function summedUp(counted: readonly Counted[]) {
  const sums = Map.groupBy(counted, ({ quantity }) => quantity.dimension)
  return {
    totals: [...sums].map(([dimension, of]): { dimension: Dimension; amount: number } => ({
      dimension,
      amount: of.reduce((sum, { quantity }) => sum + quantity.amount, 0),
    })),
    worth: counted.reduce((sum, { worth }) => sum + (worth ?? 0), 0),
    unpriced: counted.filter(({ worth }) => worth === null).length,
  }
}

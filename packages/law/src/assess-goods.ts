import type { Sentence } from '@lianban/kernel'
import { z } from 'zod'
import { type Assessment, assess } from './assess.ts'
import { citationWords, isVerified, statusWords } from './citation.ts'
import { type Act, Facts } from './facts.ts'
import type { Law } from './load-law.ts'
import { quantityWords } from './quantity.ts'
import { refusals } from './refusals.ts'
import { Item, type Valued, valued } from './valuation.ts'

/** Goods of a matter: which act they belong to, and whether they were sold or are still held. */
const Goods = z.strictObject({
  act: z.int().min(0).max(199).default(0),
  isSold: z.boolean().default(false),
  item: Item,
})

/** What is known of a matter, and the goods whose quantities and prices are counted into its acts. */
export const MatterOfGoods = z.strictObject({ facts: Facts, goods: z.array(Goods).max(100) })
export type MatterOfGoods = z.infer<typeof MatterOfGoods>

export type GoodsTold = {
  readonly quantity: Sentence
  /** What they come to by the first price in the law's order; nothing where there is none. */
  readonly amount: Sentence | null
  readonly method: Sentence | null
  readonly basis: readonly Sentence[]
  readonly statusWords: Sentence | null
  readonly isVerified: boolean
  /** Prices that were entered and that another goes before. */
  readonly besides: readonly Sentence[]
}

/** Values the goods first, counts them into their acts, and tells what the matter then is. */
export function assessGoods(
  law: Law,
  { facts, goods }: MatterOfGoods,
): { readonly assessment: Assessment; readonly goods: readonly GoodsTold[] } {
  const acts: Act[] = [...facts.acts]
  const worth = goods.map(({ act, isSold, item }) => {
    const [into, found] = [acts[act], valued(law.valuation, item)]
    if (!into) throw refusals.actUnknown(act + 1)
    acts[act] = withGoods(into, found, isSold)
    return told(law, found)
  })
  return { assessment: assess(law, { ...facts, acts }), goods: worth }
}

function withGoods(act: Act, { fen, quantity }: Valued, isSold: boolean): Act {
  const measure = isSold ? 'sales' : 'unsold'
  return {
    ...act,
    ...(fen !== null && { [measure]: (act[measure] ?? 0) + fen }),
    ...(quantity.dimension === 'sticks' && { sticks: (act.sticks ?? 0) + quantity.amount }),
  }
}

const money = (amount: number): Sentence => quantityWords({ dimension: 'money', amount })

function told({ laws, valuation }: Law, { quantity, fen, method, kept, counts }: Valued): GoodsTold {
  const wordsOf = (id: string | undefined) => valuation.find((each) => each.id === id)?.words ?? sum
  return {
    quantity: quantityWords(quantity),
    amount: fen === null ? null : money(fen),
    method: method?.words ?? null,
    basis: (method?.basis ?? []).map((each) => citationWords(laws, each)),
    statusWords: method ? statusWords[method.status] : null,
    isVerified: method ? isVerified(method.status) : false,
    besides: kept.flatMap((each, i) => {
      if (i === counts) return []
      const [words, amount] = [wordsOf(each.method), money(each.fen)]
      return [{ zh: `${words.zh}：${amount.zh}`, en: `${words.en}: ${amount.en}` }]
    }),
  }
}

const sum: Sentence = { zh: '有关材料所载金额', en: 'a sum that a paper names' }

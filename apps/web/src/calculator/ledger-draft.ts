import { genuinenesses } from '@lianban/law/names'
import type { GoodsLedger } from '../app/api-types.ts'
import { quantityText } from '../evidence/record-draft.ts'
import { blankGoods, type Draft, type GoodsDraft } from './draft.ts'

type Line = Pick<
  GoodsLedger['lines'][number],
  'goods' | 'category' | 'quantity' | 'sticksPerPack' | 'price' | 'pricePer' | 'priceSource' | 'struck'
>

/** What the words of a price's source say it is, in the order in which the law looks for prices; else the officer chooses. */
const sources: readonly (readonly [RegExp, string])[] = [
  [/实际|进货|购进|(?<!零)售价|销售/, 'actual_price'],
  [/全国|国家/, 'national_retail'],
  [/平均/, 'provincial_average'],
  [/省|零售|价格证明|目录/, 'provincial_retail'],
]
/** Units that hold so many sticks as the pack does. */
const byPack = ['盒', '条', '件', '箱']

/** The ledger as a draft of the calculator: what counts, line by line, and what the goods are where all are the same. */
export function draftOfLedger(lines: readonly Line[]): Pick<Draft, 'genuineness' | 'goods'> {
  const counted = lines.filter(({ struck }) => !struck)
  const categories = [...new Set(counted.map(({ category }) => category))]
  const [category] = categories
  const isOne = categories.length === 1 && genuinenesses.some((each) => each === category)
  return { genuineness: isOne ? category! : '', goods: counted.map(asGoods) }
}

function asGoods({ goods, quantity, sticksPerPack, price, pricePer, priceSource }: Line): GoodsDraft {
  const isOfOtherPack = (sticksPerPack ?? 20) !== 20 && byPack.includes(pricePer)
  const isPriced = price !== null && !isOfOtherPack
  const typed = isOfOtherPack ? `${quantity.amount} 支` : quantityText(quantity)
  return {
    ...blankGoods(),
    goods,
    quantity: typed,
    ...(isPriced && {
      price: `${price / 100} 元`,
      per: pricePer,
      method: sources.find(([words]) => words.test(priceSource))?.[1] ?? '',
    }),
  }
}

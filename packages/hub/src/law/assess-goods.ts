import { assessGoods, MatterOfGoods } from '@lianban/law'
import { list } from '../query.ts'

/** What goods come to by the law's order of prices, and what a matter of them is; it reads no record and leaves none. */
export const assessMatterOfGoods = list({
  name: 'law.assessGoods',
  input: MatterOfGoods,
  run: async ({ input, hub }) => assessGoods(hub.law, input),
})

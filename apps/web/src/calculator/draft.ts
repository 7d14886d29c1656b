import { goodsUnits } from '@lianban/law/names'

export type ActDraft = { on: string; gain: string; sales: string; evadedTax: string; isDealtWith: boolean }
export type GoodsDraft = {
  goods: string
  quantity: string
  method: string
  price: string
  per: string
  act: string
  isSold: boolean
}
export type Draft = {
  genuineness: string
  licence: string
  channel: string
  activity: string
  product: string
  actor: string
  isDrugLaced: boolean
  isPenaltyDecided: boolean
  penalties: string
  acts: ActDraft[]
  goods: GoodsDraft[]
}

export const blankAct = (on: string): ActDraft => ({ on, gain: '', sales: '', evadedTax: '', isDealtWith: false })
export const blankGoods = (): GoodsDraft => ({
  goods: 'cigarette',
  quantity: '',
  method: '',
  price: '',
  per: '条',
  act: '0',
  isSold: false,
})
export const blankDraft = (today: string): Draft => ({
  genuineness: '',
  licence: '',
  channel: '',
  activity: '',
  product: 'cigarette',
  actor: 'person',
  isDrugLaced: false,
  isPenaltyDecided: false,
  penalties: '',
  acts: [blankAct(today)],
  goods: [blankGoods()],
})

type Figure = { readonly amount: number; readonly unit: string }

/** The goods that a case has on record, each a line to be priced; what is not counted in a unit of goods is none. */
export const goodsOf = (figures: readonly Figure[]): GoodsDraft[] =>
  figures
    .filter(({ unit }) => goodsUnits.some((known) => known === unit))
    .map(({ amount, unit }) => ({ ...blankGoods(), quantity: `${amount}${unit}` }))

/** What was left empty is not known, and is not sent. */
const known = <Fields extends Record<string, string>>(fields: Fields): Partial<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, text]) => text.trim() !== '')) as Partial<Fields>

/** The draft as the hub is asked: goods without a quantity are not there yet, and a price needs its source. */
export function questionOf(draft: Draft, today: string) {
  const { genuineness, licence, channel, activity, product, actor } = draft
  const { isDrugLaced, isPenaltyDecided, penalties } = draft
  return {
    facts: {
      ...known({ genuineness, licence, channel, activity, product, actor }),
      isDrugLaced,
      isPenaltyDecided,
      penalties: penalties.split(/[\s,，、]+/).filter(Boolean),
      assessedOn: today,
      acts: draft.acts.map(({ on, isDealtWith, ...amounts }) => ({ on, isDealtWith, ...known(amounts) })),
    },
    goods: draft.goods
      .filter(({ quantity }) => quantity.trim() !== '')
      .map(({ goods, quantity, method, price, per, act, isSold }) => ({
        act: Number(act),
        isSold,
        item: { goods, quantity, valuations: method && price.trim() ? [{ method, price, per }] : [] },
      })),
  }
}

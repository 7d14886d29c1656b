import { expect, test } from 'vitest'
import { draftOfLedger } from './ledger-draft.ts'

const line = {
  goods: 'cigarette',
  category: 'counterfeit',
  quantity: { dimension: 'sticks', amount: 100_000 },
  sticksPerPack: null,
  price: 45_000,
  pricePer: '条',
  priceSource: '北京市烟草专卖局零售价格',
  struck: null,
} as const

test('[WE543] the goods of the ledger that count are lines of the calculator, with price and source', () => {
  const struck = { ...line, struck: { reason: '重复' } }
  expect(draftOfLedger([line, struck])).toMatchObject({
    genuineness: 'counterfeit',
    goods: [
      {
        goods: 'cigarette',
        quantity: '500 条',
        price: '450 元',
        per: '条',
        method: 'provincial_retail',
        isSold: false,
      },
    ],
  })
  expect(draftOfLedger([{ ...line, priceSource: '当事人口述' }]).goods[0]).toMatchObject({
    method: '',
    price: '450 元',
  })
  expect(draftOfLedger([{ ...line, price: null, pricePer: '', priceSource: '' }]).goods[0]).toMatchObject({ price: '' })
})

test('[WE544] what the goods are is said only where all are the same, and packs of another size are counted in sticks', () => {
  expect(draftOfLedger([line, { ...line, category: 'genuine' }]).genuineness).toBe('')
  expect(draftOfLedger([{ ...line, category: 'unknown' }]).genuineness).toBe('')
  expect(draftOfLedger([{ ...line, sticksPerPack: 10 }]).goods[0]).toMatchObject({ quantity: '100000 支', price: '' })
})

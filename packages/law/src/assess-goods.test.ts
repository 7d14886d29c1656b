import { describe, expect, test } from 'vitest'
import { ourLaw } from './a-law.ts'
import { assessGoods, MatterOfGoods } from './assess-goods.ts'

const asked = (facts: object, ...goods: object[]) =>
  assessGoods(
    ourLaw,
    MatterOfGoods.parse({
      facts: { assessedOn: '2026-03-02', acts: [{ on: '2026-03-01', gain: '0 元' }], ...facts },
      goods,
    }),
  )
const unlicensed = { genuineness: 'genuine', licence: 'none', activity: 'wholesale', product: 'cigarette' }
const cartons = (quantity: string, price: string, more: object = {}) => ({
  item: { goods: 'cigarette', quantity, valuations: [{ method: 'provincial_retail', price, per: '条' }] },
  ...more,
})

describe('goods of a matter', () => {
  test('[LA62] are valued by the law’s order of prices and counted into the matter, sold or held', () => {
    const { assessment, goods } = asked(unlicensed, cartons('249 条', '200 元'), cartons('1 条', '199.99 元'))
    expect(goods[0]).toMatchObject({ amount: { zh: '49800元' }, basis: [{ zh: expect.stringContaining('第4条') }, {}] })
    expect(assessment.conclusion).not.toBe('must_transfer')
    const more = asked(unlicensed, cartons('249 条', '200 元'), cartons('1 条', '200 元', { isSold: true }))
    expect(more.assessment).toMatchObject({ conclusion: 'must_transfer', to: 'police' })
  })

  test('[LA62] tell the prices that another goes before, and that there is none', () => {
    const valuations = [
      { method: 'provincial_average', price: '100 元', per: '条' },
      { method: 'actual_price', price: '90 元', per: '条' },
    ]
    const { goods } = asked(
      unlicensed,
      { item: { goods: 'cigarette', quantity: '10 条', valuations } },
      { item: { goods: 'cigarette', quantity: '10 条', valuations: [] } },
    )
    expect(goods[0]).toMatchObject({ amount: { zh: '900元' }, besides: [{ zh: expect.stringContaining('1000元') }] })
    expect(goods[1]).toMatchObject({ amount: null, method: null, quantity: { zh: '2000支' } })
  })

  test('[LA62] meet the row of sticks on both sides of its limit', () => {
    const row = (quantity: string) =>
      asked(unlicensed, { item: { goods: 'cigarette', quantity, valuations: [] } }).assessment.rows.find(
        ({ numbers }) => numbers.some(({ measure }) => measure === 'sticks'),
      )?.verdict
    expect([row('199999 支'), row('200000 支')]).toEqual(['unmet', 'met'])
  })

  test('[LA62] that belong to no act are refused with what to do', () => {
    expect(() => asked(unlicensed, cartons('1 条', '1 元', { act: 1 }))).toThrow('act')
  })
})

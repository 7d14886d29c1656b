import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ourLaw } from './a-law.ts'
import { Item, valued } from './valuation.ts'

const value = (plain: Record<string, unknown>) =>
  valued(ourLaw.valuation, Item.parse({ goods: 'cigarette', quantity: '3 条', ...plain }))

describe('what goods come to', () => {
  test('[LA33] the first method of the law for which there is a price counts, and every valuation is kept', () => {
    const found = value({
      valuations: [
        { kind: 'fund_flow', total: '300 万元' },
        { method: 'provincial_average', price: '200 元', per: '条' },
        {
          method: 'provincial_retail',
          price: '45 元',
          per: '盒',
          document: '价格证明〔2026〕3号',
          issuer: '省局',
          on: '2026-02-01',
        },
        { kind: 'marked_value', total: '5.5 万元' },
      ],
    })
    expect(found).toMatchObject({ counts: 2, fen: 135_000, method: { id: 'provincial_retail' } })
    expect(found.kept.map(({ fen }) => fen)).toEqual([300_000_000, 60_000, 135_000, 5_500_000])
  })

  test('[LA33] goods without a price by any method come to nothing that could be counted', () => {
    const found = value({ valuations: [{ kind: 'marked_value', total: '5.5 万元' }] })
    expect(found).toMatchObject({ counts: null, fen: null, method: null })
    expect(found.kept).toHaveLength(1)
  })

  test('[LA34] the value is whole fen, half a fen rounded up, for any price and size of pack', () => {
    const one = (price: string, per: string, quantity: string, more = {}) =>
      value({ quantity, valuations: [{ method: 'actual_price', price, per }], ...more }).fen
    expect(one('0.01 元', '盒', '10 支')).toBe(1)
    expect(one('0.01 元', '盒', '9 支')).toBe(0)
    expect(one('16 元', '盒', '1 条', { sticksPerPack: 16 })).toBe(16_000)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 1e7 }), (sticks, fen) => {
        const price = `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')} 元`
        const exact = (BigInt(sticks) * BigInt(fen) * 2n + 200n) / 400n
        expect(one(price, '条', `${sticks} 支`)).toBe(Number(exact))
      }),
    )
  })

  test('[LA35] a price whose unit, method or size does not fit is refused with what to do', () => {
    const of = (each: Record<string, unknown>) => () => value({ valuations: [{ price: '1 元', per: '条', ...each }] })
    expect(of({ method: 'actual_price', per: '公斤' })).toThrow('counted differently')
    expect(of({ method: 'actual_price', per: '堆' })).toThrow('counted differently')
    expect(of({ method: 'leaf_base' })).toThrow('not for goods of this kind')
    expect(of({ method: 'guess' })).toThrow('No method')
    expect(() => value({ quantity: '3', valuations: [] })).toThrow('number and its unit')
    expect(() => value({ quantity: '9999999 件', valuations: [] })).toThrow('number and its unit')
    expect(of({ method: 'actual_price', price: '90000000000 元', per: '支' })).toThrow('absurd')
    expect(() => Item.parse({ goods: 'cigarette', quantity: '3 条', valuations: [{ price: '1 元' }] })).toThrow(
      '估价须有方法',
    )
  })
})

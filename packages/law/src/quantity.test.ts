import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseQuantity, quantityOf, quantityWords } from './quantity.ts'

describe('amounts and their units', () => {
  test.each([
    ['50000 元', 'money', 5_000_000],
    ['49999.99元', 'money', 4_999_999],
    ['0.1 元', 'money', 10],
    ['5.5万元', 'money', 5_500_000],
    ['199999 支', 'sticks', 199_999],
    ['3 盒', 'sticks', 60],
    ['1000 条', 'sticks', 200_000],
    ['1 件', 'sticks', 10_000],
    ['1箱', 'sticks', 50_000],
    ['160.56 公斤', 'mass', 160_560],
    ['9 克', 'mass', 9],
    ['12 毫升', 'volume', 12],
    ['20000 枚', 'pieces', 20_000],
    ['2 次', 'times', 2],
  ] as const)('[LA30] %s is so many %s', (text, dimension, amount) => {
    expect(parseQuantity(text)).toEqual({ dimension, amount })
  })

  test('[LA30] a pack of another size has its own number of sticks', () => {
    expect(parseQuantity('3 盒', 16)).toEqual({ dimension: 'sticks', amount: 48 })
    expect(parseQuantity('1 条', 16)).toEqual({ dimension: 'sticks', amount: 160 })
    expect(parseQuantity('7 支', 16)).toEqual({ dimension: 'sticks', amount: 7 })
  })

  test('[LA31] money is whole fen, never rounded', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (fen) => {
        const text = `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')} 元`
        expect(parseQuantity(text)).toEqual({ dimension: 'money', amount: fen })
      }),
    )
    expect(parseQuantity('0.29 元')).toEqual({ dimension: 'money', amount: 29 })
  })

  test.each([
    ['50000', 'unit', '没有写明单位'],
    ['50000 块', 'unknown', '单位不能识别'],
    ['-1 元', 'negative', '请填写实际数量'],
    ['1.234 元', 'decimals', '请按金额精确到分'],
    ['1.5 支', 'decimals', '数量为整数填写'],
    ['999999999999999 元', 'absurd', '请核对单位'],
    ['很多', 'unreadable', '数字加单位'],
    ['1e9 元', 'unreadable', '数字加单位'],
    ['', 'unreadable', '数字加单位'],
  ] as const)('[LA32] %j is refused with what to do', (text, flaw, said) => {
    expect(parseQuantity(text)).toBe(flaw)
    expect(quantityOf('money').safeParse(text).error?.issues[0]?.message).toContain(said)
  })

  test('[LA32] an amount of another kind is refused with the units that fit', () => {
    expect(quantityOf('money').safeParse('3 条').error?.issues[0]?.message).toContain('元、万元')
    expect(quantityOf('sticks').safeParse('3 元').error?.issues[0]?.message).toContain('支、盒、条、件、箱')
  })

  test('[LA30] amounts are shown with their unit in Chinese and English', () => {
    expect(quantityWords({ dimension: 'money', amount: 4_999_905 })).toEqual({ zh: '49999.05元', en: '49999.05 yuan' })
    expect(quantityWords({ dimension: 'money', amount: 5_000_000 }).zh).toBe('50000元')
    expect(quantityWords({ dimension: 'sticks', amount: 200_000 }).zh).toBe('200000支')
    expect(quantityWords({ dimension: 'mass', amount: 160_560 }).zh).toBe('160.56公斤')
    expect(quantityWords({ dimension: 'times', amount: 2 })).toEqual({ zh: '2次', en: '2 times' })
  })
})

import { expect, test } from 'vitest'
import { type GoodsCells, type GoodsColumn, readGoodsRows, worthOf } from './goods-row.ts'

const today = new Date('2026-03-02T08:00:00Z')
const row = (changed: Partial<GoodsCells> = {}): GoodsCells => ({
  brand: '中华',
  specification: '硬盒',
  goods: '卷烟',
  category: '假冒',
  quantity: '30 条',
  perPack: '',
  codes: '',
  price: '450元/条',
  priceSource: '省局价格目录',
  note: '',
  ...changed,
})
const problems = (changed: Partial<GoodsCells>) =>
  readGoodsRows([row(changed)], today)[0]!.problems.map(({ column }) => column)

test('[LA85] a row that can be read is a line with its count and its price', () => {
  const [read] = readGoodsRows([row()], today)
  expect(read!.problems).toEqual([])
  expect(read!.line).toMatchObject({
    goods: 'cigarette',
    category: 'counterfeit',
    quantity: { dimension: 'sticks', amount: 6000 },
    price: 45_000,
  })
  expect(worthOf(read!.line!)).toBe(1_350_000)
})

const spoilt: readonly (readonly [Partial<GoodsCells>, GoodsColumn])[] = [
  [{ brand: ' ' }, 'brand'],
  [{ goods: '香烟' }, 'goods'],
  [{ goods: 'constructor' }, 'goods'],
  [{ category: '可疑' }, 'category'],
  [{ quantity: '30' }, 'quantity'],
  [{ quantity: '-30 条' }, 'quantity'],
  [{ quantity: '0 条' }, 'quantity'],
  [{ quantity: '3.5 条' }, 'quantity'],
  [{ quantity: '999999999 箱' }, 'quantity'],
  [{ quantity: '30 元' }, 'quantity'],
  [{ quantity: '30 公斤' }, 'quantity'],
  [{ goods: '烟丝', quantity: '30 条', price: '' }, 'quantity'],
  [{ perPack: '0' }, 'perPack'],
  [{ perPack: '20支' }, 'perPack'],
  [{ codes: '3090399327788543CDYC43070120480' }, 'codes'],
  [{ codes: '3139999327788543CDYC430701204804' }, 'codes'],
  [{ price: '450' }, 'price'],
  [{ price: '450元' }, 'price'],
  [{ price: '450元/公斤' }, 'price'],
  [{ priceSource: '' }, 'priceSource'],
]

test.each(spoilt)('[LA85] %j is told at the cell %s, and the row is no line', (changed, column) => {
  expect(problems(changed)).toEqual([column])
  expect(readGoodsRows([row(changed)], today)[0]!.line).toBeNull()
})

test('[LA85] of a thousand rows with every kind of error each one is named at its cell and the others are lines', () => {
  const rows = Array.from({ length: 1000 }, (_, i) => (i % 4 === 0 ? row(spoilt[(i / 4) % spoilt.length]![0]) : row()))
  const read = readGoodsRows(rows, today)
  expect(read.filter(({ line }) => line)).toHaveLength(750)
  expect(read.flatMap(({ problems: found }) => found.map(({ column }) => column)).length).toBe(250)
  expect(read.every(({ problems: found }, i) => (i % 4 === 0) === (found.length === 1))).toBe(true)
})

test('[LA86] the codes of a line are decoded, and one that stands twice in the list is told at its second place', () => {
  const code = '3090399327788543CDYC430701204804'
  const odd = '3090399327788599CDYC430701904804'
  const [first, second] = readGoodsRows([row({ codes: `${code}，${odd}` }), row({ codes: code })], today)
  expect(first!.line!.codes).toMatchObject([
    { company: 'CDYC', region: '430701', order: 43, findings: [] },
    { findings: ['order', 'licence'] },
  ])
  expect(second!.problems).toMatchObject([{ column: 'codes', words: { zh: `条码 ${code} 重复出现。` } }])
})

test('[LA85] packs of another size and goods by weight are counted by their own units', () => {
  const [thin, cut] = readGoodsRows(
    [
      row({ perPack: '16', quantity: '1 条', price: '16元/盒' }),
      row({ goods: '烟丝', quantity: '12.5 公斤', price: '80元/公斤' }),
    ],
    today,
  )
  expect(thin!.line!.quantity).toEqual({ dimension: 'sticks', amount: 160 })
  expect(worthOf(thin!.line!)).toBe(16_000)
  expect(worthOf(cut!.line!)).toBe(100_000)
})

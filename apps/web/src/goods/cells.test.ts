import { expect, test } from 'vitest'
import { cellsIn, goodsRowsIn } from './cells.ts'

test('[WE498] cells are cut by tabs or commas, and quotes hold what they hold', () => {
  expect(cellsIn('a\tb,c\r\nd\te')).toEqual([
    ['a', 'b,c'],
    ['d', 'e'],
  ])
  expect(cellsIn('\uFEFFa,"b,""c""\nd",e\n\n,,\n')).toEqual([['a', 'b,"c"\nd', 'e']])
})

test('[WE498] columns are told by their names wherever they stand, and otherwise by their order', () => {
  const headed = goodsRowsIn('数量,牌号,种类,合计\n30 条,中华,卷烟,1')
  expect(headed).toMatchObject([{ brand: '中华', goods: '卷烟', quantity: '30 条', note: '' }])
  const plain = goodsRowsIn('中华\t硬盒\t卷烟\t假冒\t30 条')
  expect(plain).toMatchObject([
    { brand: '中华', specification: '硬盒', category: '假冒', quantity: '30 条', price: '' },
  ])
  expect(goodsRowsIn('  \n')).toEqual([])
})

import { expect, test } from 'vitest'
import { blankDraft, blankGoods, goodsOf, questionOf } from './draft.ts'

const today = '2026-03-02'

test('[WE471] what is left empty is asked as not known, and goods without a quantity or a source are not priced', () => {
  const draft = blankDraft(today)
  expect(questionOf(draft, today)).toMatchObject({ facts: { acts: [{ on: today, isDealtWith: false }] }, goods: [] })
  expect(questionOf(draft, today).facts).not.toHaveProperty('licence')
  draft.licence = 'none'
  draft.penalties = '2024-03-01，2025-06-20 '
  draft.goods = [
    { ...blankGoods(), quantity: '5 条', method: 'actual_price', price: '100 元' },
    { ...blankGoods(), quantity: '5 条', price: '100 元' },
  ]
  expect(questionOf(draft, today)).toMatchObject({
    facts: { licence: 'none', penalties: ['2024-03-01', '2025-06-20'] },
    goods: [
      { act: 0, item: { valuations: [{ method: 'actual_price', price: '100 元', per: '条' }] } },
      { item: { valuations: [] } },
    ],
  })
})

test('[WE485] the goods that a case has on record are lines to be priced, and its money is none', () => {
  const figures = [
    { amount: 513500, unit: '支' },
    { amount: 34.5, unit: '万元' },
    { amount: 12, unit: '件' },
  ]
  expect(goodsOf(figures).map(({ quantity, price }) => [quantity, price])).toEqual([
    ['513500支', ''],
    ['12件', ''],
  ])
})

import { expect, test } from 'vitest'
import { copiesChoices, receiptOf } from './receipt-draft.ts'

test('[WE221] only after a correction can copies be brought up to date', () => {
  const values = (kind: 'recall' | 'correction') => copiesChoices(kind).map(({ value }) => value)
  expect(values('recall')).toEqual(['none', 'destroyed', 'returned', 'kept_by_law'])
  expect(values('correction')).toEqual(['none', 'destroyed', 'returned', 'updated', 'kept_by_law'])
})

test('[WE222] a receipt says what became of the copies, and why the law keeps them', () => {
  expect(receiptOf({ copies: '', note: '说明' })).toBeUndefined()
  expect(receiptOf({ copies: 'kept_by_law', note: '  ' })).toBeUndefined()
  expect(receiptOf({ copies: 'kept_by_law', note: ' 已入卷 ' })).toEqual({ copies: 'kept_by_law', note: '已入卷' })
  expect(receiptOf({ copies: 'destroyed', note: '' })).toEqual({ copies: 'destroyed', note: '' })
})

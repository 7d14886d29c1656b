import { expect, test } from 'vitest'
import { amountOf, blankEvent, blankFigure, eventProblems, figureProblems } from './figure-draft.ts'

test('[WE107] a figure needs its source and its original wording', () => {
  const draft = { ...blankFigure, what: '电子烟', amount: '513500' }
  expect(figureProblems(draft)).toEqual({ asWritten: 'required', source: 'required' })
})

test.each([
  ['513,500', 513_500],
  ['160.56', 160.56],
  ['51.35万', undefined],
  ['-3', undefined],
  ['', undefined],
])('[WE107] the amount "%s" is read as %s', (amount, expected) => {
  expect(amountOf({ amount })).toBe(expected)
})

test('[WE107] an event needs a date and a source', () => {
  expect(eventProblems({ ...blankEvent, what: '统一收网' })).toEqual({ source: 'required', happenedOn: 'date' })
})

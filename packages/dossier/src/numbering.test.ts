import { expect, test } from 'vitest'
import { chineseNumber, headingNumbers } from './numbering.ts'

test.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [23, '二十三'],
  [100, '100'],
])('[DO31] section %i is numbered %s in Chinese', (position, expected) => {
  expect(chineseNumber(position)).toBe(expected)
})

const numbers = (...headings: [level: number, text: string][]) =>
  headingNumbers(headings.map(([level, text]) => ({ level, text })))

test('[DO31] headings within a section count （一） and below it 1., anew under each', () => {
  expect(numbers([2, '来源'], [3, '举报'], [3, '巡查'], [2, '经过'], [3, '布控'])).toEqual([
    '（一）',
    '1.',
    '2.',
    '（二）',
    '1.',
  ])
})

test('[DO31] a heading of the first rank has no number and begins the count anew', () => {
  expect(numbers([2, '来源'], [1, '附记'], [2, '说明'])).toEqual(['（一）', '', '（一）'])
})

test.each(['（二）经过', '2.经过', '二、经过', '第二、经过'])(
  '[DO31] the heading %s keeps the number it was written with, and still counts',
  (text) => {
    expect(numbers([2, '来源'], [2, text], [2, '处理'])).toEqual(['（一）', '', '（三）'])
  },
)

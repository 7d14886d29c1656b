import { describe, expect, test } from 'vitest'
import { heading } from './a-paper.ts'
import { chineseDate } from './chinese-date.ts'
import { chineseNumeral } from './chinese-numeral.ts'
import { documentNumber } from './document-number.ts'
import { numbered, withoutNumber } from './numbering.ts'
import { plain } from './words.ts'

test.each([
  ['国烟法', 2020, 205, '国烟法〔2020〕205号'],
  ['保烟局', 2023, 13, '保烟局〔2023〕13号'],
])('[PA1] %s, %i and %i make %s', (agencyCode, year, serial, number) => {
  expect(documentNumber({ agencyCode, year, serial })).toBe(number)
})

test.each([
  { agencyCode: 'BJ', year: 2026, serial: 1 },
  { agencyCode: '', year: 2026, serial: 1 },
  { agencyCode: '京烟', year: 26, serial: 1 },
  { agencyCode: '京烟', year: 2026, serial: 0 },
  { agencyCode: '京烟', year: 2026, serial: 1.5 },
])('[PA1] no number is made of $agencyCode, $year and $serial', (of) => {
  expect(() => documentNumber(of)).toThrow(RangeError)
})

test.each([
  ['2025-08-01T00:00:00Z', '2025年8月1日'],
  ['2025-12-31T15:59:59Z', '2025年12月31日'],
  ['2025-12-31T16:00:00Z', '2026年1月1日'],
])('[PA2] %s is %s in China', (at, date) => {
  expect(chineseDate(new Date(at))).toBe(date)
})

test.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [105, '一百零五'],
  [110, '一百一十'],
  [1001, '一千零一'],
  [9999, '九千九百九十九'],
])('[PA3] %i is written %s', (value, written) => {
  expect(chineseNumeral(value)).toBe(written)
})

describe('headings', () => {
  const shown = (...blocks: Parameters<typeof numbered>[0]) =>
    numbered(blocks).map((block) => ('words' in block ? plain(block.words) : ''))

  test('[PA3] each level is counted by itself and anew below a higher one', () => {
    const two = [heading(1, '甲'), heading(2, '乙'), heading(3, '丙'), heading(4, '丁'), heading(4, '戊')]
    expect(shown(...two, heading(3, '己'), heading(1, '庚'), heading(2, '辛'))).toEqual([
      '一、甲',
      '（一）乙',
      '1.丙',
      '（1）丁',
      '（2）戊',
      '2.己',
      '二、庚',
      '（一）辛',
    ])
  })

  test('[PA3] a heading that is to stand without a number is not counted, and those below it begin anew', () => {
    const preface = { kind: 'heading', level: 1, words: '前言', isNumbered: false } as const
    expect(shown(preface, heading(1, '甲'))).toEqual(['前言', '一、甲'])
    expect(shown(heading(2, '乙'), preface, heading(2, '丙'))).toEqual(['（一）乙', '前言', '（一）丙'])
  })

  test.each([
    [1, '三、案件来源', '案件来源'],
    [1, '二十一、案件来源', '案件来源'],
    [2, '（四）人员', '人员'],
    [3, '12. 物品', '物品'],
    [4, '(2)细目', '细目'],
    [1, '一方当事人', '一方当事人'],
    [3, '3.5万元', '3.5万元'],
    [3, '2025年情况', '2025年情况'],
  ] as const)('[PA4] at level %i “%s” is “%s” without its number', (level, text, bare) => {
    expect(withoutNumber(text, level)).toBe(bare)
    expect(plain((numbered([heading(level, [{ text, bold: true }, '补'])])[0] as { words: string }).words)).toMatch(
      new RegExp(`^\\P{L}*[一1]?\\P{L}*${bare}补$`, 'u'),
    )
  })
})

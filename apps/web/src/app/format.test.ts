import { afterEach, expect, test } from 'vitest'
import { word } from './enums.ts'
import {
  formatAmount,
  formatDate,
  formatDateTime,
  formatInstant,
  formatLastDay,
  formatMoney,
  formatPartialDate,
  isPartialDate,
} from './format.ts'
import { setLocale } from './i18n/index.ts'
import { regionName } from './regions.ts'

afterEach(() => setLocale('zh'))

test('[WE5] an evening in London is the next morning in Beijing', () => {
  const instant = '2024-11-20T17:30:05.000Z'
  expect(formatDate(instant)).toBe('2024-11-21')
  expect(formatDateTime(instant)).toBe('2024-11-21 01:30')
  expect(formatInstant(instant)).toBe('2024-11-21 01:30:05')
})

test('[WE320] what ends at midnight is last said to hold on the day before, across the New Year too', () => {
  expect(formatLastDay('2026-12-31T16:00:00.000Z')).toBe('2026-12-31')
  expect(formatLastDay('2026-12-31T15:59:59.999Z')).toBe('2026-12-31')
  expect(formatLastDay('2026-12-31T16:00:00.001Z')).toBe('2027-01-01')
})

test.each([
  ['2024', '2024年'],
  ['2024-11', '2024年11月'],
  ['2024-11-05', '2024年11月5日'],
])('[WE6] the date %s reads %s and no more', (date, text) => {
  expect(formatPartialDate(date)).toBe(text)
})

test.each(['2024-13', '2024-02-30', '24', '2024-1', '2024-11-21x', ''])('[WE6] %o is not a date', (text) => {
  expect(isPartialDate(text)).toBe(false)
})

test.each([
  [22_131_600, '2,213.16 万元'],
  [55_000, '5.5 万元'],
  [9_999, '9,999 元'],
])('[WE7] %d yuan read %s', (yuan, text) => {
  expect(formatMoney(yuan)).toBe(text)
})

test('[WE7] only yuan are gathered into ten thousands', () => {
  expect(formatAmount(347_000, '个')).toBe('347,000 个')
  expect(formatAmount(2213.16, '万元')).toBe('2,213.16 万元')
  setLocale('en')
  expect(formatMoney(22_131_600)).toBe('CNY 22,131,600')
})

test('[WE8] a stage added after this build is shown as it came', () => {
  expect(word('stage', 'transferred')).toBe('已移送')
  expect(word('stage', 'suspended')).toBe('suspended')
})

test('[WE9] a county that is not listed is named by province and code', () => {
  expect(regionName('110113')).toBe('北京市顺义区')
  expect(regionName('330106')).toBe('浙江省 (330106)')
  expect(regionName('999999')).toBe('999999')
})

import { expect, test } from 'vitest'
import { Day, dayInChina, daysAfter, daysBetween, endOf, monthsAfter, weekdayOf } from './day.ts'

const day = (text: string) => Day.parse(text)

test('[LA1] a day begins and ends at midnight in China, wherever the program runs', () => {
  expect(dayInChina(new Date('2026-02-13T16:00:00Z'))).toBe('2026-02-14')
  expect(dayInChina(new Date('2026-02-13T15:59:59.999Z'))).toBe('2026-02-13')
  expect(endOf(day('2026-02-14')).toISOString()).toBe('2026-02-14T15:59:59.999Z')
})

test('[LA1] days are counted across months and leap years', () => {
  expect(daysAfter(day('2024-02-28'), 2)).toBe('2024-03-01')
  expect(daysBetween(day('2023-12-31'), day('2025-01-01'))).toBe(367)
  expect(weekdayOf(day('2026-11-22'))).toBe(0)
})

test('[LA2] a month ends on the same number, or on the last day of a shorter month', () => {
  expect(monthsAfter(day('2026-01-05'), 1)).toBe('2026-02-05')
  expect(monthsAfter(day('2026-01-31'), 1)).toBe('2026-02-28')
  expect(monthsAfter(day('2023-12-31'), 2)).toBe('2024-02-29')
  expect(monthsAfter(day('2026-10-15'), 3)).toBe('2027-01-15')
})

test('[LA1] a day that does not exist is refused', () => {
  expect(() => day('2026-02-30')).toThrow()
  expect(() => day('2026-2-3')).toThrow()
})

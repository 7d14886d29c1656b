import { Refusal } from '@lianban/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeCalendar } from './calendar.ts'
import { Day, daysAfter } from './day.ts'
import { statutoryYears } from './statutory-years.ts'

const calendar = makeCalendar(statutoryYears)
const day = (text: string) => Day.parse(text)

describe('working days', () => {
  test.each([
    ['2026-02-13', 'workday', null],
    ['2026-02-14', 'make-up', '春节'],
    ['2026-02-15', 'holiday', '春节'],
    ['2026-02-23', 'holiday', '春节'],
    ['2026-02-24', 'workday', null],
    ['2026-02-28', 'make-up', '春节'],
    ['2026-03-01', 'weekend', null],
    ['2026-09-20', 'make-up', '国庆节'],
    ['2026-10-07', 'holiday', '国庆节'],
    ['2026-10-10', 'make-up', '国庆节'],
    ['2025-10-06', 'holiday', '中秋'],
  ] as const)('[LA3] %s is a %s', (on, kind, name) => {
    expect(calendar.kindOf(day(on))).toEqual({ kind, name })
  })

  test('[LA3] counting goes on after the holidays, and make-up Saturdays count', () => {
    expect(calendar.workdayAfter(day('2026-02-13'), 1)).toBe('2026-02-14')
    expect(calendar.workdayAfter(day('2026-02-13'), 2)).toBe('2026-02-24')
    expect(calendar.workdayAfter(day('2026-09-30'), 7)).toBe('2026-10-15')
    expect(calendar.workdayBefore(day('2026-02-24'), 1)).toBe('2026-02-14')
    expect(calendar.workdayFrom(day('2026-10-03'))).toBe('2026-10-08')
    expect(calendar.workdayFrom(day('2026-10-08'))).toBe('2026-10-08')
  })

  test('[LA3] counting crosses the turn of the year in both directions', () => {
    expect(calendar.workdayAfter(day('2025-12-31'), 1)).toBe('2026-01-04')
    expect(calendar.workdayBefore(day('2026-01-04'), 1)).toBe('2025-12-31')
  })

  test('[LA3] counting forwards and backwards are each other’s reverse', () => {
    const start = fc.integer({ min: 0, max: 700 }).map((n) => daysAfter(day('2024-01-15'), n))
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const to = calendar.workdayAfter(from, count)
        let counted = 0
        for (let at = daysAfter(from, 1); at <= to; at = daysAfter(at, 1)) counted += calendar.isWorkday(at) ? 1 : 0
        expect(counted).toBe(count)
        expect(calendar.workdayBefore(daysAfter(to, 1), count) > from).toBe(true)
      }),
    )
  })
})

describe('a year that nobody has published', () => {
  test('[LA4] it is refused with what to do, although the library would answer', () => {
    expect(calendar.years).toContain(2026)
    for (const asked of [
      () => calendar.isWorkday(day('2027-03-01')),
      () => calendar.workdayAfter(day('2026-12-31'), 1),
      () => calendar.workdayBefore(day('2004-01-05'), 5),
      () => calendar.workdayFrom(day('1999-10-01')),
    ]) {
      expect(asked).toThrow(Refusal)
      expect(asked).toThrow(/not known.*calendar\.yaml/)
    }
  })
})

import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import type { CalendarYear } from './calendar.ts'
import type { Day } from './day.ts'

/** `Spring Festival,春节,4`: its English name, its Chinese name, and how many days the law gives. */
const chineseName = (entry: string): string => entry.split(',')[1]!

const days = (entries: Readonly<Record<string, string>>, year: number): ReadonlyMap<Day, string> =>
  new Map(
    Object.entries(entries)
      .filter(([day]) => day.startsWith(`${year}-`))
      .map(([day, entry]) => [day as Day, chineseName(entry)]),
  )

/**
 * The years of which the library has the State Council's notice. It answers for every other year as well, as if there
 * were no holidays; so a year counts only with the holidays that every year has.
 */
export const statutoryYears: readonly CalendarYear[] = [
  ...new Set(Object.keys(published.holidays).map((day) => Number(day.slice(0, 4)))),
]
  .map((year) => ({ year, holidays: days(published.holidays, year), workdays: days(published.workdays, year) }))
  .filter(({ year, holidays }) => ['01-01', '05-01', '10-01'].every((day) => holidays.has(`${year}-${day}` as Day)))

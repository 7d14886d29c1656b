import { digestOf } from '@lianban/kernel/digest'
import { type Day, daysAfter, weekdayOf, yearOf } from './day.ts'
import { refusals } from './refusals.ts'

/** What one year has beside plain weeks: names of holidays and make-up workdays by day. */
export type CalendarYear = {
  readonly year: number
  readonly holidays: ReadonlyMap<Day, string>
  readonly workdays: ReadonlyMap<Day, string>
}

export type DayKind = 'workday' | 'make-up' | 'weekend' | 'holiday'

export type Calendar = {
  readonly years: readonly number[]
  /** Of every holiday and make-up workday that is known. */
  readonly digest: string
  /** What kind of day it is, and the holiday that makes it so; a year without data is refused. */
  kindOf(day: Day): { readonly kind: DayKind; readonly name: string | null }
  isWorkday(day: Day): boolean
  /** The so-many-th working day after a day, or before it. The day itself is not counted. */
  workdayAfter(day: Day, count: number): Day
  workdayBefore(day: Day, count: number): Day
  /** The day itself if it is a working day, otherwise the next one that is. */
  workdayFrom(day: Day): Day
}

/** Working days by the State Council's yearly notices. A year that none of them covers is refused, never guessed. */
export function makeCalendar(known: readonly CalendarYear[]): Calendar {
  const years = new Map(known.map((each) => [each.year, each]))
  const listed = new Map<number, readonly Day[]>()

  const kindOf: Calendar['kindOf'] = (day) => {
    const year = years.get(yearOf(day))
    if (!year) throw refusals.yearUnknown(yearOf(day))
    const [holiday, makeUp] = [year.holidays.get(day), year.workdays.get(day)]
    if (holiday !== undefined) return { kind: 'holiday', name: holiday }
    if (makeUp !== undefined) return { kind: 'make-up', name: makeUp }
    return { kind: [0, 6].includes(weekdayOf(day)) ? 'weekend' : 'workday', name: null }
  }
  const isWorkday = (day: Day) => ['workday', 'make-up'].includes(kindOf(day).kind)

  function workdaysOf(year: number): readonly Day[] {
    const found = listed.get(year)
    if (found) return found
    const days: Day[] = []
    for (let day = `${year}-01-01` as Day; yearOf(day) === year; day = daysAfter(day, 1)) {
      if (isWorkday(day)) days.push(day)
    }
    listed.set(year, days)
    return days
  }

  function workdayAfter(day: Day, count: number): Day {
    let left = count
    for (let year = yearOf(day); ; year++) {
      const days = workdaysOf(year)
      const start = year === yearOf(day) ? firstAfter(days, day) : 0
      if (start + left <= days.length) return days[start + left - 1]!
      left -= days.length - start
    }
  }

  function workdayBefore(day: Day, count: number): Day {
    let left = count
    for (let year = yearOf(day); ; year--) {
      const days = workdaysOf(year)
      const end = year === yearOf(day) ? firstAfter(days, daysAfter(day, -1)) : days.length
      if (end >= left) return days[end - left]!
      left -= end
    }
  }

  return {
    years: [...years.keys()].toSorted((a, b) => a - b),
    digest: digestOf(known.map(({ year, holidays, workdays }) => [year, [...holidays], [...workdays]])),
    kindOf,
    isWorkday,
    workdayAfter,
    workdayBefore,
    workdayFrom: (day) => (isWorkday(day) ? day : workdayAfter(day, 1)),
  }
}

/** How many of the days are not after this one: where the next one stands. */
function firstAfter(days: readonly Day[], day: Day): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (days[middle]! <= day) low = middle + 1
    else high = middle
  }
  return low
}

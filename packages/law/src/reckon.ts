import type { Calendar } from './calendar.ts'
import { type Day, dayInChina, daysAfter, daysBetween, endOf, monthsAfter } from './day.ts'
import { type Limit, reckoningOf } from './limit.ts'

/** A time in which the limit did not run; still open when it has no end. */
export type Pause = { readonly from: Date; readonly until: Date | null }

export type Counting = {
  /** One after the other: the limit itself and what extended it. */
  readonly limits: readonly Limit[]
  readonly start: Date
  readonly pauses: readonly Pause[]
  readonly startDay: 'counted' | 'not_counted'
  readonly lastDay: 'stays' | 'moves'
  readonly direction: 'after' | 'before'
}

export type Target = {
  /** The last instant that is in time. */
  readonly dueAt: Date
  readonly lastDay: Day
  /** Where the last day fell before a holiday moved it. */
  readonly unmovedDay: Day
}

const hour = 3600_000

/** The last instant in time, or nothing while the limit is paused. */
export function reckon(calendar: Calendar, counting: Counting): Target | null {
  if (reckoningOf(counting.limits[0]!) === 'hours') return inHours(counting)
  if (counting.direction === 'before') return backwards(calendar, counting)
  const last = lastDayOf(calendar, counting)
  if (!last) return null
  const moved = counting.lastDay === 'moves' ? calendar.workdayFrom(last) : last
  return { dueAt: endOf(moved), lastDay: moved, unmovedDay: last }
}

function inHours({ limits, start, pauses }: Counting): Target | null {
  let due = start.getTime() + limits.reduce((sum, { amount }) => sum + amount, 0) * hour
  for (const { from, until } of pauses) {
    if (from.getTime() > due) break
    if (!until) return null
    due += until.getTime() - from.getTime()
  }
  const day = dayInChina(new Date(due))
  return { dueAt: new Date(due), lastDay: day, unmovedDay: day }
}

/** Notice and the day set are not counted themselves: so many whole days lie between them. */
function backwards(calendar: Calendar, { limits, start }: Counting): Target {
  const [set, { amount, unit }] = [dayInChina(start), limits[0]!]
  const first = unit === 'working days' ? calendar.workdayBefore(set, amount) : daysAfter(set, -amount)
  const last = daysAfter(first, -1)
  return { dueAt: endOf(last), lastDay: last, unmovedDay: last }
}

function lastDayOf(calendar: Calendar, { limits, start, pauses, startDay }: Counting): Day | null {
  const begun = dayInChina(start)
  const from = startDay === 'counted' ? daysAfter(begun, -1) : begun
  const isWorking = reckoningOf(limits[0]!) === 'working'
  let amount = limits.reduce((sum, limit) => sum + limit.amount, 0)
  let last = isWorking ? calendar.workdayAfter(from, amount) : limits.reduce(after, from)
  for (const pause of pauses) {
    const paused = dayInChina(pause.from)
    if (paused >= last) break
    if (!pause.until) return null
    const resumed = dayInChina(pause.until)
    if (!isWorking) last = daysAfter(last, daysBetween(paused, resumed))
    else {
      amount += workdaysWithin(calendar, paused, resumed)
      last = calendar.workdayAfter(from, amount)
    }
  }
  return last
}

function after(day: Day, { amount, unit }: Limit): Day {
  if (unit === 'days') return daysAfter(day, amount)
  return monthsAfter(day, unit === 'years' ? amount * 12 : amount)
}

/** Working days after the first day up to the second. */
function workdaysWithin(calendar: Calendar, from: Day, until: Day): number {
  let count = 0
  for (let day = daysAfter(from, 1); day <= until; day = daysAfter(day, 1)) count += calendar.isWorkday(day) ? 1 : 0
  return count
}

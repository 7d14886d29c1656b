import { z } from 'zod'

/** A day of the civil calendar in China, `2026-02-14`: no hour, no time zone. Days compare as texts do. */
export const Day = z.iso.date('a day such as 2026-02-14').brand<'Day'>()
export type Day = z.infer<typeof Day>

const msOfDay = 24 * 3600_000
/** China has had one time zone and no daylight saving time since 1992. */
const offset = 8 * 3600_000

const utcOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`)
const dayOfUtc = (ms: number): Day => new Date(ms).toISOString().slice(0, 10) as Day

export const dayInChina = (at: Date): Day => dayOfUtc(at.getTime() + offset)

/** The last instant that still belongs to the day in China. */
export const endOf = (day: Day): Date => new Date(utcOf(day) + msOfDay - 1 - offset)

export const daysAfter = (day: Day, count: number): Day => dayOfUtc(utcOf(day) + count * msOfDay)

export const daysBetween = (from: Day, until: Day): number => (utcOf(until) - utcOf(from)) / msOfDay

export const yearOf = (day: Day): number => Number(day.slice(0, 4))

/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => new Date(utcOf(day)).getUTCDay()

/** The same number so many months later; where that month is too short, its last day. */
export function monthsAfter(day: Day, count: number): Day {
  const [year, month, number] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate()
  return dayOfUtc(Date.UTC(year, month - 1 + count, Math.min(number, last)))
}

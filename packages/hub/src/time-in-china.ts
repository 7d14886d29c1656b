/** An instant to the minute as the clocks in Beijing show it (UTC+8, no daylight saving). */
export const minuteInChina = (at: Date): string =>
  new Date(at.getTime() + 8 * 3600_000).toISOString().slice(0, 16).replace('T', ' ')

/** The last day in Beijing on which something with this end still holds: what ends at midnight ends with the day before. */
export const lastDayInChina = (end: Date): string => minuteInChina(new Date(end.getTime() - 1)).slice(0, 10)

/** The day in Beijing that an instant falls on, from its midnight to the next. */
export function dayInChina(at: Date): { from: Date; until: Date } {
  const [day, offset] = [24 * 3600_000, 8 * 3600_000]
  const from = Math.floor((at.getTime() + offset) / day) * day - offset
  return { from: new Date(from), until: new Date(from + day) }
}

/** The first instant of a day in Beijing, as `2026-03-01`. */
export const startOfDayInChina = (day: string): Date => new Date(`${day}T00:00:00+08:00`)

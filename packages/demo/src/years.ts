/** The instant at which a year ends in Beijing, counted from the year of `now`: 0 is this year, 1 the next. */
export function yearEnd(now: Date, years: number): Date {
  const beijing = new Date(now.getTime() + 8 * 3_600_000)
  return new Date(Date.UTC(beijing.getUTCFullYear() + years + 1, 0, 1) - 8 * 3_600_000)
}

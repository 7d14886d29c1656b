/** A day and a time as they are typed, both in Beijing. */
export type Moment = { readonly day: string; readonly time: string }

/** The instant, or nothing while day or time is missing or does not exist. */
export function instantOf({ day, time }: Moment): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}/.test(time)) return undefined
  const at = new Date(`${day}T${time.slice(0, 5)}:00+08:00`)
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString()
}

/** An instant as it is typed, down to the minute. */
export function momentOf(iso: string | number): Moment {
  const text = new Date(new Date(iso).getTime() + 8 * 3_600_000).toISOString()
  return { day: text.slice(0, 10), time: text.slice(11, 16) }
}

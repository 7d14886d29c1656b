/** A day and a time of the day as they are in Beijing, as an instant; nothing while one of them is missing. */
export function askedInstant(day: string, time: string): Date | undefined {
  const at = new Date(`${day}T${time}:00+08:00`)
  return Number.isNaN(at.getTime()) ? undefined : at
}

/** What keeps the question from being asked. */
export function problemWith(day: string, time: string, now: Date): 'empty' | 'future' | undefined {
  const at = askedInstant(day, time)
  if (!at) return 'empty'
  return at > now ? 'future' : undefined
}

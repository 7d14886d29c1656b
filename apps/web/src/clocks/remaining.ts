type Left =
  | { readonly text: 'leftDays' | 'overDays'; readonly fill: { readonly days: number; readonly hours: number } }
  | { readonly text: 'leftHours' | 'overHours'; readonly fill: { readonly hours: number; readonly minutes: number } }

const minute = 60_000

/** How long is left until the last instant, or how long it has been past: days and hours, or below a day hours and minutes. */
export function remaining(dueAt: string, nowMs: number): Left {
  const ms = new Date(dueAt).getTime() - nowMs
  const isOver = ms < 0
  // Never more than is left, and a limit that is past by a second is past by a minute.
  const minutes = isOver ? Math.ceil(-ms / minute) : Math.floor(ms / minute)
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)]
  if (days > 0) return { text: isOver ? 'overDays' : 'leftDays', fill: { days, hours } }
  return { text: isOver ? 'overHours' : 'leftHours', fill: { hours, minutes: minutes % 60 } }
}

/** An instant to the minute as the clocks in Beijing show it (UTC+8, no daylight saving). */
export const minuteInChina = (at: Date): string =>
  new Date(at.getTime() + 8 * 3600_000).toISOString().slice(0, 16).replace('T', ' ')

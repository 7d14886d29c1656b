const dayMs = 24 * 3600_000

/** Two days in Beijing as instants: from the first moment of the one to the end of the other; an open side stays open. */
export const periodOf = (since: string, until: string): { since: number | undefined; until: number | undefined } => ({
  since: startOf(since),
  until: endOf(until),
})

function startOf(day: string): number | undefined {
  const at = Date.parse(`${day}T00:00:00+08:00`)
  return Number.isNaN(at) ? undefined : at
}

function endOf(day: string): number | undefined {
  const at = startOf(day)
  return at === undefined ? undefined : at + dayMs
}

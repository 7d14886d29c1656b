const windowMs = 60_000

/** How often one caller may try within a minute, counted in fixed windows; whoever is over waits for the next. */
export type Limiter = {
  /** Counts an attempt and answers whether it is still within the limit. */
  spend(caller: string, weight?: number): boolean
  secondsLeft(): number
}

/** The time is that of a stopwatch: a clock set back would leave everybody waiting. */
export function makeLimiter(perMinute: number, elapsedMs: () => number = () => performance.now()): Limiter {
  let opened = Number.NEGATIVE_INFINITY
  let spent = new Map<string, number>()
  return {
    spend(caller, weight = 1) {
      const now = elapsedMs()
      // One window for everybody: forgetting it whole keeps the table from growing.
      if (now - opened >= windowMs) {
        opened = now
        spent = new Map()
      }
      const total = (spent.get(caller) ?? 0) + weight
      spent.set(caller, total)
      return total <= perMinute
    },
    secondsLeft: () => Math.max(1, Math.ceil((opened + windowMs - elapsedMs()) / 1000)),
  }
}

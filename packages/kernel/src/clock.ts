export type Clock = { now(): Date }

/** The machine's clock, except that it never runs backwards: a clock set back stands still until it is caught up. */
export function makeMonotonicClock(source: () => number = Date.now, notBefore: Date = new Date(0)): Clock {
  let last = notBefore.getTime()
  return {
    now() {
      last = Math.max(last, source())
      return new Date(last)
    },
  }
}

/** A clock that a test or a replay drives by hand. */
export function makeDrivenClock(start: Date): Clock & { advance(ms: number): void } {
  let at = start.getTime()
  return {
    now: () => new Date(at),
    advance(ms) {
      at += ms
    },
  }
}

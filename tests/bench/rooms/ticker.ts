import { setTimeout as pause } from 'node:timers/promises'

/**
 * Calls `send` for every event that is due, `perSecond` of them, with the moment it was due at. What falls due within one
 * millisecond comes as one call for each sender, as a busy page would hand it over.
 */
export async function tick(options: {
  readonly perSecond: number
  readonly seconds: number
  send(from: number, to: number, dueAt: (event: number) => number): void
}): Promise<void> {
  const { perSecond, seconds, send } = options
  const total = Math.round(perSecond * seconds)
  const start = performance.now()
  const dueAt = (event: number) => start + (event * 1000) / perSecond
  for (let done = 0; done < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - start) * perSecond) / 1000) + 1)
    if (due > done) send(done, due, dueAt)
    done = Math.max(done, due)
    await pause(1)
  }
}

import { expect, test } from 'vitest'
import { makeDrivenClock, makeMonotonicClock } from './clock.ts'

test('[KE20] a clock set back stands still until it is caught up', () => {
  const readings = [1000, 2000, 500, 1999, 2001]
  const clock = makeMonotonicClock(() => readings.shift() ?? 0)
  expect(Array.from({ length: 5 }, () => clock.now().getTime())).toEqual([1000, 2000, 2000, 2000, 2001])
})

test('[KE21] a clock never shows a time before the last one known', () => {
  const clock = makeMonotonicClock(() => 1000, new Date(5000))
  expect(clock.now().getTime()).toBe(5000)
})

test('[KE22] a driven clock moves only when it is driven, and hands out copies', () => {
  const clock = makeDrivenClock(new Date('2026-11-21T00:00:00Z'))
  clock.now().setTime(0)
  expect(clock.now().toISOString()).toBe('2026-11-21T00:00:00.000Z')
  clock.advance(60_000)
  expect(clock.now().toISOString()).toBe('2026-11-21T00:01:00.000Z')
})

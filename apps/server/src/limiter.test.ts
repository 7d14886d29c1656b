import { expect, test } from 'vitest'
import { makeLimiter } from './limiter.ts'

test('[SE19] each caller may try so often within a minute, and again in the next', () => {
  let elapsed = 0
  const limiter = makeLimiter(3, () => elapsed)
  expect([1, 2, 3, 4].map(() => limiter.spend('a'))).toEqual([true, true, true, false])
  expect(limiter.spend('b')).toBe(true)
  elapsed = 45_000
  expect(limiter.secondsLeft()).toBe(15)
  expect(limiter.spend('a')).toBe(false)
  elapsed = 60_000
  expect(limiter.spend('a')).toBe(true)
})

test('[SE19] what costs more counts for more', () => {
  const limiter = makeLimiter(10, () => 0)
  expect([limiter.spend('a', 10), limiter.spend('a')]).toEqual([true, false])
})

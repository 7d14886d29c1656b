import { expect, test } from 'vitest'
import { makeLooks } from './looks.ts'

test('[SE216] a look begins with the first byte, with any part out of nowhere, and anew after a pause', () => {
  let now = 0
  const looks = makeLooks(() => now)
  const begins = (start: number, session = 'mine') => looks.begins([session, 'film'], start)
  expect([begins(500), begins(900), begins(0), begins(500)]).toEqual([true, false, true, false])
  expect([begins(500, 'another'), begins(501)]).toEqual([true, false])
  now += 10 * 60_000
  expect(begins(700)).toBe(false)
  now += 10 * 60_000 + 1
  expect(begins(701)).toBe(true)
})

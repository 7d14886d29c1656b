import { expect, test } from 'vitest'
import { askedInstant, problemWith } from './asked-instant.ts'

const now = new Date('2026-03-02T08:00:00Z')

test('[WE260] a day and a time are those on the clocks of Beijing', () => {
  expect(askedInstant('2026-03-02', '16:00')).toEqual(now)
  expect(askedInstant('2026-03-01', '00:30')?.toISOString()).toBe('2026-02-28T16:30:00.000Z')
})

test.each([
  ['no day', '', '16:00', 'empty'],
  ['no time', '2026-03-02', '', 'empty'],
  ['the next minute', '2026-03-02', '16:01', 'future'],
  ['this very minute', '2026-03-02', '16:00', undefined],
])('[WE260] with %s the question is held back or asked', (_, day, time, problem) => {
  expect(problemWith(day, time, now)).toBe(problem)
})

import { expect, test } from 'vitest'
import { nowAsTyped, typedInstant } from './typed-instant.ts'

test('[WE483] a minute is read as the clocks in Beijing show it, and a day that there is not is refused', () => {
  expect(typedInstant('2026-03-01 09:30')).toBe('2026-03-01T01:30:00.000Z')
  expect(nowAsTyped(new Date('2026-03-01T01:30:20Z'))).toBe('2026-03-01 09:30')
  expect(['2026-02-30 09:30', '2026-03-01', '2026-03-01 24:10', ''].map(typedInstant)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

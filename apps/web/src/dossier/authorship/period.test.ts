import { expect, test } from 'vitest'
import { periodOf } from './period.ts'

test('[WE422] a period is days in Beijing, the last one whole, and open where no day is given', () => {
  expect(periodOf('2026-03-01', '2026-03-01')).toEqual({
    since: Date.parse('2026-02-28T16:00:00Z'),
    until: Date.parse('2026-03-01T16:00:00Z'),
  })
  expect(periodOf('', '2026-03-01').since).toBeUndefined()
  expect(periodOf('2026-03-01', '').until).toBeUndefined()
})

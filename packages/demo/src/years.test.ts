import { expect, test } from 'vitest'
import { yearEnd } from './years.ts'

test('[DE42] a year ends at midnight in Beijing, whatever the machine’s zone', () => {
  expect(yearEnd(new Date('2026-11-21T00:00:00Z'), 0).toISOString()).toBe('2026-12-31T16:00:00.000Z')
  expect(yearEnd(new Date('2026-12-31T16:00:00Z'), 0).toISOString()).toBe('2027-12-31T16:00:00.000Z')
  expect(yearEnd(new Date('2026-11-21T00:00:00Z'), -2).toISOString()).toBe('2024-12-31T16:00:00.000Z')
})

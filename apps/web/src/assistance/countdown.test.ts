import { expect, test } from 'vitest'
import { countdown } from './countdown.ts'

const now = Date.parse('2026-03-02T08:00:00Z')
const open = { dueAt: '2026-03-02T10:00:00Z', isPaused: false, state: 'open' }

test('[WE500] a countdown tells seconds below a day, and counts up past its end', () => {
  expect(countdown(open, now)).toEqual({ text: '02:00:00', isOver: false, tone: 'neutral' })
  expect(countdown(open, now + 3_600_001)).toMatchObject({ text: '00:59:59', tone: 'warn' })
  expect(countdown(open, now + 7_200_000 + 61_000)).toEqual({ text: '00:01:01', isOver: true, tone: 'danger' })
  expect(countdown({ ...open, dueAt: '2026-03-04T09:30:00Z' }, now)?.text).toBe('2天 01:30')
})

test('[WE500] where no clock runs there is none', () => {
  expect(countdown({ ...open, isPaused: true }, now)).toBeNull()
  expect(countdown({ ...open, dueAt: null }, now)).toBeNull()
  expect(countdown({ ...open, state: 'replied' }, now)).toBeNull()
})

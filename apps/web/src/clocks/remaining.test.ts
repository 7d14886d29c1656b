import { expect, test } from 'vitest'
import { remaining } from './remaining.ts'

const due = '2026-03-05T15:59:59.999Z'
const before = (ms: number) => remaining(due, new Date(due).getTime() - ms)

test.each([
  [(2 * 24 + 3) * 3600_000, { text: 'leftDays', fill: { days: 2, hours: 3 } }],
  [24 * 3600_000, { text: 'leftDays', fill: { days: 1, hours: 0 } }],
  [24 * 3600_000 - 1, { text: 'leftHours', fill: { hours: 23, minutes: 59 } }],
  [0, { text: 'leftHours', fill: { hours: 0, minutes: 0 } }],
  [-1, { text: 'overHours', fill: { hours: 0, minutes: 1 } }],
  [-25 * 3600_000, { text: 'overDays', fill: { days: 1, hours: 1 } }],
])('[WE470] what is left is never more than there is, and past the last instant it is over (%i)', (ms, expected) => {
  expect(before(ms)).toEqual(expected)
})

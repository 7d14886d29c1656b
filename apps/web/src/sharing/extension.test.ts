import { expect, test } from 'vitest'
import { extensionProblem } from './extension.ts'

const expiresAt = '2026-06-30T15:59:59.000Z'
const latest = '2026-12-31T10:00:00.000Z'

test.each([
  ['', 'required'],
  ['2026-06-29', 'notLater'],
  ['2026-06-30', 'notLater'],
  ['2026-07-01', undefined],
  ['2026-12-31', undefined],
  ['2027-01-01', 'tooLate'],
])('[WE202] a longer term until %j is %s', (day, problem) => {
  expect(extensionProblem(day, expiresAt, latest)).toBe(problem)
})

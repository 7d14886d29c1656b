import { expect, test } from 'vitest'
import { emptyBreak, isReady } from './break-draft.ts'
import { remaining } from './remaining.ts'

const endsAt = '2026-03-02T09:00:00.000Z'
const before = (ms: number) => new Date(endsAt).getTime() - ms

test('[WE244] an emergency access counts down to its end and is over at that instant', () => {
  expect(remaining(endsAt, before(3_600_000))).toBe('60:00')
  expect(remaining(endsAt, before(61_000))).toBe('1:01')
  expect(remaining(endsAt, before(500))).toBe('0:01')
  expect([remaining(endsAt, before(0)), remaining(endsAt, before(-1))]).toEqual([undefined, undefined])
})

test('[WE245] the glass is broken only once everything is named and the warning is confirmed', () => {
  const whole = {
    ...emptyBreak('Case'),
    ownerAgencyId: 'a',
    number: 'BJ-1',
    purpose: '目的',
    reason: '紧急',
    understood: true,
  }
  expect(isReady(whole)).toBe(true)
  for (const less of [{ ownerAgencyId: '' }, { number: ' ' }, { purpose: '' }, { reason: '' }, { understood: false }])
    expect(isReady({ ...whole, ...less })).toBe(false)
})

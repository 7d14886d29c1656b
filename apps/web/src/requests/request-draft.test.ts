import { expect, test } from 'vitest'
import { dayFrom, emptyRequest, endOfDay, isComplete } from './request-draft.ts'

const now = new Date('2026-03-02T17:00:00Z')
const whole = { ...emptyRequest(now), purpose: '跨省协查', legalBasis: '依据', reason: '核查' }

test('[WE242] a request is sent once purpose, basis, reason and an end to come are there', () => {
  expect(isComplete(whole, now)).toBe(true)
  for (const less of [{ purpose: ' ' }, { legalBasis: '' }, { reason: '' }, { until: '' }, { until: '2026-03-02' }])
    expect(isComplete({ ...whole, ...less }, now)).toBe(false)
})

test('[WE242] days are those of Beijing, and a day lasts to its end', () => {
  expect(dayFrom(now, 0)).toBe('2026-03-03')
  expect(emptyRequest(now).until).toBe('2026-04-02')
  expect(endOfDay('2026-03-03')).toBe('2026-03-03T15:59:59.000Z')
})

import { expect, test } from 'vitest'
import { inReadingOrder, shownState } from './shown-state.ts'

const now = new Date('2026-01-01T00:00:00Z')

test.each([
  ['in_force', '2025-12-31T16:00:00.000Z', 'expired'],
  ['in_force', '2026-06-30T16:00:00.000Z', 'in_force'],
  ['proposed', '2025-12-31T16:00:00.000Z', 'proposed'],
])('[WE52] an agreement %s until %s is shown as %s', (state, validUntil, shown) => {
  expect(shownState({ state, validUntil }, now)).toBe(shown)
})

test('[WE52] agreements to sign stand first and expired ones last', () => {
  const listed = [
    { state: 'in_force', validUntil: '2025-01-01T00:00:00Z' },
    { state: 'in_force', validUntil: '2027-01-01T00:00:00Z' },
    { state: 'proposed', validUntil: '2027-01-01T00:00:00Z' },
  ]
  expect(inReadingOrder(listed, now)).toEqual([listed[2], listed[1], listed[0]])
})

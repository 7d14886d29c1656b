import { expect, test } from 'vitest'
import { daysLeft, forceState, inWorkingOrder } from './force-state.ts'

const now = new Date('2026-03-02T08:00:00Z')
const aForce = (until: string, changes: object = {}) => ({ state: 'active', isActive: true, until, ...changes })

test.each([
  [aForce('2026-06-01T00:00:00Z'), 'active'],
  [aForce('2026-03-16T08:00:00.000Z'), 'ending'],
  [aForce('2026-03-16T08:00:00.001Z'), 'active'],
  [aForce('2026-03-02T08:00:00.001Z'), 'ending'],
  [aForce('2026-03-02T08:00:00.000Z'), 'over'],
  [aForce('2026-06-01T00:00:00Z', { isActive: false }), 'over'],
  [aForce('2026-06-01T00:00:00Z', { isActive: false, state: 'dissolved' }), 'dissolved'],
])('[WE211] a task force %j is shown as %s', (force, shown) => {
  expect(forceState(force, now)).toBe(shown)
})

test('[WE211] the day in progress counts among the days left, and none are left after the end', () => {
  expect(daysLeft(aForce('2026-03-02T15:59:59Z'), now)).toBe(1)
  expect(daysLeft(aForce('2026-03-01T15:59:59Z'), now)).toBe(0)
})

test('[WE211] those at work stand before those that are over, and otherwise as the hub orders them', () => {
  const over = aForce('2026-01-01T00:00:00Z', { isActive: false })
  const dissolved = aForce('2026-09-01T00:00:00Z', { isActive: false, state: 'dissolved' })
  const [early, late] = [aForce('2026-04-01T00:00:00Z'), aForce('2026-08-01T00:00:00Z')]
  expect(inWorkingOrder([dissolved, late, over, early], now)).toEqual([late, early, dissolved, over])
})

import { expect, test } from 'vitest'
import { deedsOn, rolesBetween } from './officer-deeds.ts'

test('[WE280] what can be proposed about an officer depends on the state, and waits while a change is waiting', () => {
  const officer = { canPropose: true, waiting: null, state: 'active' as const }
  expect(deedsOn(officer)).toEqual(['changeRoles', 'suspend'])
  expect(deedsOn({ ...officer, state: 'suspended' })).toEqual(['changeRoles', 'reinstate'])
  expect(deedsOn({ ...officer, waiting: 'id' })).toEqual([])
  expect(deedsOn({ ...officer, canPropose: false })).toEqual([])
})

test('[WE281] a change of roles is told by what is gained and what is lost', () => {
  expect(rolesBetween(['handler', 'intake'], ['handler', 'leader'])).toEqual({ gained: ['leader'], lost: ['intake'] })
  expect(rolesBetween([], ['handler'])).toEqual({ gained: ['handler'], lost: [] })
})

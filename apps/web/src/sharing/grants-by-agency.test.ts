import { expect, test } from 'vitest'
import { leadsTheCase, liveGrantOf, pastGrants } from './grants-by-agency.ts'

const aGrant = (agency: string, state: string, expiresAt: string, givenAt: string) => ({
  grantee: { id: agency },
  state,
  expiresAt,
  givenAt,
})
const grants = [
  aGrant('police', 'recalled', '2026-12-31T00:00:00Z', '2026-01-01T00:00:00Z'),
  aGrant('police', 'live', '2026-12-31T00:00:00Z', '2026-02-01T00:00:00Z'),
  aGrant('guilin', 'live', '2026-01-31T00:00:00Z', '2026-01-02T00:00:00Z'),
]

test('[WE125] an agency that was granted again is shown by its live grant', () => {
  expect(liveGrantOf(grants, 'police')).toBe(grants[1])
})

test('[WE125] recalled and expired grants stay in the list, the latest first', () => {
  expect(pastGrants(grants, new Date('2026-03-01T00:00:00Z'))).toEqual([grants[2], grants[0]])
})

test('[WE126] recalling from the lead agency warns that it keeps the case', () => {
  const seers = [
    { via: 'lead', agency: { id: 'police' } },
    { via: 'grant', agency: { id: 'baoan' } },
  ]
  expect(leadsTheCase(seers, 'police')).toBe(true)
  expect(leadsTheCase(seers, 'baoan')).toBe(false)
})

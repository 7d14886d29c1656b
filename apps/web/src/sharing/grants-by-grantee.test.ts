import { expect, test } from 'vitest'
import { leadsTheCase, liveGrantsOf, passedOnFrom, pastGrants, waitingGrants } from './grants-by-grantee.ts'

const now = new Date('2026-03-01T00:00:00Z')
const aGrant = (id: string, agency: string, changed: object = {}) => ({
  id,
  grantee: { id: agency },
  granteeOfficer: null,
  state: 'live',
  awaits: null,
  parentGrantId: null,
  expiresAt: '2026-12-31T00:00:00Z',
  givenAt: '2026-02-01T00:00:00Z',
  ...changed,
})
const agency = (id: string, officer?: string) => ({ agency: { id }, officer: officer ? { id: officer } : null })
const grants = [
  aGrant('g1', 'police', { state: 'recalled', givenAt: '2026-01-01T00:00:00Z' }),
  aGrant('g2', 'police'),
  aGrant('g3', 'guilin', { expiresAt: '2026-03-01T00:00:00Z', givenAt: '2026-01-02T00:00:00Z' }),
  aGrant('g4', 'police', { granteeOfficer: { id: 'duty' } }),
  aGrant('g5', 'baoan', { state: 'proposed', awaits: 'grant' }),
  aGrant('g6', 'baoan', { state: 'declined', givenAt: '2026-01-03T00:00:00Z' }),
  aGrant('g7', 'police', { awaits: 'extension' }),
]
const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id)

test('[WE125] a grantee is shown with every live grant and no other', () => {
  expect(ids(liveGrantsOf(grants, agency('police'), now))).toEqual(['g2', 'g7'])
  expect(ids(liveGrantsOf(grants, agency('guilin'), now))).toEqual([])
})

test('[WE200] a grant to one officer is not shown as one to the agency, and one that waits as none', () => {
  expect(ids(liveGrantsOf(grants, agency('police', 'duty'), now))).toEqual(['g4'])
  expect(ids(liveGrantsOf(grants, agency('baoan'), now))).toEqual([])
  expect(ids(waitingGrants(grants))).toEqual(['g5', 'g7'])
})

test('[WE125] recalled, declined and expired grants stay in the list, the latest first', () => {
  expect(ids(pastGrants(grants, now))).toEqual(['g6', 'g3', 'g1'])
})

test('[WE126] recalling from the lead agency warns that it keeps the case', () => {
  const seers = [
    { via: 'lead', agency: { id: 'police' } },
    { via: 'grant', agency: { id: 'baoan' } },
  ]
  expect(leadsTheCase(seers, 'police')).toBe(true)
  expect(leadsTheCase(seers, 'baoan')).toBe(false)
})

test('[WE126] before a grant is recalled all that was passed on from it is counted', () => {
  const chain = [
    ...grants,
    aGrant('c1', 'hebei', { parentGrantId: 'g2' }),
    aGrant('c2', 'guilin', { parentGrantId: 'c1' }),
    aGrant('c3', 'guilin', { parentGrantId: 'g2', state: 'recalled' }),
  ]
  expect(ids(passedOnFrom(chain, 'g2', now))).toEqual(['c1', 'c2'])
  expect(passedOnFrom(chain, 'g4', now)).toEqual([])
})

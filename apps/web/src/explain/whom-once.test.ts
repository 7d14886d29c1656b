import { expect, test } from 'vitest'
import { whomOnce } from './whom-once.ts'

test('[WE215] whoever could open a withheld field is named once, however many grants leave it out', () => {
  const owner = { closer: 'owner', agency: { id: 'bj' } }
  const own = { closer: 'own-agency', agency: { id: 'police' } }
  const nobody = { closer: 'nobody', agency: null }
  expect(whomOnce([owner, { ...owner }, own, nobody, { ...nobody }])).toEqual([owner, own, nobody])
})

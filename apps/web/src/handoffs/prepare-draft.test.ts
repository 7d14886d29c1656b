import { expect, test } from 'vitest'
import { blankPrepare, missingIn, receivers } from './prepare-draft.ts'

test('[WE133] a handoff letter needs receiver, number, legal basis and purpose', () => {
  expect(missingIn(blankPrepare)).toEqual(['toAgencyId', 'number', 'legalBasis', 'purpose'])
  expect(
    missingIn({ toAgencyId: 'police', number: '1', legalBasis: '第三条', purpose: '追究刑事责任', note: '' }),
  ).toEqual([])
})

test('[WE133] a suspected crime is handed to those who investigate crimes', () => {
  const agencies = [
    { id: 'guilin', kind: 'tobacco' },
    { id: 'operator', kind: 'operator' },
    { id: 'beijing', kind: 'tobacco' },
    { id: 'police', kind: 'police' },
  ]
  expect(receivers(agencies, 'beijing').map((agency) => agency.id)).toEqual(['police'])
})

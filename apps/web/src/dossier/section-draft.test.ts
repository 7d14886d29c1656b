import { expect, test } from 'vitest'
import { blankSection, choosableAgencies, sectionProblems } from './section-draft.ts'

test('[WE116] a restricted section names at least one agency', () => {
  expect(sectionProblems({ ...blankSection, title: '嫌疑人', audience: 'members' })).toEqual({
    memberAgencyIds: 'noMembers',
  })
  expect(sectionProblems({ title: '嫌疑人', audience: 'members', memberAgencyIds: ['police'] })).toEqual({})
})

test('[WE116] only agencies the case is shared with today can be chosen', () => {
  const grant = (id: string, state: string, expiresAt: string) => ({ grantee: { id }, state, expiresAt })
  const chosen = choosableAgencies({
    owner: { id: 'tobacco' },
    mine: 'police',
    now: new Date('2026-01-01T00:00:00Z'),
    grants: [
      grant('police', 'live', '2026-12-31T00:00:00Z'),
      grant('guilin', 'live', '2025-12-31T00:00:00Z'),
      grant('baoan', 'recalled', '2026-12-31T00:00:00Z'),
    ],
  })
  expect(chosen.map((agency) => agency.id)).toEqual(['police', 'tobacco'])
})

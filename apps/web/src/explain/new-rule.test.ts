import { expect, test } from 'vitest'
import { blankRule, freeId, renamed } from './new-rule.ts'

test('[WE216] a copied rule gets an id that no rule has', () => {
  expect(freeId('CASE-SHARE', ['CASE-SHARE'])).toBe('CASE-SHARE-NEW')
  expect(freeId('CASE-SHARE', ['CASE-SHARE-NEW', 'CASE-SHARE-NEW-2'])).toBe('CASE-SHARE-NEW-3')
})

test('[WE321] a rule written from nothing begins as a whole rule about this kind of record', () => {
  expect(blankRule('Case', 'ownerAgencyId', ['CASE-READ', 'CASE-NEW']).split('\n')).toEqual([
    '- id: CASE-NEW-2',
    '  roles: [handler]',
    '  action: read',
    '  subject: Case',
    '  when: { ownerAgencyId: $officer.agencyId }',
    '  because: { zh: 理由。, en: The reason. }',
    '',
  ])
})

test('[WE216] only the id of the rule changes, and what was typed stays', () => {
  const typed = '- id: CASE-SHARE\n  roles: [intake]\n  because: { zh: CASE-SHARE。, en: "- id: CASE-SHARE" }'
  const copied = renamed(typed, 'CASE-SHARE', 'CASE-SHARE-NEW')
  expect(copied).toBe(typed.replace('- id: CASE-SHARE\n', '- id: CASE-SHARE-NEW\n'))
  expect(renamed(copied, 'CASE-SHARE-NEW', 'CASE-SHARE')).toBe(typed)
})

import { expect, test } from 'vitest'
import {
  type AgreementChoice,
  blankShare,
  grantInput,
  levelsWithin,
  previewCovers,
  shareProblems,
  underAgreement,
} from './share-draft.ts'

const agreement: AgreementChoice = {
  id: 'agreement',
  legalBasis: '烟草专卖法第三十八条',
  purposes: ['联合办案', '行刑衔接'],
  maxLevel: 'contribute',
  allowsOnward: false,
  validUntil: '2026-12-31T15:59:59.000Z',
  blocked: null,
}
const record = { kind: 'Case', id: 'case' } as const
const filled = {
  ...blankShare,
  agencyId: 'police',
  agreementId: 'agreement',
  purpose: '联合办案',
  legalBasis: '烟草专卖法第三十八条',
  expiresOn: '2026-06-30',
}

test('[WE120] an agreement sets the ceiling of the level', () => {
  expect(levelsWithin('contribute')).toEqual(['view', 'comment', 'contribute'])
  expect(underAgreement({ ...filled, level: 'co_handle', allowsOnward: true }, agreement)).toMatchObject({
    level: 'contribute',
    allowsOnward: false,
  })
  expect(shareProblems({ ...filled, level: 'co_handle' }, agreement, '2026-01-01')).toEqual({ level: 'aboveCeiling' })
})

test('[WE120] a share may not outlive its agreement or lie in the past', () => {
  expect(shareProblems({ ...filled, expiresOn: '2027-01-01' }, agreement, '2026-01-01')).toEqual({
    expiresOn: 'afterAgreement',
  })
  expect(shareProblems({ ...filled, expiresOn: '2025-12-31' }, agreement, '2026-01-01')).toEqual({ expiresOn: 'past' })
  expect(grantInput(record, { ...filled, expiresOn: '2026-12-31' }, '2026-12-31T10:00:00.000Z').expiresAt).toBe(
    '2026-12-31T10:00:00.000Z',
  )
})

test('[WE120] the last day of a share counts in full in Beijing, wherever the browser stands', () => {
  expect(grantInput(record, filled, agreement.validUntil).expiresAt).toBe('2026-06-30T15:59:59.000Z')
  expect(shareProblems({ ...filled, expiresOn: '2026-12-31' }, agreement, '2026-01-01')).toEqual({})
})

test('[WE124] the legal basis of the agreement is offered and may be replaced', () => {
  expect(underAgreement({ ...filled, legalBasis: '' }, agreement).legalBasis).toBe(agreement.legalBasis)
  expect(underAgreement({ ...filled, legalBasis: '联合办案通知' }, agreement).legalBasis).toBe('联合办案通知')
})

test('[WE121] a blocked agreement cannot carry a share', () => {
  const blocked = { ...agreement, blocked: { zh: '对方尚未签署。', en: 'The other side has not signed.' } }
  expect(shareProblems(filled, blocked, '2026-01-01')).toEqual({ agreementId: 'blocked' })
})

test('[WE122] a preview covers exactly the input it was made for', () => {
  const input = grantInput(record, filled, agreement.validUntil)
  expect(previewCovers(undefined, input)).toBe(false)
  expect(previewCovers(input, grantInput(record, filled, agreement.validUntil))).toBe(true)
})

test.each([
  ['level', { level: 'comment' }],
  ['purpose', { purpose: '行刑衔接' }],
  ['withheld fields', { withheldFields: ['summary'] }],
  ['expiry', { expiresOn: '2026-07-01' }],
  ['onward sharing', { allowsOnward: true }],
] as const)('[WE122] changing the %s makes the preview void', (_, change) => {
  const input = grantInput(record, filled, agreement.validUntil)
  expect(previewCovers(input, grantInput(record, { ...filled, ...change }, agreement.validUntil))).toBe(false)
})

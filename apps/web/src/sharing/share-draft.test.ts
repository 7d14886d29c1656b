import { expect, test } from 'vitest'
import {
  blankShare,
  type Ceiling,
  levelsWithin,
  type Parent,
  previewCovers,
  type Recipient,
  recipients,
  type ShareDraft,
  shareProblems,
  shareRequest,
  underCeiling,
  withinParent,
} from './share-draft.ts'

const agreement: Ceiling = {
  id: 'agreement',
  legalBasis: '烟草专卖法第三十八条',
  purposes: ['联合办案', '行刑衔接'],
  maxLevel: 'contribute',
  allowsOnward: false,
  validUntil: '2026-12-31T15:59:59.000Z',
  blocked: null,
}
const record = { kind: 'Case', id: 'case' } as const
const filled: ShareDraft = {
  ...blankShare,
  agencyId: 'police',
  agreementId: 'agreement',
  purpose: '联合办案',
  legalBasis: '烟草专卖法第三十八条',
  expiresOn: '2026-06-30',
}
const requested = (changed: Partial<ShareDraft> = {}, until = agreement.validUntil) =>
  shareRequest(record, { ...filled, ...changed }, until)

test('[WE120] an agreement sets the ceiling of the level', () => {
  expect(levelsWithin('contribute')).toEqual(['view', 'comment', 'contribute'])
  expect(underCeiling({ ...filled, level: 'co_handle', allowsOnward: true }, agreement)).toMatchObject({
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
  expect(requested({ expiresOn: '2026-12-31' }, '2026-12-31T10:00:00.000Z').input.expiresAt).toBe(
    '2026-12-31T10:00:00.000Z',
  )
})

test('[WE120] the last day of a share counts in full in Beijing, wherever the browser stands', () => {
  expect(requested().input.expiresAt).toBe('2026-06-30T15:59:59.000Z')
  expect(shareProblems({ ...filled, expiresOn: '2026-12-31' }, agreement, '2026-01-01')).toEqual({})
})

test('[WE124] the legal basis of the agreement is offered and may be replaced', () => {
  expect(underCeiling({ ...filled, legalBasis: '' }, agreement).legalBasis).toBe(agreement.legalBasis)
  expect(underCeiling({ ...filled, legalBasis: '联合办案通知' }, agreement).legalBasis).toBe('联合办案通知')
})

test('[WE121] a blocked agreement cannot carry a share', () => {
  const blocked = { ...agreement, blocked: { zh: '对方尚未签署。', en: 'The other side has not signed.' } }
  expect(shareProblems(filled, blocked, '2026-01-01')).toEqual({ agreementId: 'blocked' })
  const toForce = { ...filled, to: 'force', forceId: 'force' } as const
  expect(shareProblems(toForce, blocked, '2026-01-01')).toEqual({ forceId: 'blocked' })
})

test('[WE122] a preview covers exactly the input it was made for', () => {
  expect(previewCovers(undefined, requested())).toBe(false)
  expect(previewCovers(requested(), requested())).toBe(true)
})

test.each([
  ['level', { level: 'comment' }],
  ['purpose', { purpose: '行刑衔接' }],
  ['withheld fields', { withheldFields: ['summary'] }],
  ['expiry', { expiresOn: '2026-07-01' }],
  ['onward sharing', { allowsOnward: true }],
  ['reminder', { remindDays: '14' }],
  ['recipient', { to: 'officer', officerId: 'duty' }],
] as const)('[WE122] changing the %s makes the preview void', (_, change) => {
  expect(previewCovers(requested(), requested(change))).toBe(false)
})

test.each<[Recipient, (keyof ShareDraft)[]]>([
  ['agency', ['agencyId', 'agreementId']],
  ['officer', ['agencyId', 'agreementId', 'officerId']],
  ['force', ['forceId']],
])('[WE203] a share with %s names exactly whom it is for', (to, fields) => {
  const nobody = { ...filled, to, agencyId: '', agreementId: '', officerId: '', forceId: '' }
  expect(Object.keys(shareProblems(nobody, undefined, '2026-01-01')).toSorted()).toEqual(fields)
})

test('[WE203] what is asked of the hub has the one recipient that was chosen, and its own deed', () => {
  const whom = { agencyId: 'police', officerId: 'duty', forceId: 'force' }
  const of = (to: Recipient) => {
    const { deed, input } = requested({ ...whom, to })
    return [
      deed,
      ...['granteeAgencyId', 'granteeOfficerId', 'taskForceId', 'agreementId'].filter((key) => key in input),
    ]
  }
  expect(recipients.map(of)).toEqual([
    ['give', 'granteeAgencyId', 'agreementId'],
    ['give', 'granteeAgencyId', 'granteeOfficerId', 'agreementId'],
    ['giveToTaskForce', 'taskForceId'],
  ])
})

test.each(['', '-1', '1.5', '366', 'a week'])('[WE203] a reminder %j days before the end is none', (remindDays) => {
  expect(shareProblems({ ...filled, remindDays }, agreement, '2026-01-01')).toEqual({ remindDays: 'notDays' })
})

const parent: Parent = {
  id: 'parent',
  level: 'comment',
  purpose: '行刑衔接',
  legalBasis: '行政处罚法第二十七条',
  withheldFields: ['figures'],
  expiresAt: '2026-09-30T15:59:59.000Z',
}

test('[WE204] what is passed on keeps within the grant and the agreement, whichever is narrower', () => {
  expect(withinParent(agreement, parent)).toMatchObject({
    purposes: ['行刑衔接'],
    maxLevel: 'comment',
    validUntil: parent.expiresAt,
    blocked: null,
  })
  const wide = { ...parent, level: 'co_handle', expiresAt: '2027-09-30T15:59:59.000Z' } as const
  expect(withinParent(agreement, wide)).toMatchObject({ maxLevel: 'contribute', validUntil: agreement.validUntil })
})

test('[WE204] an agreement for another purpose carries nothing that is passed on', () => {
  expect(withinParent(agreement, { ...parent, purpose: '其他' }).blocked?.zh).toContain('其他')
  const ended = { zh: '协议已过有效期。', en: 'The agreement has expired.' }
  expect(withinParent({ ...agreement, blocked: ended }, parent).blocked).toBe(ended)
})

test('[WE204] passing on names the grant it hangs on, and no purpose of its own', () => {
  const { deed, input } = shareRequest(record, filled, agreement.validUntil, 'parent')
  expect([deed, 'parentGrantId' in input && input.parentGrantId, 'purpose' in input]).toEqual([
    'passOn',
    'parent',
    false,
  ])
})

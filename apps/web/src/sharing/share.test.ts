import type { AgreementId } from '@lianban/kernel'
import { expect, test } from 'vitest'
import type { AgencyCard, GrantOptions } from '../app/api-types.ts'
import { createShare, type Offered } from './share.ts'
import type { Parent, ShareRequest } from './share-draft.ts'

const police: AgencyCard = {
  id: 'police' as AgencyCard['id'],
  slug: 'bj-police-efd',
  nameZh: '北京市公安局环食药旅总队',
  nameEn: 'Beijing police',
  shortZh: '北京环食药',
  shortEn: 'BJ police',
  kind: 'police',
  level: 'province',
  region: '110000',
  parentId: null,
}
const agencies: GrantOptions['agencies'] = [
  {
    agency: police,
    isOpen: false,
    agreements: [
      {
        id: 'agreement' as AgreementId,
        number: '京烟协〔2025〕1号',
        title: '联合办案协议',
        legalBasis: '烟草专卖法第三十八条',
        purposes: ['联合办案'],
        maxLevel: 'contribute',
        maxLabel: 'sensitive',
        allowsOnward: false,
        validUntil: '2026-12-31T15:59:59.000Z',
        blocked: null,
      },
    ],
  },
]
const force: GrantOptions['taskForces'][number] = {
  id: 'force' as GrantOptions['taskForces'][number]['id'],
  name: '专案组',
  seats: 2,
  legalBasis: '行政处罚法第二十六条',
  purposes: ['共同侦办'],
  reach: [{ purpose: '共同侦办', agencies: 1 }],
  maxLevel: 'view',
  allowsOnward: true,
  validUntil: '2026-03-31T15:59:59.000Z',
  blocked: null,
}

function aShare(offered: Partial<Offered> = {}) {
  const asked: ShareRequest[] = []
  const withholdable: Offered['withholdable'] = []
  const share = createShare({
    record: () => ({ kind: 'Case', id: 'case' }),
    offered: () => ({ agencies, taskForces: [force], withholdable, remindDays: 10, parents: [], ...offered }),
    today: '2026-01-01',
    async preview(request) {
      asked.push(request)
      return []
    },
  })
  share.begin()
  share.chooseAgency('police')
  share.change({ legalBasis: '烟草专卖法第三十八条', expiresOn: '2026-06-30', level: 'contribute' })
  return { share, asked }
}

test('[WE123] nothing can be confirmed before its preview was read', async () => {
  const { share, asked } = aShare()
  expect(share.confirmed()).toBeUndefined()
  await share.review()
  expect([share.step(), asked.length]).toEqual(['preview', 1])
  expect(share.confirmed()).toEqual(asked[0])
})

test('[WE123] a change after the preview takes the confirmation away', async () => {
  const { share } = aShare()
  await share.review()
  share.change({ level: 'view' })
  expect(share.confirmed()).toBeUndefined()
})

test('[WE123] going back to the terms needs a new preview', async () => {
  const { share } = aShare()
  await share.review()
  share.back()
  expect([share.confirmed(), share.preview()]).toEqual([undefined, undefined])
})

test('[WE124] the only usable agreement is chosen with its agency', () => {
  const { share } = aShare()
  expect([share.draft.agreementId, share.draft.purpose]).toEqual(['agreement', '联合办案'])
})

test('[WE124] terms with a problem ask for no preview', async () => {
  const { share, asked } = aShare()
  share.change({ legalBasis: '' })
  await share.review()
  expect([asked.length, share.step(), share.problem('legalBasis')]).toEqual([0, 'terms', 'required'])
})

test('[WE203] choosing another kind of recipient forgets the one before, with its terms', () => {
  const { share } = aShare()
  share.chooseRecipient('force')
  expect([share.draft.agencyId, share.draft.agreementId, share.draft.level]).toEqual(['', '', 'view'])
  share.chooseForce('force')
  expect(share.draft).toMatchObject({ purpose: '共同侦办', expiresOn: '2026-03-31', remindDays: '10' })
})

const granted: Parent[] = [
  {
    id: 'to-agency',
    level: 'comment',
    purpose: '联合办案',
    legalBasis: '烟草专卖法第三十八条',
    withheldFields: ['figures'],
    expiresAt: '2026-05-31T15:59:59.000Z',
  },
  {
    id: 'to-officer',
    level: 'view',
    purpose: '别的目的',
    legalBasis: '烟草专卖法第三十八条',
    withheldFields: [],
    expiresAt: '2026-12-31T15:59:59.000Z',
  },
]

test('[WE204] what was withheld from the officer is withheld from whoever it is passed on to', async () => {
  const { share, asked } = aShare({ parents: granted })
  expect([share.closed(), share.draft.withheldFields]).toEqual([['figures'], ['figures']])
  await share.review()
  expect([asked.length, share.problem('level'), share.problem('expiresOn')]).toEqual([
    0,
    'aboveCeiling',
    'afterAgreement',
  ])
  share.change({ level: 'view', expiresOn: '2026-05-31' })
  await share.review()
  expect(asked).toMatchObject([{ deed: 'passOn', input: { parentGrantId: 'to-agency', withheldFields: ['figures'] } }])
})

test('[WE204] another grant to pass on brings its own bounds', () => {
  const { share } = aShare({ parents: granted })
  share.chooseParent('to-officer')
  expect([share.draft.withheldFields, share.draft.agreementId]).toEqual([[], ''])
  expect(share.agreements().map(({ blocked }) => blocked !== null)).toEqual([true])
})

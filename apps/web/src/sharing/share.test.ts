import type { AgreementId } from '@lianban/kernel'
import { expect, test } from 'vitest'
import type { AgencyCard, GrantOptions, GrantPreview } from '../app/api-types.ts'
import { createShare } from './share.ts'
import type { GrantInput } from './share-draft.ts'

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
const nothing: GrantPreview = { sentences: [], gains: [], sections: [], clues: [], warnings: [], approvers: [] }

function aShare() {
  const asked: GrantInput[] = []
  const share = createShare({
    record: () => ({ kind: 'Case', id: 'case' }),
    agencies: () => agencies,
    today: '2026-01-01',
    async preview(input) {
      asked.push(input)
      return nothing
    },
  })
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

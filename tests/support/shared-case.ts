import { randomUUID } from 'node:crypto'
import { yearEnd } from '@lianban/demo'
import type { AgencyId, CaseId, ClueId, GrantId, SectionId } from '@lianban/kernel'
import type { HubServer } from './hub-server.ts'

/** The key of one submission with what is submitted. */
export const once = <Input extends object>(input: Input) => ({ ...input, submissionId: randomUUID() })

export const publicReport = {
  title: '群众举报商户向未成年人销售电子烟',
  content: '举报称商户将电子烟伪装成医用雾化器出售。',
  kind: 'report',
  source: 'public_report',
  reportedOn: '2024-11',
  label: 'internal',
  handlingCode: 'unrestricted',
  region: '110113',
  place: '顺义区',
  goods: [{ what: 'pods', note: '' }],
  methods: ['minors'],
  identifiers: [],
} as const

export const reportInput = () =>
  once({ ...publicReport, goods: [...publicReport.goods], methods: [...publicReport.methods], identifiers: [] })

type Level = 'view' | 'comment' | 'contribute' | 'co_handle'

export type SharedCase = {
  readonly agencies: ReadonlyMap<string, AgencyId>
  readonly clueId: ClueId
  readonly caseId: CaseId
  /** Open to every agency on the case. */
  readonly openSection: SectionId
  /** Open to Beijing and the police only. */
  readonly closedSection: SectionId
  readonly grants: Readonly<Record<string, GrantId>>
}

const invited: Record<string, { level: Level; agreement: string }> = {
  'bj-police-efd': { level: 'co_handle', agreement: '演示协议〔3〕号' },
  'baoan-tobacco': { level: 'contribute', agreement: '演示协议〔2〕号' },
  'bj-procuratorate': { level: 'view', agreement: '演示协议〔4〕号' },
}

/** A case of the Beijing bureau that the police, Bao'an and the procuratorate are on, and Hebei is not. */
export async function aSharedCase(
  hub: HubServer,
  number = 'BJ-0001',
  expiresAt = yearEnd(new Date(), 1),
): Promise<SharedCase> {
  const handler = await hub.client('bj-tobacco.handler')
  const agencies = new Map((await handler.agencies.list.query()).map(({ slug, id }) => [slug, id]))
  const agreements = new Map((await handler.agreements.list.query({})).items.map((one) => [one.number, one]))
  const { clueId } = await handler.clues.record.mutate(reportInput())
  const { caseId } = await handler.cases.open.mutate(
    once({
      clueIds: [clueId],
      number,
      name: '电子烟网络案',
      charge: '生产、销售伪劣产品罪',
      summary: '跨省销售伪劣电子烟。',
      label: 'internal',
      handlingCode: 'unrestricted',
      region: '110000',
      openedOn: '2025',
    }),
  )
  const grants: Record<string, GrantId> = {}
  for (const [slug, { level, agreement }] of Object.entries(invited)) {
    const { id: agreementId, purposes } = agreements.get(agreement)!
    const { grantId } = await handler.grants.give.mutate(
      once({
        record: { kind: 'Case', id: caseId },
        granteeAgencyId: agencies.get(slug)!,
        level,
        withheldFields: [],
        purpose: purposes[0]!,
        legalBasis: '《中华人民共和国行政处罚法》第二十六条',
        agreementId,
        allowsOnward: false,
        expiresAt: expiresAt.toISOString(),
      }),
    )
    grants[slug] = grantId
  }
  const open = await handler.dossier.addSection.mutate(
    once({ caseId, title: '案件事实', audience: 'case', memberAgencyIds: [] }),
  )
  const memberAgencyIds = ['bj-tobacco', 'bj-police-efd'].map((slug) => agencies.get(slug)!)
  const closed = await handler.dossier.addSection.mutate(
    once({ caseId, title: '司法认定', audience: 'members', memberAgencyIds }),
  )
  return { agencies, clueId, caseId, openSection: open.sectionId, closedSection: closed.sectionId, grants }
}

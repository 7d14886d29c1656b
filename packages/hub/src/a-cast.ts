import type { AgencyKind, AgencyLevel, Role, SignedIn } from '@lianban/identity'
import { type AgencyId, type AgreementId, newId, type OfficerId, type SessionId } from '@lianban/kernel'
import { insertAgency, insertOfficer } from './agencies/store.ts'
import { insertAgreement } from './agreements/store.ts'
import type { Hub } from './hub.ts'

const agencyFacts = {
  operator: ['operator', 'province', '110000', '平台', 'Hub'],
  bj: ['tobacco', 'province', '110000', '北京烟草', 'Beijing Tobacco'],
  shunyi: ['tobacco', 'county', '110113', '顺义烟草', 'Shunyi Tobacco'],
  police: ['police', 'city', '110000', '北京环食药', 'Beijing EFD'],
  baoan: ['tobacco', 'county', '440306', '宝安烟草', "Bao'an Tobacco"],
  guilin: ['tobacco', 'city', '450300', '桂林烟草', 'Guilin Tobacco'],
  procuratorate: ['procuratorate', 'city', '110000', '北京检察', 'Beijing Procuratorate'],
  hebei: ['tobacco', 'province', '130000', '河北烟草', 'Hebei Tobacco'],
  customs: ['customs', 'city', '110000', '北京海关', 'Beijing Customs'],
  market: ['market_regulation', 'city', '110000', '北京市监', 'Beijing Market'],
  post: ['postal', 'city', '110000', '北京邮管', 'Beijing Post'],
} as const satisfies Record<string, readonly [AgencyKind, AgencyLevel, string, string, string]>
export type AgencyName = keyof typeof agencyFacts

const posts = {
  operatorAdmin: ['operator', 'system_admin'],
  operatorSecurity: ['operator', 'security_admin'],
  operatorSecurityDeputy: ['operator', 'security_admin'],
  operatorAudit: ['operator', 'audit_admin'],
  operatorAuditDeputy: ['operator', 'audit_admin'],
  bjIntake: ['bj', 'intake'],
  bjHandler: ['bj', 'handler'],
  bjColleague: ['bj', 'handler'],
  bjLeader: ['bj', 'leader'],
  bjDuty: ['bj', 'duty_officer'],
  bjAuditor: ['bj', 'auditor'],
  bjAdmin: ['bj', 'system_admin'],
  bjAgencyAdmin: ['bj', 'agency_admin'],
  shunyiIntake: ['shunyi', 'intake'],
  shunyiHandler: ['shunyi', 'handler'],
  shunyiLeader: ['shunyi', 'leader'],
  policeHandler: ['police', 'handler'],
  policeLeader: ['police', 'leader'],
  policeDuty: ['police', 'duty_officer'],
  baoanHandler: ['baoan', 'handler'],
  guilinHandler: ['guilin', 'handler'],
  guilinLeader: ['guilin', 'leader'],
  procurator: ['procuratorate', 'procurator'],
  hebeiHandler: ['hebei', 'handler'],
  hebeiLeader: ['hebei', 'leader'],
  hebeiDuty: ['hebei', 'duty_officer'],
} as const satisfies Record<string, readonly [AgencyName, Role]>
export type OfficerName = keyof typeof posts

const registeredAt = new Date('2026-01-01T00:00:00Z')

/** Who has signed the standing agreement of this world; Hebei has signed nothing with anybody. */
const signatories = ['bj', 'shunyi', 'police', 'baoan', 'guilin', 'procuratorate', 'customs'] as const
export const purpose = '联合办案'

/** Enters the agencies and their officers, and signs the officers in. */
export async function register({ db }: Hub) {
  const ids = Object.fromEntries(Object.keys(agencyFacts).map((name) => [name, newId<AgencyId>()]))
  const agencies = ids as Record<AgencyName, AgencyId>
  const people: Partial<Record<OfficerName, SignedIn>> = {}
  await db.transaction({ duty: 'registration' }, registeredAt, async (tx) => {
    let at = registeredAt.getTime()
    const cards = new Map<AgencyName, SignedIn['officer']['agency']>()
    for (const [slug, [kind, level, region, shortZh, shortEn]] of Object.entries(agencyFacts)) {
      const card = { id: agencies[slug as AgencyName], slug, kind, level, region, shortZh, shortEn, parentId: null }
      const agency = { ...card, nameZh: `${shortZh}单位`, nameEn: `${shortEn} agency` }
      const provider = { oidcIssuer: 'http://idp.invalid', oidcClientId: 'lianban', registeredAt: new Date(at++) }
      await insertAgency(tx, { ...agency, ...provider })
      cards.set(slug as AgencyName, agency)
    }
    for (const [name, [slug, role]] of Object.entries(posts)) {
      const agency = cards.get(slug)!
      const officer = {
        id: newId<OfficerId>(),
        agencyId: agency.id,
        postZh: `${agency.shortZh}·${name}`,
        postEn: name,
        roles: [role],
      }
      await insertOfficer(tx, { ...officer, subject: name, state: 'active', registeredAt })
      people[name as OfficerName] = {
        sessionId: newId<SessionId>(),
        officer: { ...officer, agencyKind: agency.kind, region: agency.region, agency },
      }
    }
  })
  return { agencies, people: people as Record<OfficerName, SignedIn> }
}

/** Puts the standing agreement in force. */
export async function agree(hub: Hub, people: Record<OfficerName, SignedIn>, agencies: Record<AgencyName, AgencyId>) {
  const { id: officerId, agencyId } = people.bjLeader.officer
  const id = newId<AgreementId>()
  await hub.db.transaction({ agencyId, officerId }, registeredAt, (tx) =>
    insertAgreement(tx, {
      id,
      number: '协议〔1〕号',
      title: '联合办案协议',
      legalBasis: '《中华人民共和国行政处罚法》第二十六条',
      purposes: [purpose],
      maxLabel: 'core_sensitive',
      maxLevel: 'co_handle',
      allowsOnward: true,
      validFrom: registeredAt,
      validUntil: new Date('2030-01-01T00:00:00Z'),
      state: 'in_force',
      proposedByAgencyId: agencyId,
      proposedAt: registeredAt,
      version: 1,
      parties: signatories.map((name) => ({
        agencyId: agencies[name],
        signedBy: officerId,
        signedAt: registeredAt,
        isSigned: true,
      })),
    }),
  )
  return id
}

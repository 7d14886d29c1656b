import type { AgencyId, OfficerId } from '@lianban/kernel'

export const agencyKinds = [
  'operator',
  'tobacco',
  'police',
  'customs',
  'market_regulation',
  'postal',
  'procuratorate',
] as const
export type AgencyKind = (typeof agencyKinds)[number]

export const agencyLevels = ['national', 'province', 'city', 'county'] as const
export type AgencyLevel = (typeof agencyLevels)[number]

export const roles = [
  'intake',
  'handler',
  'leader',
  'duty_officer',
  'procurator',
  'custodian',
  'auditor',
  'system_admin',
  'security_admin',
  'audit_admin',
] as const
export type Role = (typeof roles)[number]

const administrators: readonly Role[] = ['system_admin', 'security_admin', 'audit_admin']

/** The three administrators are three people, and none of them works on a case (GB/T 22239-2019, 8.1.4.2). */
export const mixesDuties = (held: readonly Role[]): boolean =>
  held.length > 1 && held.some((role) => administrators.includes(role))

/** An agency as everybody may see it: certified by the operator, never self-declared. */
export type AgencyCard = {
  readonly id: AgencyId
  readonly slug: string
  readonly nameZh: string
  readonly nameEn: string
  readonly shortZh: string
  readonly shortEn: string
  readonly kind: AgencyKind
  readonly level: AgencyLevel
  readonly region: string
  readonly parentId: AgencyId | null
}

/** Who acted, by post: the hub shows no personal names. */
export type OfficerCard = {
  readonly id: OfficerId
  readonly postZh: string
  readonly postEn: string
  readonly agency: AgencyCard
}

export const roleWords: Record<Role, { zh: string; en: string }> = {
  intake: { zh: '线索受理', en: 'intake officer' },
  handler: { zh: '承办员', en: 'handler' },
  leader: { zh: '负责人', en: 'leader' },
  duty_officer: { zh: '值班员', en: 'duty officer' },
  procurator: { zh: '检察官', en: 'procurator' },
  custodian: { zh: '保管员', en: 'custodian' },
  auditor: { zh: '审计员', en: 'auditor' },
  system_admin: { zh: '系统管理员', en: 'system administrator' },
  security_admin: { zh: '安全保密管理员', en: 'security administrator' },
  audit_admin: { zh: '审计管理员', en: 'audit administrator' },
}

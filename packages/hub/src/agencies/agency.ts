import type { AgencyCard, AgencyKind, Role } from '@lianban/identity'
import type { OfficerId } from '@lianban/kernel'

/** The three offices of the operator (GB/T 22239-2019, 8.1.4.2). */
export const offices = ['system_admin', 'security_admin', 'audit_admin'] as const satisfies readonly Role[]
export type Office = (typeof offices)[number]

/** Whether only an officer of the operator may hold it. */
export const isOffice = (role: Role): boolean => offices.some((office) => office === role)

/** Whoever administers, for the operator or for one agency. */
export const administrators: readonly Role[] = [...offices, 'agency_admin']

/** Administrators are separate people, and none of them works on a case. */
export const mixesDuties = (held: readonly Role[]): boolean =>
  held.length > 1 && held.some((role) => administrators.includes(role))

/** Who acted, by post: the hub shows no personal names. */
export type OfficerCard = {
  readonly id: OfficerId
  readonly postZh: string
  readonly postEn: string
  readonly agency: AgencyCard
}

/** A post as agreement partners see it. */
export type Post = Omit<OfficerCard, 'agency'> & { readonly roles: readonly Role[] }

export const agencyKindWords: Record<AgencyKind, { zh: string; en: string }> = {
  operator: { zh: '平台运行单位', en: 'operator' },
  tobacco: { zh: '烟草专卖局', en: 'tobacco' },
  police: { zh: '公安机关', en: 'police' },
  customs: { zh: '海关', en: 'customs' },
  market_regulation: { zh: '市场监管部门', en: 'market regulation' },
  postal: { zh: '邮政管理部门', en: 'postal' },
  procuratorate: { zh: '检察院', en: 'procuratorate' },
  company: { zh: '平台企业', en: 'platform company' },
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
  agency_admin: { zh: '单位管理员', en: 'agency administrator' },
}

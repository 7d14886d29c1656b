import type { AgencyCard, Role } from '@lianban/identity'
import type { OfficerId } from '@lianban/kernel'

const administrators: readonly Role[] = ['system_admin', 'security_admin', 'audit_admin']

/** The three administrators are three people, and none of them works on a case (GB/T 22239-2019, 8.1.4.2). */
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

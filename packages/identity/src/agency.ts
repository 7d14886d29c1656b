import type { AgencyId } from '@lianban/kernel'

export const agencyKinds = [
  'operator',
  'tobacco',
  'police',
  'customs',
  'market_regulation',
  'postal',
  'procuratorate',
  'company',
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
  'agency_admin',
] as const
export type Role = (typeof roles)[number]

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

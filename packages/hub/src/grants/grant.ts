import type { AgencyId, AgreementId, GrantId, OfficerId } from '@lianban/kernel'
import type { Level } from '../classification.ts'

export const recordKinds = ['Case', 'Clue'] as const
export type RecordKind = (typeof recordKinds)[number]

/** One agency opens one record to another: how far, what for, on what basis, until when. Recalled, never deleted. */
export type Grant = {
  readonly id: GrantId
  readonly recordKind: RecordKind
  readonly recordId: string
  readonly recordAt: Date
  readonly ownerAgencyId: AgencyId
  readonly granteeAgencyId: AgencyId
  readonly level: Level
  readonly withheldFields: string[]
  readonly showsClues: boolean
  readonly purpose: string
  readonly legalBasis: string
  readonly agreementId: AgreementId
  readonly allowsOnward: boolean
  readonly expiresAt: Date
  readonly state: 'live' | 'recalled'
  readonly givenBy: OfficerId
  readonly givenAt: Date
  readonly recalledBy: OfficerId | null
  readonly recalledAt: Date | null
  readonly recallReason: string | null
  readonly version: number
}

export const isLive = (grant: Grant, now: Date): boolean => grant.state === 'live' && grant.expiresAt > now

/** The grant once it was taken back: it stays on record and opens nothing. */
export const recalled = (grant: Grant, by: { officerId: OfficerId; at: Date; reason: string | null }): Grant => ({
  ...grant,
  state: 'recalled',
  recalledBy: by.officerId,
  recalledAt: by.at,
  recallReason: by.reason,
  version: grant.version + 1,
})

/** The fields of a record that an agency does not get to see: its own records hide nothing from it. */
export function withheldFrom(
  agencyId: AgencyId,
  record: { readonly ownerAgencyId: AgencyId; readonly leadAgencyId?: AgencyId; readonly grants: readonly Grant[] },
  now: Date,
): string[] {
  if (record.ownerAgencyId === agencyId || record.leadAgencyId === agencyId) return []
  const [first, ...others] = record.grants.filter((grant) => grant.granteeAgencyId === agencyId && isLive(grant, now))
  return (first?.withheldFields ?? []).filter((field) => others.every((grant) => grant.withheldFields.includes(field)))
}

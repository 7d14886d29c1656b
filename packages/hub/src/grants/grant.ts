import type { AgencyId, AgreementId, GrantId, OfficerId, TaskForceId } from '@lianban/kernel'
import type { Circle } from '../circles/index.ts'
import { type Level, levels } from '../classification.ts'

export const recordKinds = ['Case', 'Clue'] as const
export type RecordKind = (typeof recordKinds)[number]

export const grantStates = ['proposed', 'live', 'recalled', 'declined'] as const
export type GrantState = (typeof grantStates)[number]

export const grantOrigins = ['share', 'auto', 'onward', 'request', 'emergency'] as const
export type GrantOrigin = (typeof grantOrigins)[number]

/**
 * A record is opened to another agency or to one officer of it: how far, what for, on what basis, until when. Recalled,
 * never deleted. One that still waits for a second officer is proposed and opens nothing.
 */
export type Grant = {
  readonly id: GrantId
  readonly recordKind: RecordKind
  readonly recordId: string
  readonly recordAt: Date
  readonly ownerAgencyId: AgencyId
  readonly granteeAgencyId: AgencyId
  /** The one officer it is for; none when it is for the whole agency. */
  readonly granteeOfficerId: OfficerId | null
  /** The officer or else the agency: whom the rules and the wall look for. */
  readonly granteeId: AgencyId | OfficerId
  /** The task force through which it came, seat by seat. */
  readonly taskForceId: TaskForceId | null
  readonly origin: GrantOrigin
  /** Of a grant that was passed on: the grant it hangs on, and the agency that passed it on. */
  readonly parentGrantId: GrantId | null
  readonly onwardAgencyId: AgencyId | null
  readonly level: Level
  readonly withheldFields: string[]
  readonly showsClues: boolean
  readonly purpose: string
  readonly legalBasis: string
  readonly agreementId: AgreementId
  readonly allowsOnward: boolean
  readonly expiresAt: Date
  readonly remindDays: number
  readonly state: GrantState
  readonly givenBy: OfficerId
  readonly givenAt: Date
  readonly approvedBy: OfficerId | null
  readonly approvedAt: Date | null
  readonly declinedBy: OfficerId | null
  readonly declinedAt: Date | null
  readonly declineReason: string | null
  /** A longer term that waits for a second officer. */
  readonly extensionUntil: Date | null
  readonly extensionBy: OfficerId | null
  readonly extensionAt: Date | null
  /** Who asked for what a second officer still has to approve: the extension, or else the grant. */
  readonly proposedBy: OfficerId
  /** When the owner last noted it: that it was passed on, or that it may end. */
  readonly notedAt: Date | null
  readonly reviewedAt: Date | null
  readonly recalledBy: OfficerId | null
  readonly recalledAt: Date | null
  readonly recallReason: string | null
  readonly version: number
}

/** A grant with what the rules ask about it. */
export type GrantRow = Grant & { readonly circle: Circle }

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

type Deed = { readonly officerId: OfficerId; readonly at: Date }

/** What waits for a second officer: the whole grant, a longer term, or nothing. */
export const awaits = (grant: Grant): 'grant' | 'extension' | undefined =>
  grant.state === 'proposed' ? 'grant' : grant.state === 'live' && grant.extensionUntil ? 'extension' : undefined

const withoutExtension = { extensionUntil: null, extensionBy: null, extensionAt: null }

/** The grant once the second officer agreed: it opens the record, or lasts as long as was asked. */
export const approved = (grant: Grant, by: Deed): Grant => ({
  ...grant,
  ...(grant.state === 'proposed'
    ? { state: 'live' as const, approvedBy: by.officerId, approvedAt: by.at }
    : { expiresAt: grant.extensionUntil ?? grant.expiresAt }),
  ...withoutExtension,
  version: grant.version + 1,
})

/** The grant once the second officer refused: it never opens anything, or ends when it was to end anyway. */
export const declined = (grant: Grant, by: Deed & { reason: string }): Grant => ({
  ...grant,
  ...(grant.state === 'proposed' && { state: 'declined' as const }),
  declinedBy: by.officerId,
  declinedAt: by.at,
  declineReason: by.reason,
  ...withoutExtension,
  version: grant.version + 1,
})

/** The grant with a later end, at once or as soon as a second officer agrees. */
export const extended = (grant: Grant, until: Date, by: Deed & { waits: boolean }): Grant => ({
  ...grant,
  ...(by.waits ? { extensionUntil: until, extensionBy: by.officerId, extensionAt: by.at } : { expiresAt: until }),
  version: grant.version + 1,
})

/** From when on both sides are reminded that the grant ends. */
export const remindedFrom = (grant: Grant): Date => new Date(grant.expiresAt.getTime() - grant.remindDays * 86_400_000)

/** Who stands before a record: an officer, or without one an agency as such. */
export type Reader = { readonly agencyId: AgencyId; readonly id: OfficerId | null }

/** Whether the grant is to this reader; whoever has left the agency it was given in has left it behind. */
const isGrantedTo = (grant: Grant, reader: Reader): boolean =>
  grant.granteeAgencyId === reader.agencyId && (grant.granteeId === reader.agencyId || grant.granteeId === reader.id)

/** The grants that open the record to the reader at this moment. */
export const openTo = (grants: readonly Grant[], reader: Reader, now: Date): Grant[] =>
  grants.filter((grant) => isGrantedTo(grant, reader) && isLive(grant, now))

/** The furthest that any of these grants reaches. */
export const furthest = (grants: readonly Grant[]): Level | undefined =>
  levels.findLast((level) => grants.some((grant) => grant.level === level))

/** The fields of a record that a reader does not get to see: the agency’s own records hide nothing from it. */
export function withheldFrom(
  reader: Reader,
  record: { readonly ownerAgencyId: AgencyId; readonly leadAgencyId?: AgencyId; readonly grants: readonly Grant[] },
  now: Date,
): string[] {
  if (record.ownerAgencyId === reader.agencyId || record.leadAgencyId === reader.agencyId) return []
  const [first, ...others] = openTo(record.grants, reader, now)
  return (first?.withheldFields ?? []).filter((field) => others.every((grant) => grant.withheldFields.includes(field)))
}

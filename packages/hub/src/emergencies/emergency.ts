import type { AgencyId, GrantId, OfficerId } from '@lianban/kernel'
import type { Circle } from '../circles/index.ts'
import type { RecordKind } from '../grants/index.ts'

/** An officer broke the glass before another agency's record; it has the id of the grant that this made. */
export type Emergency = {
  readonly id: GrantId
  readonly officerId: OfficerId
  readonly agencyId: AgencyId
  readonly ownerAgencyId: AgencyId
  readonly recordKind: RecordKind
  readonly recordId: string
  readonly reason: string
  readonly openedAt: Date
  readonly endsAt: Date
}

export const sides = ['owner', 'own'] as const
export const outcomes = ['justified', 'not_justified'] as const

/** Owed by the owner of the record and by the officer's own agency. */
export type Review = {
  readonly emergencyId: GrantId
  readonly side: (typeof sides)[number]
  readonly agencyId: AgencyId
  readonly dueAt: Date
  readonly outcome: (typeof outcomes)[number] | null
  readonly note: string | null
  readonly reviewedBy: OfficerId | null
  readonly reviewedAt: Date | null
  readonly isDone: boolean
}

/** An emergency access with what the rules ask about it. */
export type EmergencyRow = Emergency & { readonly reviews: readonly Review[]; readonly circle: Circle }

import type { AccessRequestId, AgencyId, GrantId, HitQueryId, OfficerId } from '@lianban/kernel'
import type { Level } from '../classification.ts'
import type { RecordKind } from '../grants/index.ts'

export const requestStates = ['waiting', 'granted', 'declined', 'withdrawn'] as const
export type RequestState = (typeof requestStates)[number]

export const requestableKinds = ['Case', 'Clue', 'Section'] as const
export type RequestableKind = (typeof requestableKinds)[number]

/** Asked for access to a record by its address, or to what stands behind a hint. */
export type AccessRequest = {
  readonly id: AccessRequestId
  readonly officerId: OfficerId
  readonly agencyId: AgencyId
  readonly recordKind: RequestableKind | null
  readonly recordId: string | null
  /** Of a section, which is asked for by its case and its place in it. */
  readonly sectionPosition: number | null
  readonly hitQueryId: HitQueryId | null
  readonly hitAgencyId: AgencyId | null
  readonly level: Level
  readonly until: Date
  readonly purpose: string
  readonly legalBasis: string
  readonly reason: string
  readonly askedAt: Date
  /** What nobody decides on lapses, be it that nobody would or that there was nobody to. */
  readonly lapsesAt: Date
  readonly state: RequestState
  readonly decidedBy: OfficerId | null
  readonly decidedAt: Date | null
  readonly declineReason: string | null
  readonly grantId: GrantId | null
  readonly version: number
}

/** Which record of which agency is meant: known to its owner alone. */
export type Target = {
  readonly recordKind: RecordKind
  readonly recordId: string
  readonly sectionId: string | null
  readonly ownerAgencyId: AgencyId
}

/** A request with what the rules ask about it. */
export type RequestRow = AccessRequest & { readonly targets: readonly Target[] }

/** What the asker reads: undecided is waiting until it lapses, whether or not the record exists. */
export const shownState = (request: AccessRequest, now: Date): RequestState | 'lapsed' =>
  request.state === 'waiting' && request.lapsesAt <= now ? 'lapsed' : request.state

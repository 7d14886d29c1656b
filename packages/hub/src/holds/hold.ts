import type { AgencyId, LegalHoldId, OfficerId } from '@lianban/kernel'
import type { Circle } from '../circles/index.ts'

export const heldKinds = ['Case', 'Clue', 'EvidenceItem'] as const
export type HeldKind = (typeof heldKinds)[number]

/** 保全: while it stands, nothing is destroyed that the log of this record could still be matched by. */
export type LegalHold = {
  readonly id: LegalHoldId
  readonly operatorId: AgencyId
  readonly recordKind: HeldKind
  readonly recordId: string
  /** The case or clue that says who may know of the record. */
  readonly rootId: string
  readonly ownerAgencyId: AgencyId
  readonly agencyId: AgencyId
  readonly reason: string
  /** By whose order, with the number of the paper. */
  readonly authority: string
  readonly laidBy: OfficerId
  readonly laidAt: Date
}

/** A hold with what the rules ask about it. */
export type LegalHoldRow = LegalHold & { readonly circle: Circle }

export type Lift = {
  readonly holdId: LegalHoldId
  readonly reason: string
  readonly authority: string
  readonly liftedBy: OfficerId
  readonly liftedAt: Date
}

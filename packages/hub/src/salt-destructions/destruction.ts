import type { AgencyId, OfficerId, SaltDestructionId } from '@lianban/kernel'

/** The acts of one kind, and the instant before which their entries no longer have to be kept. */
export type Cover = { readonly acts: readonly string[]; readonly before: number; readonly whileCaseOpen: boolean }

/** Salts that one audit administrator wants destroyed, all that are due of a kind or on one record; another one decides. */
export type SaltDestruction = {
  readonly id: SaltDestructionId
  readonly operatorId: AgencyId
  readonly kind: string | null
  readonly recordId: string | null
  readonly covers: readonly Cover[]
  /** How many there were when it was proposed: the approver agrees to these and no others. */
  readonly salts: number
  readonly reason: string
  readonly proposedBy: OfficerId
  readonly proposedAt: Date
}

export type DestructionDecision = {
  readonly destructionId: SaltDestructionId
  readonly decision: 'approved' | 'declined' | 'withdrawn'
  readonly note: string
  readonly decidedBy: OfficerId
  readonly decidedAt: Date
}

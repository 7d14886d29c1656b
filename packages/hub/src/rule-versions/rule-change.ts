import type { AgencyId, OfficerId, RuleChangeId, RuleVersionId } from '@lianban/kernel'

/** Rule files that one office wants in force instead of those that are; another office decides. */
export type RuleChange = {
  readonly id: RuleChangeId
  readonly operatorId: AgencyId
  readonly digest: string
  /** What was in force when it was proposed: the approver saw the difference from this. */
  readonly baseDigest: string
  readonly reason: string
  readonly proposedBy: OfficerId
  readonly proposedAt: Date
  readonly state: 'proposed' | 'approved' | 'declined' | 'withdrawn'
  readonly decidedBy: OfficerId | null
  readonly decidedAt: Date | null
  readonly note: string | null
}

/** A rule set that is or was in force. */
export type RuleVersion = {
  readonly id: RuleVersionId
  readonly serial: number
  readonly digest: string
  /** By two administrators, or from the files: at the first start, in a demonstration, or offline by the database's owner. */
  readonly how: 'adopted' | 'approved' | 'adopted_offline'
  readonly changeId: RuleChangeId | null
  readonly reason: string | null
  readonly inForceFrom: Date
}

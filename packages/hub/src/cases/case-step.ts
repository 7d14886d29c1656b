import type { AgencyId, CaseId, OfficerId } from '@lianban/kernel'
import type { GateFlag, TrackName } from '@lianban/law'

/** A step of the procedure that was taken on one track of a case, with its papers by their numbers. */
export type CaseStep = {
  readonly id: string
  readonly caseId: CaseId
  readonly track: TrackName
  /** The how-many-th step of the track. */
  readonly version: number
  readonly move: string
  /** Where the case stands on the track by this step. */
  readonly standing: string
  readonly papers: { readonly paper: string; readonly number: string }[]
  /** What the gates of the step asked. */
  readonly fen: number | null
  readonly flags: GateFlag[]
  readonly note: string
  readonly happenedAt: Date
  readonly takenBy: OfficerId
  readonly agencyId: AgencyId
  readonly takenAt: Date
}

import type { AgencyId, CaseId, OfficerId } from '@lianban/kernel'

/** The closing of a case, or its reopening, by the head of the agency that leads it. */
export type Closing = {
  readonly caseId: CaseId
  /** The how-many-th of the case. */
  readonly nth: number
  readonly move: 'closed' | 'reopened'
  /** On which ground it was closed. */
  readonly ground: string | null
  /** The paper by its number. */
  readonly paper: string
  readonly note: string
  /** Where a closed case stood, and a reopened one stands again. */
  readonly stage: 'investigating' | 'transferred'
  readonly agencyId: AgencyId
  readonly movedBy: OfficerId
  readonly movedAt: Date
}

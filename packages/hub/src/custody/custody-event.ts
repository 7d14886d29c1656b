import type { AgencyId, CaseId, EvidenceId, OfficerId } from '@lianban/kernel'
import type { Dimension } from '@lianban/law'

export const custodyKinds = [
  'collect',
  'register_in_advance',
  'seal',
  'transfer',
  'receive',
  'examine',
  'copy',
  'return',
  'auction',
  'destroy',
] as const
export type CustodyKind = (typeof custodyKinds)[number]

export const custodyMoves = ['goods', 'title', 'both'] as const
export type CustodyMove = (typeof custodyMoves)[number]

/** An agency of the hub with the place where it keeps the item, or somebody outside by name. */
export type Holder = { readonly agencyId: AgencyId | null; readonly name: string }

/** One thing that happened to an item of evidence: from whom, to whom, in what state. Never changed. */
export type CustodyEvent = {
  readonly id: string
  readonly itemId: EvidenceId
  readonly caseId: CaseId
  readonly nth: number
  readonly kind: CustodyKind
  readonly at: Date
  readonly fromAgencyId: AgencyId | null
  readonly fromName: string
  readonly toAgencyId: AgencyId | null
  readonly toName: string
  readonly moves: CustodyMove
  readonly place: string
  readonly purpose: string
  readonly condition: string
  readonly sealBefore: string
  readonly sealAfter: string
  readonly document: string
  readonly dimension: Dimension | null
  readonly amount: number | null
  readonly difference: string
  readonly answers: string | null
  readonly recordedBy: OfficerId
  readonly recordedAgencyId: AgencyId
  readonly recordedAt: Date
}

import type { AgencyId, CaseId, EvidenceId, OfficerId } from '@lianban/kernel'
import type { Dimension, EvidenceFacts, EvidenceKind, Proceeding } from '@lianban/law'
import type { CaseRow } from '../cases/index.ts'
import type { Standing } from '../standing/index.ts'

export const origins = ['original', 'copy', 'derived'] as const
export type Origin = (typeof origins)[number]

/** One thing in the evidence register of a case. */
export type EvidenceItem = {
  readonly id: EvidenceId
  readonly caseId: CaseId
  /** Counted within its case, from one on without a gap. */
  readonly number: number
  readonly kind: EvidenceKind
  readonly proceeding: Proceeding
  readonly name: string
  readonly description: string
  readonly origin: Origin
  /** What it is a copy of or was made from. */
  readonly parentId: EvidenceId | null
  /** The paper it came by. */
  readonly instrument: string | null
  readonly instrumentNumber: string
  readonly collectedFrom: Date
  readonly collectedUntil: Date
  readonly place: string
  readonly source: string
  readonly collectors: readonly string[]
  readonly dimension: Dimension | null
  readonly amount: number | null
  readonly facts: EvidenceFacts
  readonly agencyId: AgencyId
  readonly recordedBy: OfficerId
  readonly recordedAt: Date
  readonly version: number
  readonly holderAgencyId: AgencyId
  readonly holderName: string
  /** Who has been given it and has not signed for it yet. */
  readonly pendingAgencyId: AgencyId | null
  readonly titleAgencyId: AgencyId
}

/** An item with what the rules ask about it. */
export type EvidenceRow = EvidenceItem & { readonly standing: readonly Standing[]; readonly ofCase: CaseRow }

export const cureKinds = ['corrected', 'explained'] as const
export const conversionDecisions = ['used', 'reviewed', 'retaken', 'not_used'] as const
export type ConversionDecision = (typeof conversionDecisions)[number]

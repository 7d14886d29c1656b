import type { AgencyId, AssistanceId, CaseId, ClueId, HandoffId } from '@lianban/kernel'

const matterKinds = ['Case', 'Clue', 'Handoff', 'Assistance'] as const
export type MatterKind = (typeof matterKinds)[number]

/** What a deadline runs for, and the record that it belongs to. Clocks of different matters know nothing of each other. */
export type Matter =
  | { readonly kind: 'Case'; readonly id: CaseId }
  | { readonly kind: 'Clue'; readonly id: ClueId }
  | { readonly kind: 'Handoff'; readonly id: HandoffId; readonly record: RecordOf }
  | { readonly kind: 'Assistance'; readonly id: AssistanceId; readonly record: RecordOf }
type RecordOf = { readonly kind: 'Case'; readonly id: CaseId } | { readonly kind: 'Clue'; readonly id: ClueId }

export const recordOf = (matter: Matter): RecordOf => ('record' in matter ? matter.record : matter)

/** Who stands where the law says agency, police or procuratorate; who is not known cannot be held to a limit yet. */
export type Parties = {
  readonly agency?: AgencyId | undefined
  readonly police?: AgencyId | undefined
  readonly procuratorate?: AgencyId | undefined
}

/** Something that happened and that a deadline may speak of; its code is one of the events in policies/law. */
export type Happening = {
  readonly code: string
  readonly at: Date
  readonly matter: Matter
  readonly parties: Parties
  /** The day that was set, for a limit that runs back from it. */
  readonly setFor?: Date | undefined
  readonly region?: string | undefined
  readonly variant?: string | undefined
  /** How much an extension grants, where it may grant less than the law allows. */
  readonly amount?: number | undefined
}

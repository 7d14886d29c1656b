import type { AgencyId, CaseId, ClueId, HandoffId, OfficerId } from '@lianban/kernel'
import { type Custody, custodies, type HandoffDeed, handoffDeeds, type Rung } from '@lianban/law'
import type { Circle } from '../circles/index.ts'
import type { Grant } from '../grants/index.ts'

/** What the records make of where a handoff stands; where exactly it stands is said by the table of its kind. */
export const handoffStates = custodies
export type HandoffState = Custody
export const moves = handoffDeeds
export type Move = HandoffDeed

/** Whatever one agency hands to another: a frozen package, and nothing has moved until the receiver signs. */
export type Handoff = {
  readonly id: HandoffId
  readonly number: string
  readonly kind: string
  /** It is about a case or a clue. */
  readonly caseId: CaseId | null
  readonly clueId: ClueId | null
  /** Whose officers may know of it on the sender's side: those of a record that it owns, else all of the sender. */
  readonly circleId: CaseId | ClueId | AgencyId
  readonly fromAgencyId: AgencyId
  readonly toAgencyId: AgencyId
  /** The procuratorate that supervises, or the superior that decides, once one of them was asked. */
  readonly overseerAgencyId: AgencyId | null
  /** The handoff that a wrong addressee passed on as this one. */
  readonly forwardsId: HandoffId | null
  readonly legalBasis: string
  readonly purpose: string
  /** What papers depend on, such as a penalty decided already. */
  readonly circumstances: string[]
  readonly state: HandoffState
  readonly standing: string
  readonly packageDigest: string
  readonly preparedBy: OfficerId
  readonly preparedAt: Date
  readonly version: number
}

/** A handoff with what the rules ask about it. */
export type HandoffRow = Handoff & { readonly caseGrants: readonly Grant[]; readonly circle: Circle }

/** The case or the clue that is handed over. */
export const recordIdOf = ({ caseId, clueId }: Pick<Handoff, 'caseId' | 'clueId'>): CaseId | ClueId => caseId ?? clueId!

/** A paper that a move hands over, by its number. */
export type GivenPaper = { readonly paper: string; readonly number: string }

/** One rung of the ladder: signed by an officer of one side, over the digest of the same package. */
export type Receipt = {
  readonly id: string
  readonly handoffId: HandoffId
  readonly rung: Rung
  readonly move: string
  /** Where the handoff stands by this receipt, as which version. */
  readonly standing: string
  readonly version: number
  readonly officerId: OfficerId
  readonly agencyId: AgencyId
  readonly packageDigest: string
  readonly note: string
  /** Coded reasons why the package comes back, whole or in part. */
  readonly reasons: string[]
  readonly papers: GivenPaper[]
  /** The agency that it was forwarded to, or that was asked to oversee or decide. */
  readonly namedAgencyId: AgencyId | null
  readonly givenAt: Date
}

export const itemKinds = ['transfer_letter', 'case_record', 'clue', 'figures', 'dossier_section', 'paper'] as const

export type PackageItem = {
  readonly position: number
  readonly kind: (typeof itemKinds)[number]
  readonly recordId: string
  readonly title: string
  /** Which of the papers that the law asks for it is. */
  readonly material: string | null
  /** Canonical JSON, frozen: the digest is over exactly these bytes. */
  readonly content: string
  readonly digest: string
}

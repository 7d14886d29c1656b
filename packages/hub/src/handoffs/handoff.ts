import type { AgencyId, CaseId, HandoffId, OfficerId } from '@lianban/kernel'
import type { AgencyKind } from '../agencies/index.ts'
import type { Circle } from '../circles/index.ts'
import type { Grant } from '../grants/index.ts'
import { refusals } from './refusals.ts'

export const handoffStates = ['prepared', 'dispatched', 'signed_for', 'accepted', 'returned', 'cancelled'] as const
export type HandoffState = (typeof handoffStates)[number]
export const moves = ['dispatch', 'sign', 'accept', 'return', 'cancel'] as const
export type Move = (typeof moves)[number]

/** One agency hands a case to another: a frozen package, and nothing has moved until the receiver accepts. */
export type Handoff = {
  readonly id: HandoffId
  readonly number: string
  readonly kind: 'case_transfer'
  readonly caseId: CaseId
  readonly fromAgencyId: AgencyId
  readonly toAgencyId: AgencyId
  readonly legalBasis: string
  readonly purpose: string
  readonly state: HandoffState
  readonly packageDigest: string
  readonly preparedBy: OfficerId
  readonly preparedAt: Date
  readonly version: number
}

/** A handoff with what the rules ask about it. */
export type HandoffRow = Handoff & { readonly caseGrants: readonly Grant[]; readonly circle: Circle }

/** Every legal move, by the state it leaves. What is not listed is refused. */
export const legalMoves: Record<HandoffState, Partial<Record<Move, HandoffState>>> = {
  prepared: { dispatch: 'dispatched', cancel: 'cancelled' },
  dispatched: { sign: 'signed_for', cancel: 'cancelled' },
  signed_for: { accept: 'accepted', return: 'returned' },
  accepted: {},
  returned: {},
  cancelled: {},
}

/** Who may be handed what: a suspected crime goes to the police (Order 310, articles 3 and 5) or to customs' anti-smuggling police. */
export const receivers: Record<Handoff['kind'], readonly AgencyKind[]> = { case_transfer: ['police', 'customs'] }

export function moved<Row extends Handoff>(handoff: Row, move: Move): Row {
  const state = legalMoves[handoff.state][move]
  if (!state) throw refusals.moveNotOpen(handoff.state, move)
  return { ...handoff, state, version: handoff.version + 1 }
}

/** One rung of the ladder: signed by an officer of one side, over the digest of the same package. */
export type Receipt = {
  readonly id: string
  readonly handoffId: HandoffId
  readonly rung: 'dispatched' | 'signed_for' | 'accepted' | 'returned' | 'cancelled'
  readonly officerId: OfficerId
  readonly agencyId: AgencyId
  readonly packageDigest: string
  readonly note: string
  readonly givenAt: Date
}

export type PackageItem = {
  readonly position: number
  readonly kind: 'transfer_letter' | 'case_record' | 'clue' | 'figures' | 'dossier_section'
  readonly recordId: string
  readonly title: string
  /** Canonical JSON, frozen: the digest is over exactly these bytes. */
  readonly content: string
  readonly digest: string
}

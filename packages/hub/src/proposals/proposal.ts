import { type AgencyId, canonicalJson, type OfficerId, type ProposalId } from '@lianban/kernel'
import type { Circle } from '../circles/index.ts'
import type { Changes, Field } from '../corrections/index.ts'
import type { Grant, RecordKind } from '../grants/index.ts'
import { decidedAlready } from './refusals.ts'

export const proposalStates = ['open', 'accepted', 'discarded', 'withdrawn'] as const
export type ProposalState = (typeof proposalStates)[number]

/** One agency proposes another value for one field of another agency's record; the owner decides. */
export type Proposal = {
  readonly id: ProposalId
  readonly recordKind: RecordKind
  readonly recordId: string
  readonly ownerAgencyId: AgencyId
  readonly agencyId: AgencyId
  readonly field: Field
  /** The value that the proposer had before its eyes. */
  readonly seen: Changes
  readonly proposed: Changes
  readonly reason: string
  readonly state: ProposalState
  readonly proposedBy: OfficerId
  readonly proposedAt: Date
  readonly decidedBy: OfficerId | null
  readonly decidedAt: Date | null
  readonly decision: string | null
  readonly version: number
}

/** A proposal with what the rules ask about it: who of the owner may know of the record, and the grants that still open it to its proposer. */
export type ProposalRow = Proposal & { readonly access: readonly Grant[]; readonly circle: Circle }

export const only = (content: Changes, field: Field): Changes => ({ [field]: content[field] })

/** Whether the record moved on since: the field says something else than what the proposer saw. */
export const isStale = (proposal: Pick<Proposal, 'state' | 'seen' | 'field'>, content: Changes): boolean =>
  proposal.state === 'open' && canonicalJson(proposal.seen) !== canonicalJson(only(content, proposal.field))

export function decided<Row extends Proposal>(
  proposal: Row,
  state: Exclude<ProposalState, 'open'>,
  by: { officerId: OfficerId; at: Date; decision: string },
): Row {
  if (proposal.state !== 'open') throw decidedAlready(proposal.state)
  return {
    ...proposal,
    state,
    decidedBy: by.officerId,
    decidedAt: by.at,
    decision: by.decision,
    version: proposal.version + 1,
  }
}

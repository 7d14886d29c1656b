import type { AgencyId, AssistanceId, AssistanceLetterId, CaseId, OfficerId } from '@lianban/kernel'
import type { AssistanceDeed, AssistanceState, TargetKind } from '@lianban/law'
import type { Circle } from '../circles/index.ts'

type Target = { readonly kind: TargetKind; readonly value: string; readonly note: string }
/** A paper that goes along, by its number. */
export type Paper = { readonly paper: string; readonly number: string }
/** What an answer brings: a photo, a record, a paper, known by the digest of its file. */
type ReplyItem = { readonly title: string; readonly digest: string; readonly madeBy: string }

/** 协查: what one agency asks of others on a case, frozen as it was asked. */
export type Letter = {
  readonly id: AssistanceLetterId
  readonly number: string
  readonly caseId: CaseId
  readonly fromAgencyId: AgencyId
  readonly kind: string
  readonly proceeding: 'administrative' | 'criminal'
  readonly urgency: string
  readonly days: number | null
  readonly urgencyReason: string
  readonly lane: string | null
  readonly legalBasis: string
  readonly facts: string
  readonly questions: string
  readonly replyForm: string
  readonly contact: string
  readonly targets: readonly Target[]
  readonly papers: readonly Paper[]
  readonly digest: string
  readonly askedBy: OfficerId
  readonly askedAt: Date
}

/** What was asked of one receiver, and where it stands. */
export type Assistance = {
  readonly id: AssistanceId
  readonly letterId: AssistanceLetterId
  readonly number: string
  readonly caseId: CaseId
  readonly fromAgencyId: AgencyId
  readonly toAgencyId: AgencyId
  readonly kind: string
  readonly urgency: string
  readonly lane: string | null
  /** Who lets it go: the leader, or in some lanes the duty desk. */
  readonly approval: 'leader' | 'desk'
  readonly overseerAgencyId: AgencyId | null
  readonly superiorAgencyId: AgencyId | null
  readonly state: AssistanceState
  readonly standing: string
  readonly claimedBy: OfficerId | null
  readonly assignedTo: OfficerId | null
  readonly unit: string
  readonly askedAt: Date
  readonly sentAt: Date | null
  readonly firstAnsweredAt: Date | null
  readonly repliedAt: Date | null
  readonly dueAt: Date | null
  readonly isPaused: boolean
  /** When an agency above is told that the limit has passed. */
  readonly climbsAt: Date | null
  readonly rankedAt: Date
  readonly version: number
}

/** A request with what the rules ask about it. */
export type AssistanceRow = Assistance & { readonly circle: Circle }

/** One step that somebody took. */
export type Receipt = {
  readonly id: string
  readonly assistanceId: AssistanceId
  readonly version: number
  readonly move: string
  readonly standing: string
  readonly officerId: OfficerId
  readonly agencyId: AgencyId
  readonly note: string
  readonly missing: string[]
  readonly papers: Paper[]
  readonly items: ReplyItem[]
  readonly ground: string | null
  readonly amount: number | null
  readonly unit: string
  readonly namedOfficerId: OfficerId | null
  readonly namedAgencyId: AgencyId | null
  readonly digest: string
  readonly givenAt: Date
}

export type { AssistanceDeed }

/** The end that it will have about, while it lies with the receiver and no clock runs yet. */
export const foreseenOf = ({ sentAt, dueAt, state, rankedAt }: Assistance): Date | null =>
  sentAt && !dueAt && (state === 'sent' || state === 'open') ? rankedAt : null

/** What somebody reads aloud on the phone to know that two papers are the same. */
export const codeOf = (digest: string): string =>
  digest
    .slice(0, 12)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1-')

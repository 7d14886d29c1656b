import type { AgencyId, ClueId, OfficerId } from '@lianban/kernel'
import type { Verdict } from '../clues/index.ts'
import type { Knowing } from '../readers/index.ts'

/** 来源可靠性: how far the source has proved right before; X cannot be judged. */
export const reliabilities = ['A', 'B', 'C', 'X'] as const
export type Reliability = (typeof reliabilities)[number]

/** 信息可信度: how far other information bears this out; 4 is not borne out by anything. */
export const credibilities = ['1', '2', '3', '4'] as const
export type Credibility = (typeof credibilities)[number]

/** What one agency made of a clue at one time; the latest of an agency counts. */
export type Assessment = {
  readonly id: string
  readonly clueId: ClueId
  readonly clueVersion: number
  readonly agencyId: AgencyId
  readonly officerId: OfficerId
  readonly verdict: Verdict
  readonly reliability: Reliability
  readonly credibility: Credibility
  readonly note: string
  readonly assessedAt: Date
}

/** An assessment with what the rules ask about it. */
export type AssessmentRow = Assessment & {
  readonly clue: readonly { readonly ownerAgencyId: AgencyId; readonly isRestricted: boolean }[]
  readonly clueReaders: readonly Knowing[]
}

/** The latest of each agency, from assessments in the order they were made. */
export const latestByAgency = <Made extends Pick<Assessment, 'agencyId'>>(made: readonly Made[]): Made[] => [
  ...new Map(made.map((one) => [one.agencyId, one])).values(),
]

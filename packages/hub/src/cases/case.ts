import type { AgencyId, CaseId, FigureId, OfficerId } from '@lianban/kernel'
import type { OfOwner } from '../agreements/index.ts'
import type { HandlingCode, Label } from '../classification.ts'
import type { Grant } from '../grants/index.ts'
import type { Knowing } from '../readers/index.ts'
import type { SeatOnCase } from '../seats/index.ts'

/** While a handoff is under way the case stays where it is: only its acceptance moves it. */
export const stages = ['investigating', 'transferred', 'closed'] as const
export type Stage = (typeof stages)[number]

/** A case: owned by the agency that opened it, led by the agency that works it now. */
export type Case = {
  readonly id: CaseId
  readonly number: string
  readonly name: string
  readonly charge: string
  readonly summary: string
  readonly stage: Stage
  readonly label: Label
  readonly handlingCode: HandlingCode
  readonly region: string
  readonly openedOn: string
  readonly ownerAgencyId: AgencyId
  readonly leadAgencyId: AgencyId
  readonly openedBy: OfficerId
  readonly openedAt: Date
  readonly version: number
  /** Kept to the officers of the owner whom it names. */
  readonly isRestricted: boolean
}

/** A case with what the rules ask about it. */
export type CaseRow = Case &
  OfOwner & {
    readonly grants: readonly Grant[]
    readonly readers: readonly Knowing[]
    readonly taskForceSeats: readonly SeatOnCase[]
  }

export const measures = [
  'quantity',
  'weight',
  'marked_value',
  'goods_value',
  'case_value',
  'amount_involved',
  'fund_flow',
  'persons',
  'officers_deployed',
] as const
export type Measure = (typeof measures)[number]

/** One number as one source gives it: never merged with another source's, never added to another measure. */
export type Figure = {
  readonly id: FigureId
  readonly caseId: CaseId
  readonly measure: Measure
  readonly what: string
  readonly amount: number
  readonly unit: string
  readonly isApproximate: boolean
  readonly asWritten: string
  readonly source: string
  readonly recordedBy: OfficerId
  readonly recordedAgencyId: AgencyId
  readonly recordedAt: Date
}

export const caseEventKinds = ['opened', 'strike_wave', 'judgment', 'test', 'meeting', 'other'] as const
export type CaseEvent = {
  readonly id: string
  readonly caseId: CaseId
  readonly kind: (typeof caseEventKinds)[number]
  readonly happenedOn: string
  readonly what: string
  readonly source: string
  readonly recordedBy: OfficerId
  readonly recordedAt: Date
}

/** What a grant on a case may leave out. */
export const withholdable = [
  { field: 'summary', zh: '案情摘要', en: 'summary' },
  { field: 'figures', zh: '数量与金额', en: 'figures' },
  { field: 'events', zh: '办案经过', en: 'events' },
  { field: 'clues', zh: '线索来源', en: 'clues' },
  { field: 'files', zh: '案件文件', en: 'files' },
] as const

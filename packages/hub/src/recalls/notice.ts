import type { AgencyId, CorrectionId, GrantId, NoticeId, OfficerId } from '@lianban/kernel'
import type { Circle } from '../circles/index.ts'
import type { RecordKind } from '../grants/index.ts'

export const noticeKinds = ['recall', 'correction'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** What became of the copies: there were none, they were destroyed, given back, brought up to date, or the law keeps them. */
export const copiesKinds = ['none', 'destroyed', 'returned', 'updated', 'kept_by_law'] as const
export type Copies = (typeof copiesKinds)[number]

/** 知悉回执: whoever could read a record says that it knows of its recall or correction, and what became of its copies. */
export type Notice = {
  readonly id: NoticeId
  readonly kind: NoticeKind
  readonly recordKind: RecordKind
  readonly recordId: string
  readonly recordNumber: string
  readonly recordTitle: string
  readonly ownerAgencyId: AgencyId
  readonly agencyId: AgencyId
  readonly officerId: OfficerId | null
  readonly recipientId: AgencyId | OfficerId
  readonly throughCase: boolean
  readonly grantId: GrantId | null
  readonly correctionId: CorrectionId | null
  readonly reason: string
  readonly toldBy: OfficerId
  readonly toldAt: Date
  readonly dueAt: Date
}

/** A notice with what the rules ask about it. */
export type NoticeRow = Notice & { readonly circle: Circle }

export type Receipt = {
  readonly noticeId: NoticeId
  readonly agencyId: AgencyId
  readonly officerId: OfficerId
  readonly copies: Copies
  readonly note: string
  readonly givenAt: Date
}

export type NoticeState = 'waiting' | 'overdue' | 'acknowledged'

/** Late from the very instant at which it was due. */
export const stateOf = (notice: Pick<Notice, 'dueAt'>, receipt: Receipt | undefined, now: Date): NoticeState =>
  receipt ? 'acknowledged' : notice.dueAt <= now ? 'overdue' : 'waiting'

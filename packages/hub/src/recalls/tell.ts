import type { Tx } from '@lianban/db'
import { type AgencyId, type CorrectionId, type NoticeId, newId, type OfficerId } from '@lianban/kernel'
import type { RecordKind } from '../grants/index.ts'
import { daysAfter, type Periods } from '../measures/index.ts'
import type { NoticeKind } from './notice.ts'
import type { Recipient } from './recipients.ts'
import { insertNotices } from './store.ts'

/** Puts the duty to acknowledge on every recipient, in the transaction of the recall or correction itself. */
export const tellRecipients = (
  tx: Tx,
  recipients: readonly Recipient[],
  about: {
    readonly kind: NoticeKind
    readonly record: {
      readonly kind: RecordKind
      readonly id: string
      readonly number: string
      readonly title: string
      readonly ownerAgencyId: AgencyId
    }
    readonly correctionId?: CorrectionId
    readonly reason: string
    readonly by: OfficerId
    readonly now: Date
    readonly periods: Periods
  },
): Promise<void> =>
  insertNotices(
    tx,
    recipients.map(({ agencyId, officerId, grantId, throughCase }) => ({
      id: newId<NoticeId>(),
      kind: about.kind,
      recordKind: about.record.kind,
      recordId: about.record.id,
      recordNumber: about.record.number,
      recordTitle: about.record.title,
      ownerAgencyId: about.record.ownerAgencyId,
      agencyId,
      officerId,
      throughCase,
      grantId,
      correctionId: about.correctionId ?? null,
      reason: about.reason,
      toldBy: about.by,
      toldAt: about.now,
      dueAt: daysAfter(about.now, about.periods.acknowledge),
    })),
  )

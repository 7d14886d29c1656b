import type { AgencyId, CorrectionId, GrantId, NoticeId, OfficerId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import { boolean, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { RecordKind } from '../grants/index.ts'
import type { Copies, NoticeKind } from './notice.ts'

export const notices = pgTable('recall_notices', {
  id: uuid('id').$type<NoticeId>().primaryKey(),
  kind: text('kind').$type<NoticeKind>().notNull(),
  recordKind: text('record_kind').$type<RecordKind>().notNull(),
  recordId: uuid('record_id').notNull(),
  recordNumber: text('record_number').notNull(),
  recordTitle: text('record_title').notNull(),
  ownerAgencyId: uuid('owner_agency_id').$type<AgencyId>().notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  officerId: uuid('officer_id').$type<OfficerId>(),
  recipientId: uuid('recipient_id')
    .$type<AgencyId | OfficerId>()
    .notNull()
    .generatedAlwaysAs(sql`coalesce(officer_id, agency_id)`),
  throughCase: boolean('through_case').notNull(),
  grantId: uuid('grant_id').$type<GrantId>(),
  correctionId: uuid('correction_id').$type<CorrectionId>(),
  reason: text('reason').notNull(),
  toldBy: uuid('told_by').$type<OfficerId>().notNull(),
  toldAt: timestamp('told_at', { withTimezone: true }).notNull(),
  dueAt: timestamp('due_at', { withTimezone: true }).notNull(),
})

export const receipts = pgTable('recall_receipts', {
  noticeId: uuid('notice_id').$type<NoticeId>().primaryKey(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  officerId: uuid('officer_id').$type<OfficerId>().notNull(),
  copies: text('copies').$type<Copies>().notNull(),
  note: text('note').notNull(),
  givenAt: timestamp('given_at', { withTimezone: true }).notNull(),
})

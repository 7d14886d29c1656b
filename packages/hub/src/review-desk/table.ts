import type { AgencyId, CaseId, EvidenceId, FileId, OfficerId } from '@lianban/kernel'
import type { EvidenceProperty, ReviewOutcome } from '@lianban/law'
import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const ofCase = () => ({
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').$type<CaseId>().notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  words: text('words').notNull(),
  fileId: uuid('file_id').$type<FileId>(),
  page: integer('page'),
  second: integer('second'),
})

export const reviewNotes = pgTable('review_notes', {
  ...ofCase(),
  itemId: uuid('item_id').$type<EvidenceId>(),
  officerId: uuid('officer_id').$type<OfficerId>().notNull(),
  writtenAt: timestamp('written_at', { withTimezone: true }).notNull(),
})

export const reviewMarks = pgTable('review_marks', {
  ...ofCase(),
  itemId: uuid('item_id').$type<EvidenceId>().notNull(),
  property: text('property').$type<EvidenceProperty>().notNull(),
  nth: integer('nth').notNull(),
  outcome: text('outcome').$type<ReviewOutcome>().notNull(),
  reason: text('reason'),
  markedBy: uuid('marked_by').$type<OfficerId>().notNull(),
  markedAt: timestamp('marked_at', { withTimezone: true }).notNull(),
})

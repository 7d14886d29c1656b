import type { AgencyId, CaseId, EvidenceId, FileId, OfficerId } from '@lianban/kernel'
import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Soundness } from '../hub.ts'
import type { AttachmentPart } from './attachment.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true }).notNull()
const ofCase = () => ({
  caseId: uuid('case_id').$type<CaseId>().notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
})

export const evidenceFiles = pgTable('evidence_files', {
  ...ofCase(),
  id: uuid('id').primaryKey(),
  itemId: uuid('item_id').$type<EvidenceId>().notNull(),
  fileId: uuid('file_id').$type<FileId>().notNull(),
  part: text('part').$type<AttachmentPart>().notNull(),
  note: text('note').notNull(),
  attachedBy: uuid('attached_by').$type<OfficerId>().notNull(),
  attachedAt: instant('attached_at'),
})

export const evidenceFileEnds = pgTable('evidence_file_ends', {
  ...ofCase(),
  attachmentId: uuid('attachment_id').primaryKey(),
  reason: text('reason').notNull(),
  endedBy: uuid('ended_by').$type<OfficerId>().notNull(),
  endedAt: instant('ended_at'),
})

export const evidenceFileChecks = pgTable('evidence_file_checks', {
  ...ofCase(),
  id: uuid('id').primaryKey(),
  attachmentId: uuid('attachment_id').notNull(),
  itemId: uuid('item_id').$type<EvidenceId>().notNull(),
  found: text('found').$type<Soundness>().notNull(),
  nth: integer('nth').notNull(),
  comparedBy: uuid('compared_by').$type<OfficerId>().notNull(),
  comparedAt: instant('compared_at'),
})

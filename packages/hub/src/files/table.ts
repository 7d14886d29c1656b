import type { AgencyId, CaseId, FileId, OfficerId } from '@lianban/kernel'
import { bigint, boolean, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { HandlingCode } from '../classification.ts'
import type { UploadOutcome } from './file.ts'

const at = (name: string) => timestamp(name, { withTimezone: true })

const said = {
  id: uuid('id').$type<FileId>().primaryKey(),
  caseId: uuid('case_id').$type<CaseId>().notNull(),
  ownerAgencyId: uuid('owner_agency_id').$type<AgencyId>().notNull(),
  name: text('name').notNull(),
  bytes: bigint('bytes', { mode: 'number' }).notNull(),
  isSensitive: boolean('is_sensitive').notNull(),
  handlingCode: text('handling_code').$type<HandlingCode>().notNull(),
}

export const caseFiles = pgTable('case_files', {
  ...said,
  sha256: text('sha256').notNull(),
  sm3: text('sm3').notNull(),
  type: text('type').notNull(),
  isNamedAlike: boolean('is_named_alike').notNull(),
  uploadedBy: uuid('uploaded_by').$type<OfficerId>().notNull(),
  uploadedAt: at('uploaded_at').notNull(),
  version: integer('version').notNull().default(1),
})

export const fileUploads = pgTable('file_uploads', {
  ...said,
  officerId: uuid('officer_id').$type<OfficerId>().notNull(),
  begunAt: at('begun_at').notNull(),
  endedAt: at('ended_at'),
  outcome: text('outcome').$type<UploadOutcome>(),
})

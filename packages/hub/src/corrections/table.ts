import type { AgencyId, CorrectionId, OfficerId, ProposalId } from '@lianban/kernel'
import { integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { RecordKind } from '../grants/index.ts'
import type { Changes, Field } from './correction.ts'

export const corrections = pgTable('corrections', {
  id: uuid('id').$type<CorrectionId>().primaryKey(),
  recordKind: text('record_kind').$type<RecordKind>().notNull(),
  recordId: uuid('record_id').notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  serial: integer('serial').notNull(),
  fields: text('fields').array().$type<Field[]>().notNull(),
  former: jsonb('former').$type<Changes>().notNull(),
  corrected: jsonb('corrected').$type<Changes>().notNull(),
  fault: text('fault').notNull(),
  reason: text('reason').notNull(),
  proposalId: uuid('proposal_id').$type<ProposalId>(),
  correctedBy: uuid('corrected_by').$type<OfficerId>().notNull(),
  correctedAt: timestamp('corrected_at', { withTimezone: true }).notNull(),
})

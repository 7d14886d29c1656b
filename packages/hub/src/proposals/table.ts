import type { AgencyId, OfficerId, ProposalId } from '@lianban/kernel'
import { integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Changes, Field } from '../corrections/index.ts'
import type { RecordKind } from '../grants/index.ts'
import type { ProposalState } from './proposal.ts'

export const proposals = pgTable('proposals', {
  id: uuid('id').$type<ProposalId>().primaryKey(),
  recordKind: text('record_kind').$type<RecordKind>().notNull(),
  recordId: uuid('record_id').notNull(),
  ownerAgencyId: uuid('owner_agency_id').$type<AgencyId>().notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  field: text('field').$type<Field>().notNull(),
  seen: jsonb('seen').$type<Changes>().notNull(),
  proposed: jsonb('proposed').$type<Changes>().notNull(),
  reason: text('reason').notNull(),
  state: text('state').$type<ProposalState>().notNull(),
  proposedBy: uuid('proposed_by').$type<OfficerId>().notNull(),
  proposedAt: timestamp('proposed_at', { withTimezone: true }).notNull(),
  decidedBy: uuid('decided_by').$type<OfficerId>(),
  decidedAt: timestamp('decided_at', { withTimezone: true }),
  decision: text('decision'),
  version: integer('version').notNull().default(1),
})

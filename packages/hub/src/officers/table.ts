import type { AgencyId, OfficerChangeId, OfficerId } from '@lianban/kernel'
import { boolean, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { OfficerChange } from './officer-change.ts'

export const officerChanges = pgTable('officer_changes', {
  id: uuid('id').$type<OfficerChangeId>().primaryKey(),
  operatorId: uuid('operator_id').$type<AgencyId>().notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  kind: text('kind').$type<OfficerChange['kind']>().notNull(),
  concernsId: uuid('concerns_id').$type<OfficerChange['concernsId']>().notNull(),
  officerVersion: integer('officer_version'),
  touchesOffice: boolean('touches_office').notNull(),
  lines: jsonb('lines').$type<OfficerChange['lines']>().notNull(),
  reason: text('reason').notNull(),
  proposedBy: uuid('proposed_by').$type<OfficerId>().notNull(),
  proposedAt: timestamp('proposed_at', { withTimezone: true }).notNull(),
  state: text('state').$type<OfficerChange['state']>().notNull(),
  decidedBy: uuid('decided_by').$type<OfficerId>(),
  decidedAt: timestamp('decided_at', { withTimezone: true }),
  note: text('note'),
})

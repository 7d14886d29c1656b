import type { AgencyId, CaseId, EvidenceId, OfficerId } from '@lianban/kernel'
import type { Dimension } from '@lianban/law'
import { bigint, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { CustodyKind, CustodyMove } from './custody-event.ts'

export const custodyEvents = pgTable('custody_events', {
  id: uuid('id').primaryKey(),
  itemId: uuid('item_id').$type<EvidenceId>().notNull(),
  caseId: uuid('case_id').$type<CaseId>().notNull(),
  nth: integer('nth').notNull(),
  kind: text('kind').$type<CustodyKind>().notNull(),
  at: timestamp('at', { withTimezone: true }).notNull(),
  fromAgencyId: uuid('from_agency_id').$type<AgencyId>(),
  fromName: text('from_name').notNull(),
  toAgencyId: uuid('to_agency_id').$type<AgencyId>(),
  toName: text('to_name').notNull(),
  moves: text('moves').$type<CustodyMove>().notNull(),
  place: text('place').notNull(),
  purpose: text('purpose').notNull(),
  condition: text('condition').notNull(),
  sealBefore: text('seal_before').notNull(),
  sealAfter: text('seal_after').notNull(),
  document: text('document').notNull(),
  dimension: text('dimension').$type<Dimension>(),
  amount: bigint('amount', { mode: 'number' }),
  difference: text('difference').notNull(),
  answers: uuid('answers'),
  recordedBy: uuid('recorded_by').$type<OfficerId>().notNull(),
  recordedAgencyId: uuid('recorded_agency_id').$type<AgencyId>().notNull(),
  recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
})

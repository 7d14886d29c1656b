import type { AgencyId, LegalHoldId, OfficerId } from '@lianban/kernel'
import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { HeldKind } from './hold.ts'

export const legalHolds = pgTable('legal_holds', {
  id: uuid('id').$type<LegalHoldId>().primaryKey(),
  operatorId: uuid('operator_id').$type<AgencyId>().notNull(),
  recordKind: text('record_kind').$type<HeldKind>().notNull(),
  recordId: uuid('record_id').notNull(),
  rootId: uuid('root_id').notNull(),
  ownerAgencyId: uuid('owner_agency_id').$type<AgencyId>().notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  reason: text('reason').notNull(),
  authority: text('authority').notNull(),
  laidBy: uuid('laid_by').$type<OfficerId>().notNull(),
  laidAt: timestamp('laid_at', { withTimezone: true }).notNull(),
})

export const legalHoldLifts = pgTable('legal_hold_lifts', {
  holdId: uuid('hold_id').$type<LegalHoldId>().primaryKey(),
  reason: text('reason').notNull(),
  authority: text('authority').notNull(),
  liftedBy: uuid('lifted_by').$type<OfficerId>().notNull(),
  liftedAt: timestamp('lifted_at', { withTimezone: true }).notNull(),
})

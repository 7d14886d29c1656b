import type { AgencyId, ClueId, ConsentId, OfficerId, QuotationId, SectionId } from '@lianban/kernel'
import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { ConsentPurpose } from '../export-purposes.ts'
import type { QuotablePart } from './quotation.ts'

export const quotations = pgTable('clue_quotations', {
  id: uuid('id').$type<QuotationId>().primaryKey(),
  clueId: uuid('clue_id').$type<ClueId>().notNull(),
  sectionId: uuid('section_id').$type<SectionId>().notNull(),
  part: text('part').$type<QuotablePart>().notNull(),
  words: text('words').notNull(),
  digest: text('digest').notNull(),
  clueVersion: integer('clue_version').notNull(),
  quotedBy: uuid('quoted_by').$type<OfficerId>().notNull(),
  quotedAgencyId: uuid('quoted_agency_id').$type<AgencyId>().notNull(),
  quotedAt: timestamp('quoted_at', { withTimezone: true }).notNull(),
})

export const consents = pgTable('quotation_consents', {
  id: uuid('id').$type<ConsentId>().primaryKey(),
  quotationId: uuid('quotation_id').$type<QuotationId>().notNull(),
  clueId: uuid('clue_id').$type<ClueId>().notNull(),
  ownerAgencyId: uuid('owner_agency_id').$type<AgencyId>().notNull(),
  purpose: text('purpose').$type<ConsentPurpose>().notNull(),
  reason: text('reason').notNull(),
  askedBy: uuid('asked_by').$type<OfficerId>().notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  askedAt: timestamp('asked_at', { withTimezone: true }).notNull(),
})

export const consentDecisions = pgTable('quotation_consent_decisions', {
  consentId: uuid('consent_id').$type<ConsentId>().primaryKey(),
  outcome: text('outcome').$type<'given' | 'refused'>().notNull(),
  note: text('note').notNull(),
  decidedBy: uuid('decided_by').$type<OfficerId>().notNull(),
  decidedAt: timestamp('decided_at', { withTimezone: true }).notNull(),
})

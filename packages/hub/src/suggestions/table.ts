import type { AgencyId, OfficerId, SectionId, SuggestionId } from '@lianban/kernel'
import { jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Anchor } from '../dossiers/index.ts'

export const suggestions = pgTable('section_suggestions', {
  id: uuid('id').$type<SuggestionId>().primaryKey(),
  sectionId: uuid('section_id').$type<SectionId>().notNull(),
  anchor: jsonb('anchor').$type<Anchor>().notNull(),
  seen: text('seen').notNull(),
  proposed: text('proposed').notNull(),
  reason: text('reason').notNull(),
  proposedBy: uuid('proposed_by').$type<OfficerId>().notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  proposedAt: timestamp('proposed_at', { withTimezone: true }).notNull(),
})

export const suggestionOutcomes = ['accepted', 'rejected', 'withdrawn'] as const

export const suggestionDecisions = pgTable('section_suggestion_decisions', {
  suggestionId: uuid('suggestion_id').$type<SuggestionId>().primaryKey(),
  outcome: text('outcome').$type<(typeof suggestionOutcomes)[number]>().notNull(),
  note: text('note').notNull(),
  decidedBy: uuid('decided_by').$type<OfficerId>().notNull(),
  decidedAt: timestamp('decided_at', { withTimezone: true }).notNull(),
})

import type { AgencyId, ClueId, HitQueryId, IdentifierKind, OfficerId } from '@lianban/kernel'
import { pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

export const hitQueries = pgTable('hit_queries', {
  id: uuid('id').$type<HitQueryId>().primaryKey(),
  officerId: uuid('officer_id').$type<OfficerId>().notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  identifierKind: text('identifier_kind').$type<IdentifierKind>().notNull(),
  keyId: text('key_id').notNull(),
  digestPrefix: text('digest_prefix').notNull(),
  purpose: text('purpose').notNull(),
  reason: text('reason').notNull(),
  askedAt: timestamp('asked_at', { withTimezone: true }).notNull(),
})

export const hitMatches = pgTable(
  'hit_matches',
  {
    queryId: uuid('query_id').$type<HitQueryId>().notNull(),
    recordKind: text('record_kind').$type<'Clue'>().notNull(),
    recordId: uuid('record_id').$type<ClueId>().notNull(),
    ownerAgencyId: uuid('owner_agency_id').$type<AgencyId>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.queryId, table.recordKind, table.recordId] })],
)

export const hitAnswers = pgTable('hit_answers', {
  id: uuid('id').primaryKey(),
  queryId: uuid('query_id').$type<HitQueryId>().notNull(),
  grade: text('grade').$type<'hint' | 'record'>().notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  recordId: uuid('record_id').$type<ClueId>(),
})

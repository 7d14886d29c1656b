import type { AgencyId, ClueId, OfficerId } from '@lianban/kernel'
import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Verdict } from '../clues/index.ts'
import type { Credibility, Reliability } from './assessment.ts'

export const assessments = pgTable('clue_assessments', {
  id: uuid('id').primaryKey(),
  clueId: uuid('clue_id').$type<ClueId>().notNull(),
  clueVersion: integer('clue_version').notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  officerId: uuid('officer_id').$type<OfficerId>().notNull(),
  verdict: text('verdict').$type<Verdict>().notNull(),
  reliability: text('reliability').$type<Reliability>().notNull(),
  credibility: text('credibility').$type<Credibility>().notNull(),
  note: text('note').notNull(),
  assessedAt: timestamp('assessed_at', { withTimezone: true }).notNull(),
})

import type { AgencyId, CaseId, OfficerId } from '@lianban/kernel'
import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Closing } from './closing.ts'

export const closings = pgTable('case_closings', {
  caseId: uuid('case_id').$type<CaseId>().notNull(),
  nth: integer('nth').notNull(),
  move: text('move').$type<Closing['move']>().notNull(),
  ground: text('ground'),
  paper: text('paper').notNull(),
  note: text('note').notNull(),
  stage: text('stage').$type<Closing['stage']>().notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  movedBy: uuid('moved_by').$type<OfficerId>().notNull(),
  movedAt: timestamp('moved_at', { withTimezone: true }).notNull(),
})

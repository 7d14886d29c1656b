import type { AgencyId, GrantId, OfficerId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import { boolean, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { RecordKind } from '../grants/index.ts'
import type { Review } from './emergency.ts'

export const emergencies = pgTable('emergencies', {
  id: uuid('id').$type<GrantId>().primaryKey(),
  officerId: uuid('officer_id').$type<OfficerId>().notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  ownerAgencyId: uuid('owner_agency_id').$type<AgencyId>().notNull(),
  recordKind: text('record_kind').$type<RecordKind>().notNull(),
  recordId: uuid('record_id').notNull(),
  reason: text('reason').notNull(),
  openedAt: timestamp('opened_at', { withTimezone: true }).notNull(),
  endsAt: timestamp('ends_at', { withTimezone: true }).notNull(),
})

export const emergencyReviews = pgTable(
  'emergency_reviews',
  {
    emergencyId: uuid('emergency_id').$type<GrantId>().notNull(),
    side: text('side').$type<Review['side']>().notNull(),
    agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
    dueAt: timestamp('due_at', { withTimezone: true }).notNull(),
    outcome: text('outcome').$type<Review['outcome']>(),
    note: text('note'),
    reviewedBy: uuid('reviewed_by').$type<OfficerId>(),
    reviewedAt: timestamp('reviewed_at', { withTimezone: true }),
    isDone: boolean('is_done').notNull().generatedAlwaysAs(sql`outcome is not null`),
  },
  (table) => [primaryKey({ columns: [table.emergencyId, table.side] })],
)

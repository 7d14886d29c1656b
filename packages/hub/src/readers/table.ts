import type { AgencyId, OfficerId } from '@lianban/kernel'
import { pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { RecordKind } from '../grants/index.ts'

export const recordReaders = pgTable(
  'record_readers',
  {
    recordKind: text('record_kind').$type<RecordKind>().notNull(),
    recordId: uuid('record_id').notNull(),
    recordAt: timestamp('record_at', { withTimezone: true }).notNull(),
    officerId: uuid('officer_id').$type<OfficerId>().notNull(),
    agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
    addedBy: uuid('added_by').$type<OfficerId>().notNull(),
    addedAt: timestamp('added_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.recordId, table.officerId] })],
)

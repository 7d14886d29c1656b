import type { AgencyId, NoticeId, OfficerId } from '@lianban/kernel'
import { bigint, boolean, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const instant = (name: string) => timestamp(name, { withTimezone: true })

export const notices = pgTable('notices', {
  id: uuid('id').$type<NoticeId>().primaryKey(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  officerId: uuid('officer_id').$type<OfficerId>().notNull(),
  number: bigint('number', { mode: 'number' }).notNull(),
  kind: text('kind').notNull(),
  act: text('act').notNull(),
  step: text('step'),
  matterKind: text('matter_kind').notNull(),
  matterId: uuid('matter_id').notNull(),
  isUrgent: boolean('is_urgent').notNull(),
  at: instant('at').notNull(),
  seenAt: instant('seen_at'),
})
export type Notice = typeof notices.$inferSelect

export const noticeChoices = pgTable(
  'notice_choices',
  {
    officerId: uuid('officer_id').$type<OfficerId>().notNull(),
    kind: text('kind').notNull(),
    isWanted: boolean('is_wanted').notNull(),
    chosenAt: instant('chosen_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.officerId, table.kind] })],
)

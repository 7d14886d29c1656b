import type { AgencyId, CommentId, OfficerId, SectionId } from '@lianban/kernel'
import { boolean, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Anchor } from '../dossiers/index.ts'

export const comments = pgTable('section_comments', {
  id: uuid('id').$type<CommentId>().primaryKey(),
  sectionId: uuid('section_id').$type<SectionId>().notNull(),
  threadId: uuid('thread_id').$type<CommentId>().notNull(),
  anchor: jsonb('anchor').$type<Anchor>(),
  quote: text('quote').notNull(),
  words: text('words').notNull(),
  writtenBy: uuid('written_by').$type<OfficerId>().notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  writtenAt: timestamp('written_at', { withTimezone: true }).notNull(),
})

export const mentions = pgTable(
  'section_comment_mentions',
  {
    commentId: uuid('comment_id').$type<CommentId>().notNull(),
    officerId: uuid('officer_id').$type<OfficerId>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.commentId, table.officerId] })],
)

export const threadTurns = pgTable('section_thread_turns', {
  id: uuid('id').primaryKey(),
  threadId: uuid('thread_id').$type<CommentId>().notNull(),
  isResolved: boolean('is_resolved').notNull(),
  turnedBy: uuid('turned_by').$type<OfficerId>().notNull(),
  turnedAt: timestamp('turned_at', { withTimezone: true }).notNull(),
})

import type { AgencyId, OfficerId, SectionId } from '@lianban/kernel'
import { bigint, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

export const sectionVersions = pgTable('section_versions', {
  id: uuid('id').primaryKey(),
  sectionId: uuid('section_id').$type<SectionId>().notNull(),
  upToSeq: bigint('up_to_seq', { mode: 'number' }).notNull(),
  name: text('name').notNull(),
  digest: text('digest').notNull(),
  stoodAt: timestamp('stood_at', { withTimezone: true }).notNull(),
  namedBy: uuid('named_by').$type<OfficerId>().notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  namedAt: timestamp('named_at', { withTimezone: true }).notNull(),
})

/** A name that an officer gave to a past moment of a section. */
export type SectionVersion = typeof sectionVersions.$inferSelect

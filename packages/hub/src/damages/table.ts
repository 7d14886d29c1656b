import type { AgencyId, SectionId } from '@lianban/kernel'
import { bigint, pgTable, timestamp, uuid } from 'drizzle-orm/pg-core'

export const roomDamages = pgTable('room_damages', {
  id: uuid('id').primaryKey(),
  sectionId: uuid('section_id').$type<SectionId>().notNull(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  ownerAgencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  foundAt: timestamp('found_at', { withTimezone: true }).notNull(),
})

import type { AgencyId, CaseId, OfficerId, SectionId } from '@lianban/kernel'
import { integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Audience } from './section.ts'

export const sections = pgTable('dossier_sections', {
  id: uuid('id').$type<SectionId>().primaryKey(),
  caseId: uuid('case_id').$type<CaseId>().notNull(),
  position: integer('position').notNull(),
  title: text('title').notNull(),
  audience: text('audience').$type<Audience>().notNull(),
  ownerAgencyId: uuid('owner_agency_id').$type<AgencyId>().notNull(),
  addedBy: uuid('added_by').$type<OfficerId>().notNull(),
  addedAt: timestamp('added_at', { withTimezone: true }).notNull(),
  version: integer('version').notNull().default(1),
})

export const sectionMembers = pgTable(
  'section_members',
  {
    sectionId: uuid('section_id').$type<SectionId>().notNull(),
    agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.sectionId, table.agencyId] })],
)

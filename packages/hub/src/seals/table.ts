import type { AgencyId, CaseId, OfficerId, SealId, SectionId } from '@lianban/kernel'
import { bigint, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const sealId = () => uuid('seal_id').$type<SealId>().notNull()
const agencyId = () => uuid('agency_id').$type<AgencyId>().notNull()
const officerId = () => uuid('officer_id').$type<OfficerId>().notNull()
const instant = (name: string) => timestamp(name, { withTimezone: true }).notNull()

export const seals = pgTable('dossier_seals', {
  id: uuid('id').$type<SealId>().primaryKey(),
  caseId: uuid('case_id').$type<CaseId>().notNull(),
  number: integer('number').notNull(),
  digest: text('digest').notNull(),
  note: text('note').notNull(),
  proposedBy: uuid('proposed_by').$type<OfficerId>().notNull(),
  agencyId: agencyId(),
  proposedAt: instant('proposed_at'),
})

export const sealSections = pgTable('seal_sections', {
  sealId: sealId(),
  position: integer('position').notNull(),
  sectionId: uuid('section_id').$type<SectionId>().notNull(),
  digest: text('digest').notNull(),
})

export const sealContents = pgTable('seal_contents', {
  sealId: sealId(),
  sectionId: uuid('section_id').$type<SectionId>().notNull(),
  upToSeq: bigint('up_to_seq', { mode: 'number' }).notNull(),
  content: text('content').notNull(),
})

export const sealMembers = pgTable('seal_members', { sealId: sealId(), agencyId: agencyId() }, (table) => [
  primaryKey({ columns: [table.sealId, table.agencyId] }),
])

export const sealSignatures = pgTable('seal_signatures', {
  sealId: sealId(),
  agencyId: agencyId(),
  officerId: officerId(),
  digest: text('digest').notNull(),
  signedAt: instant('signed_at'),
})

export const sealEndings = pgTable('seal_endings', {
  sealId: sealId(),
  kind: text('kind').$type<'declined' | 'withdrawn'>().notNull(),
  officerId: officerId(),
  agencyId: agencyId(),
  reason: text('reason').notNull(),
  endedAt: instant('ended_at'),
})

import type { AgencyId, CaseId, EvidenceId, OfficerId } from '@lianban/kernel'
import type { Dimension, EvidenceFacts, EvidenceKind, Proceeding } from '@lianban/law'
import { bigint, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { ConversionDecision, cureKinds, EvidenceItem, Origin } from './evidence-item.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true })

export const evidenceItems = pgTable('evidence_items', {
  id: uuid('id').$type<EvidenceId>().primaryKey(),
  caseId: uuid('case_id').$type<CaseId>().notNull(),
  number: integer('number').notNull(),
  kind: text('kind').$type<EvidenceKind>().notNull(),
  proceeding: text('proceeding').$type<Proceeding>().notNull(),
  name: text('name').notNull(),
  description: text('description').notNull(),
  origin: text('origin').$type<Origin>().notNull(),
  parentId: uuid('parent_id').$type<EvidenceId>(),
  instrument: text('instrument'),
  instrumentNumber: text('instrument_number').notNull(),
  collectedFrom: instant('collected_from').notNull(),
  collectedUntil: instant('collected_until').notNull(),
  place: text('place').notNull(),
  source: text('source').notNull(),
  collectors: jsonb('collectors').$type<readonly string[]>().notNull(),
  dimension: text('dimension').$type<Dimension>(),
  amount: bigint('amount', { mode: 'number' }),
  facts: jsonb('facts').$type<EvidenceFacts>().notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  recordedBy: uuid('recorded_by').$type<OfficerId>().notNull(),
  recordedAt: instant('recorded_at').notNull(),
  version: integer('version').notNull().default(1),
  holderAgencyId: uuid('holder_agency_id').$type<AgencyId>().notNull(),
  holderName: text('holder_name').notNull(),
  pendingAgencyId: uuid('pending_agency_id').$type<AgencyId>(),
  titleAgencyId: uuid('title_agency_id').$type<AgencyId>().notNull(),
})

/** By whom and when, as every table beside the register has it under its own names. */
const ofItem = () => ({
  itemId: uuid('item_id').$type<EvidenceId>().notNull(),
  caseId: uuid('case_id').$type<CaseId>().notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
})

export const evidenceAmendments = pgTable('evidence_amendments', {
  ...ofItem(),
  id: uuid('id').primaryKey(),
  version: integer('version').notNull(),
  former: jsonb('former').$type<Partial<EvidenceItem>>().notNull(),
  reason: text('reason').notNull(),
  amendedBy: uuid('amended_by').$type<OfficerId>().notNull(),
  amendedAt: instant('amended_at').notNull(),
})

export const evidenceCures = pgTable('evidence_cures', {
  ...ofItem(),
  id: uuid('id').primaryKey(),
  line: text('line').notNull(),
  how: text('how').$type<(typeof cureKinds)[number]>().notNull(),
  words: text('words').notNull(),
  curedBy: uuid('cured_by').$type<OfficerId>().notNull(),
  curedAt: instant('cured_at').notNull(),
})

export const evidenceConversions = pgTable('evidence_conversions', {
  ...ofItem(),
  itemId: uuid('item_id').$type<EvidenceId>().primaryKey(),
  decision: text('decision').$type<ConversionDecision>().notNull(),
  retakenId: uuid('retaken_id').$type<EvidenceId>(),
  words: text('words').notNull(),
  decidedBy: uuid('decided_by').$type<OfficerId>().notNull(),
  decidedAt: instant('decided_at').notNull(),
})

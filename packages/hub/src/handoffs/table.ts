import type { AgencyId, CaseId, ClueId, HandoffId, OfficerId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import { integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Handoff, HandoffState, PackageItem, Receipt } from './handoff.ts'

export const handoffs = pgTable('handoffs', {
  id: uuid('id').$type<HandoffId>().primaryKey(),
  number: text('number').notNull(),
  kind: text('kind').notNull(),
  caseId: uuid('case_id').$type<CaseId>(),
  clueId: uuid('clue_id').$type<ClueId>(),
  circleId: uuid('circle_id').$type<Handoff['circleId']>().notNull(),
  recordId: uuid('record_id').generatedAlwaysAs(sql`coalesce(case_id, clue_id)`),
  fromAgencyId: uuid('from_agency_id').$type<AgencyId>().notNull(),
  toAgencyId: uuid('to_agency_id').$type<AgencyId>().notNull(),
  overseerAgencyId: uuid('overseer_agency_id').$type<AgencyId>(),
  forwardsId: uuid('forwards_id').$type<HandoffId>(),
  legalBasis: text('legal_basis').notNull(),
  purpose: text('purpose').notNull(),
  circumstances: text('circumstances').array().notNull().default([]),
  state: text('state').$type<HandoffState>().notNull(),
  standing: text('standing').notNull(),
  packageDigest: text('package_digest').notNull(),
  preparedBy: uuid('prepared_by').$type<OfficerId>().notNull(),
  preparedAt: timestamp('prepared_at', { withTimezone: true }).notNull(),
  version: integer('version').notNull().default(1),
})

export const handoffItems = pgTable(
  'handoff_items',
  {
    handoffId: uuid('handoff_id').$type<HandoffId>().notNull(),
    position: integer('position').notNull(),
    kind: text('kind').$type<PackageItem['kind']>().notNull(),
    recordId: uuid('record_id').notNull(),
    title: text('title').notNull(),
    material: text('material'),
    content: text('content').notNull(),
    digest: text('digest').notNull(),
  },
  (table) => [primaryKey({ columns: [table.handoffId, table.position] })],
)

export const handoffReceipts = pgTable('handoff_receipts', {
  id: uuid('id').primaryKey(),
  handoffId: uuid('handoff_id').$type<HandoffId>().notNull(),
  rung: text('rung').$type<Receipt['rung']>().notNull(),
  move: text('move').notNull(),
  standing: text('standing').notNull(),
  version: integer('version').notNull(),
  officerId: uuid('officer_id').$type<OfficerId>().notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  packageDigest: text('package_digest').notNull(),
  note: text('note').notNull(),
  reasons: text('reasons').array().notNull().default([]),
  papers: jsonb('papers').$type<Receipt['papers']>().notNull().default([]),
  namedAgencyId: uuid('named_agency_id').$type<AgencyId>(),
  givenAt: timestamp('given_at', { withTimezone: true }).notNull(),
})

import type { AgencyId, CaseId, HandoffId, OfficerId } from '@lianban/kernel'
import { integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Handoff, HandoffState, PackageItem, Receipt } from './handoff.ts'

export const handoffs = pgTable('handoffs', {
  id: uuid('id').$type<HandoffId>().primaryKey(),
  number: text('number').notNull(),
  kind: text('kind').$type<Handoff['kind']>().notNull(),
  caseId: uuid('case_id').$type<CaseId>().notNull(),
  fromAgencyId: uuid('from_agency_id').$type<AgencyId>().notNull(),
  toAgencyId: uuid('to_agency_id').$type<AgencyId>().notNull(),
  legalBasis: text('legal_basis').notNull(),
  purpose: text('purpose').notNull(),
  state: text('state').$type<HandoffState>().notNull(),
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
    content: text('content').notNull(),
    digest: text('digest').notNull(),
  },
  (table) => [primaryKey({ columns: [table.handoffId, table.position] })],
)

export const handoffReceipts = pgTable('handoff_receipts', {
  id: uuid('id').primaryKey(),
  handoffId: uuid('handoff_id').$type<HandoffId>().notNull(),
  rung: text('rung').$type<Receipt['rung']>().notNull(),
  officerId: uuid('officer_id').$type<OfficerId>().notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  packageDigest: text('package_digest').notNull(),
  note: text('note').notNull(),
  givenAt: timestamp('given_at', { withTimezone: true }).notNull(),
})

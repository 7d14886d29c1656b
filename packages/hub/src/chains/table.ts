import type { AgencyId, CaseId, EvidenceId, OfficerId } from '@lianban/kernel'
import type { Relation } from '@lianban/law'
import { integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const instant = (name: string) => timestamp(name, { withTimezone: true }).notNull()
const officer = (name: string) => uuid(name).$type<OfficerId>().notNull()
const ofCase = () => ({
  caseId: uuid('case_id').$type<CaseId>().notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
})

export const caseCharges = pgTable(
  'case_charges',
  {
    ...ofCase(),
    nth: integer('nth').notNull(),
    charges: jsonb('charges').$type<readonly string[]>().notNull(),
    chosenBy: officer('chosen_by'),
    chosenAt: instant('chosen_at'),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.nth] })],
)

export const factBindings = pgTable('fact_bindings', {
  ...ofCase(),
  id: uuid('id').primaryKey(),
  itemId: uuid('item_id').$type<EvidenceId>().notNull(),
  fact: text('fact').notNull(),
  relation: text('relation').$type<Relation>().notNull(),
  source: text('source').notNull(),
  note: text('note').notNull(),
  boundBy: officer('bound_by'),
  boundAt: instant('bound_at'),
})

export const factUnbindings = pgTable('fact_unbindings', {
  ...ofCase(),
  bindingId: uuid('binding_id').primaryKey(),
  reason: text('reason').notNull(),
  unboundBy: officer('unbound_by'),
  unboundAt: instant('unbound_at'),
})

export const contradictionExplanations = pgTable('contradiction_explanations', {
  ...ofCase(),
  bindingId: uuid('binding_id').primaryKey(),
  words: text('words').notNull(),
  explainedBy: officer('explained_by'),
  explainedAt: instant('explained_at'),
})

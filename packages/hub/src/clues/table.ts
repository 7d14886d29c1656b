import type { AgencyId, CaseId, ClueId, OfficerId } from '@lianban/kernel'
import { boolean, char, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { HandlingCode, Label } from '../classification.ts'
import { words } from '../words-column.ts'
import type { Clue, ClueKind, ClueSource, Goods, Identifier, Method } from './clue.ts'

const clueColumns = {
  id: uuid('id').$type<ClueId>().primaryKey(),
  number: text('number').notNull(),
  title: text('title').notNull(),
  content: text('content').notNull(),
  kind: text('kind').$type<ClueKind>().notNull(),
  source: text('source').$type<ClueSource>().notNull(),
  reportedOn: text('reported_on').notNull(),
  label: text('label').$type<Label>().notNull(),
  handlingCode: text('handling_code').$type<HandlingCode>().notNull(),
  region: char('region', { length: 6 }).notNull(),
  place: text('place').notNull(),
  goods: jsonb('goods').$type<Goods[]>().notNull(),
  methods: text('methods').array().$type<Method[]>().notNull(),
  identifiers: jsonb('identifiers').$type<Identifier[]>().notNull(),
  state: text('state').$type<Clue['state']>().notNull(),
  ownerAgencyId: uuid('owner_agency_id').$type<AgencyId>().notNull(),
  recordedBy: uuid('recorded_by').$type<OfficerId>().notNull(),
  recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
  version: integer('version').notNull().default(1),
  isRestricted: boolean('is_restricted').notNull().default(false),
}

export const clues = pgTable('clues', clueColumns)

/** As it is written: with the words it is found by, which nobody reads. */
export const cluesWithWords = pgTable('clues', { ...clueColumns, words: words('words') })

export const caseClues = pgTable(
  'case_clues',
  {
    caseId: uuid('case_id').$type<CaseId>().notNull(),
    clueId: uuid('clue_id').$type<ClueId>().notNull(),
    linkedBy: uuid('linked_by').$type<OfficerId>().notNull(),
    linkedAt: timestamp('linked_at', { withTimezone: true }).notNull(),
    passesOn: boolean('passes_on').notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.clueId] })],
)

/** The order in which they are listed. */
export const cluesList = { table: clues, at: clues.recordedAt, id: clues.id, seen: 'seen_clues' } as const

import type { AgencyId, CaseId, FigureId, OfficerId } from '@lianban/kernel'
import { bigint, boolean, char, integer, jsonb, numeric, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { HandlingCode, Label } from '../classification.ts'
import { words } from '../words-column.ts'
import type { CaseEvent, Measure, Stage } from './case.ts'
import type { CaseStep } from './case-step.ts'

const caseColumns = {
  id: uuid('id').$type<CaseId>().primaryKey(),
  number: text('number').notNull(),
  name: text('name').notNull(),
  charge: text('charge').notNull(),
  summary: text('summary').notNull(),
  stage: text('stage').$type<Stage>().notNull(),
  label: text('label').$type<Label>().notNull(),
  handlingCode: text('handling_code').$type<HandlingCode>().notNull(),
  region: char('region', { length: 6 }).notNull(),
  openedOn: text('opened_on').notNull(),
  ownerAgencyId: uuid('owner_agency_id').$type<AgencyId>().notNull(),
  leadAgencyId: uuid('lead_agency_id').$type<AgencyId>().notNull(),
  openedBy: uuid('opened_by').$type<OfficerId>().notNull(),
  openedAt: timestamp('opened_at', { withTimezone: true }).notNull(),
  version: integer('version').notNull().default(1),
  isRestricted: boolean('is_restricted').notNull().default(false),
}

export const cases = pgTable('cases', caseColumns)

/** As it is written: with the words it is found by, which nobody reads. */
export const casesWithWords = pgTable('cases', { ...caseColumns, words: words('words') })

export const caseFigures = pgTable('case_figures', {
  id: uuid('id').$type<FigureId>().primaryKey(),
  caseId: uuid('case_id').$type<CaseId>().notNull(),
  measure: text('measure').$type<Measure>().notNull(),
  what: text('what').notNull(),
  amount: numeric('amount', { mode: 'number' }).notNull(),
  unit: text('unit').notNull(),
  isApproximate: boolean('is_approximate').notNull(),
  asWritten: text('as_written').notNull(),
  source: text('source').notNull(),
  recordedBy: uuid('recorded_by').$type<OfficerId>().notNull(),
  recordedAgencyId: uuid('recorded_agency_id').$type<AgencyId>().notNull(),
  recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
})

export const caseEvents = pgTable('case_events', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').$type<CaseId>().notNull(),
  kind: text('kind').$type<CaseEvent['kind']>().notNull(),
  happenedOn: text('happened_on').notNull(),
  what: text('what').notNull(),
  source: text('source').notNull(),
  recordedBy: uuid('recorded_by').$type<OfficerId>().notNull(),
  recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
})

export const caseSteps = pgTable('case_steps', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').$type<CaseId>().notNull(),
  track: text('track').$type<CaseStep['track']>().notNull(),
  version: integer('version').notNull(),
  move: text('move').notNull(),
  standing: text('standing').notNull(),
  papers: jsonb('papers').$type<CaseStep['papers']>().notNull(),
  fen: bigint('fen', { mode: 'number' }),
  flags: text('flags').array().$type<CaseStep['flags']>().notNull(),
  note: text('note').notNull(),
  happenedAt: timestamp('happened_at', { withTimezone: true }).notNull(),
  takenBy: uuid('taken_by').$type<OfficerId>().notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  takenAt: timestamp('taken_at', { withTimezone: true }).notNull(),
})

/** The order in which they are listed. */
export const casesList = { table: cases, at: cases.openedAt, id: cases.id, seen: 'seen_cases' } as const

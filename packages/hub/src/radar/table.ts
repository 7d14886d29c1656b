import type { AgencyId, CaseId, DrawId, FindingId, HandoffId, OfficerId } from '@lianban/kernel'
import type { DrawLine } from '@lianban/law'
import { sql } from 'drizzle-orm'
import { integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const instant = (name: string) => timestamp(name, { withTimezone: true })

export const findings = pgTable('radar_findings', {
  id: uuid('id').$type<FindingId>().primaryKey(),
  rule: text('rule').notNull(),
  key: text('key').notNull(),
  toldAgencyId: uuid('told_agency_id').$type<AgencyId>().notNull(),
  toldAs: text('told_as').$type<'watcher' | 'own'>().notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  ownerAgencyId: uuid('owner_agency_id').$type<AgencyId>().notNull(),
  caseId: uuid('case_id').$type<CaseId>(),
  number: text('number'),
  circleId: uuid('circle_id')
    .notNull()
    .generatedAlwaysAs(
      sql`case when told_agency_id = owner_agency_id then coalesce(case_id, told_agency_id) else told_agency_id end`,
    ),
  saysZh: text('says_zh').notNull(),
  saysEn: text('says_en').notNull(),
  foundAt: instant('found_at').notNull(),
  seenAt: instant('seen_at').notNull(),
  goneAt: instant('gone_at'),
})

export const openings = pgTable(
  'radar_openings',
  {
    findingId: uuid('finding_id').$type<FindingId>().notNull(),
    handoffId: uuid('handoff_id').$type<HandoffId>().notNull(),
    openedBy: uuid('opened_by').$type<OfficerId>().notNull(),
    openedAt: instant('opened_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.findingId, table.handoffId] })],
)

export const draws = pgTable('radar_draws', {
  id: uuid('id').$type<DrawId>().primaryKey(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  rule: text('rule'),
  aboutAgencyId: uuid('about_agency_id').$type<AgencyId>(),
  size: integer('size').notNull(),
  commitment: text('commitment').notNull(),
  begunBy: uuid('begun_by').$type<OfficerId>().notNull(),
  begunAt: instant('begun_at').notNull(),
})

export const drawSeeds = pgTable('radar_draw_seeds', {
  drawId: uuid('draw_id').$type<DrawId>().primaryKey(),
  seed: text('seed').notNull(),
})

export const drawPopulations = pgTable('radar_draw_populations', {
  drawId: uuid('draw_id').$type<DrawId>().primaryKey(),
  lines: jsonb('lines').$type<readonly DrawLine[]>().notNull(),
  digest: text('digest').notNull(),
  frozenAt: instant('frozen_at').notNull(),
})

export const drawResults = pgTable('radar_draw_results', {
  drawId: uuid('draw_id').$type<DrawId>().primaryKey(),
  word: text('word').notNull(),
  seed: text('seed').notNull(),
  sample: jsonb('sample').$type<readonly string[]>().notNull(),
  drawnBy: uuid('drawn_by').$type<OfficerId>().notNull(),
  drawnAt: instant('drawn_at').notNull(),
})

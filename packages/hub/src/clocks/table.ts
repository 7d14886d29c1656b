import type { AgencyId, ClockId, OfficerId } from '@lianban/kernel'
import { boolean, char, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { RecordKind } from '../grants/index.ts'
import type { MatterKind } from './matter.ts'
import type { Stage } from './stage.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true })
const matter = {
  matterKind: text('matter_kind').$type<MatterKind>().notNull(),
  matterId: uuid('matter_id').notNull(),
  recordKind: text('record_kind').$type<RecordKind>().notNull(),
  recordId: uuid('record_id').notNull(),
}

export const lawEvents = pgTable('law_events', {
  id: uuid('id').primaryKey(),
  ...matter,
  code: text('code').notNull(),
  at: instant('at').notNull(),
  setFor: instant('set_for'),
  region: char('region', { length: 6 }),
  variant: text('variant'),
  amount: integer('amount'),
  agencyId: uuid('agency_id').$type<AgencyId>(),
  policeId: uuid('police_id').$type<AgencyId>(),
  procuratorateId: uuid('procuratorate_id').$type<AgencyId>(),
  toldBy: uuid('told_by').$type<OfficerId>().notNull(),
  toldAt: instant('told_at').notNull(),
})

export const clocks = pgTable('clocks', {
  id: uuid('id').$type<ClockId>().primaryKey(),
  ...matter,
  ownerAgencyId: uuid('owner_agency_id').$type<AgencyId>().notNull(),
  rule: text('rule').notNull(),
  nth: integer('nth').notNull(),
  isAllowed: boolean('is_allowed').notNull(),
  isOpenToReaders: boolean('is_open_to_readers').notNull(),
  liableAgencyId: uuid('liable_agency_id').$type<AgencyId>(),
  owedAgencyId: uuid('owed_agency_id').$type<AgencyId>(),
  superiorAgencyId: uuid('superior_agency_id').$type<AgencyId>(),
  openedAt: instant('opened_at').notNull(),
  startAt: instant('start_at').notNull(),
  region: char('region', { length: 6 }),
  variant: text('variant'),
  extensions: jsonb('extensions').$type<readonly { on: string; amount?: number | undefined }[]>().notNull(),
  /** Instants as texts. */
  pauses: jsonb('pauses').$type<readonly { from: string; until: string | null }[]>().notNull(),
  restarts: integer('restarts').notNull(),
  closedAt: instant('closed_at'),
  withdrawnAt: instant('withdrawn_at'),
  dueAt: instant('due_at'),
  missingYear: integer('missing_year'),
  isPaused: boolean('is_paused').notNull(),
  warnAt: instant('warn_at'),
  escalateAt: instant('escalate_at'),
  rankedAt: instant('ranked_at').notNull(),
  ruleDigest: text('rule_digest').notNull(),
  earlier: jsonb('earlier').$type<readonly { dueAt: string | null; until: string }[]>().notNull(),
})

export const clockParties = pgTable(
  'clock_parties',
  {
    clockId: uuid('clock_id').$type<ClockId>().notNull(),
    agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
    part: text('part').$type<'liable' | 'owed' | 'superior'>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.clockId, table.agencyId, table.part] })],
)

export const clockAlarms = pgTable('clock_alarms', {
  id: uuid('id').primaryKey(),
  clockId: uuid('clock_id').$type<ClockId>().notNull(),
  stage: text('stage').$type<Stage>().notNull(),
  dueAt: instant('due_at').notNull(),
  at: instant('at').notNull(),
  toldAt: instant('told_at'),
})

import type { AccessRequestId, AgencyId, GrantId, HitQueryId, OfficerId } from '@lianban/kernel'
import { integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Level } from '../classification.ts'
import type { RecordKind } from '../grants/index.ts'
import type { RequestableKind, RequestState } from './request.ts'

export const accessRequests = pgTable('access_requests', {
  id: uuid('id').$type<AccessRequestId>().primaryKey(),
  officerId: uuid('officer_id').$type<OfficerId>().notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  recordKind: text('record_kind').$type<RequestableKind>(),
  recordId: uuid('record_id'),
  sectionPosition: integer('section_position'),
  hitQueryId: uuid('hit_query_id').$type<HitQueryId>(),
  hitAgencyId: uuid('hit_agency_id').$type<AgencyId>(),
  level: text('level').$type<Level>().notNull(),
  until: timestamp('until', { withTimezone: true }).notNull(),
  purpose: text('purpose').notNull(),
  legalBasis: text('legal_basis').notNull(),
  reason: text('reason').notNull(),
  askedAt: timestamp('asked_at', { withTimezone: true }).notNull(),
  lapsesAt: timestamp('lapses_at', { withTimezone: true }).notNull(),
  state: text('state').$type<RequestState>().notNull(),
  decidedBy: uuid('decided_by').$type<OfficerId>(),
  decidedAt: timestamp('decided_at', { withTimezone: true }),
  declineReason: text('decline_reason'),
  grantId: uuid('grant_id').$type<GrantId>(),
  version: integer('version').notNull().default(1),
})

export const requestTargets = pgTable(
  'access_request_targets',
  {
    requestId: uuid('request_id').$type<AccessRequestId>().notNull(),
    recordKind: text('record_kind').$type<RecordKind>().notNull(),
    recordId: uuid('record_id').notNull(),
    sectionId: uuid('section_id'),
    ownerAgencyId: uuid('owner_agency_id').$type<AgencyId>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.requestId, table.recordKind, table.recordId] })],
)

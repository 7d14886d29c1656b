import type { AgencyId, CaseId, OfficerId, SeatId, TaskForceId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Seat, TaskForce } from './task-force.ts'

export const taskForces = pgTable('task_forces', {
  id: uuid('id').$type<TaskForceId>().primaryKey(),
  name: text('name').notNull(),
  caseId: uuid('case_id').$type<CaseId>(),
  leadAgencyId: uuid('lead_agency_id').$type<AgencyId>().notNull(),
  formedBy: uuid('formed_by').$type<OfficerId>().notNull(),
  formedAt: timestamp('formed_at', { withTimezone: true }).notNull(),
  until: timestamp('until', { withTimezone: true }).notNull(),
  state: text('state').$type<TaskForce['state']>().notNull(),
  dissolvedBy: uuid('dissolved_by').$type<OfficerId>(),
  dissolvedAt: timestamp('dissolved_at', { withTimezone: true }),
  dissolveReason: text('dissolve_reason'),
  version: integer('version').notNull().default(1),
})

export const taskForceSeats = pgTable('task_force_seats', {
  id: uuid('id').$type<SeatId>().primaryKey(),
  taskForceId: uuid('task_force_id').$type<TaskForceId>().notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  officerId: uuid('officer_id').$type<OfficerId>(),
  memberId: uuid('member_id')
    .$type<AgencyId | OfficerId>()
    .notNull()
    .generatedAlwaysAs(sql`coalesce(officer_id, agency_id)`),
  state: text('state').$type<Seat['state']>().notNull(),
  seatedBy: uuid('seated_by').$type<OfficerId>().notNull(),
  seatedAt: timestamp('seated_at', { withTimezone: true }).notNull(),
  revokedBy: uuid('revoked_by').$type<OfficerId>(),
  revokedAt: timestamp('revoked_at', { withTimezone: true }),
  revokeReason: text('revoke_reason'),
})

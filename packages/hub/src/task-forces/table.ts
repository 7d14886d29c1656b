import type { AgencyId, CaseId, OfficerId, TaskForceId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const instant = (name: string) => timestamp(name, { withTimezone: true })

export const taskForces = pgTable('task_forces', {
  id: uuid('id').$type<TaskForceId>().primaryKey(),
  name: text('name').notNull(),
  caseId: uuid('case_id').$type<CaseId>(),
  leadAgencyId: uuid('lead_agency_id').$type<AgencyId>().notNull(),
  formedBy: uuid('formed_by').$type<OfficerId>().notNull(),
  formedAt: instant('formed_at').notNull(),
  until: instant('until').notNull(),
  state: text('state').$type<'active' | 'dissolved'>().notNull(),
  dissolvedBy: uuid('dissolved_by').$type<OfficerId>(),
  dissolvedAt: instant('dissolved_at'),
  dissolveReason: text('dissolve_reason'),
  version: integer('version').notNull().default(1),
})

export const taskForceSeats = pgTable('task_force_seats', {
  id: uuid('id').primaryKey(),
  taskForceId: uuid('task_force_id').$type<TaskForceId>().notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  officerId: uuid('officer_id').$type<OfficerId>(),
  memberId: uuid('member_id')
    .$type<AgencyId | OfficerId>()
    .notNull()
    .generatedAlwaysAs(sql`coalesce(officer_id, agency_id)`),
  state: text('state').$type<'active' | 'revoked'>().notNull(),
  seatedBy: uuid('seated_by').$type<OfficerId>().notNull(),
  seatedAt: instant('seated_at').notNull(),
  revokedBy: uuid('revoked_by').$type<OfficerId>(),
  revokedAt: instant('revoked_at'),
  revokeReason: text('revoke_reason'),
})

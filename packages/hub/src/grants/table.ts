import type { AgencyId, AgreementId, GrantId, OfficerId, TaskForceId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import { boolean, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Level } from '../classification.ts'
import type { GrantOrigin, GrantState, RecordKind } from './grant.ts'

export const grants = pgTable('grants', {
  id: uuid('id').$type<GrantId>().primaryKey(),
  recordKind: text('record_kind').$type<RecordKind>().notNull(),
  recordId: uuid('record_id').notNull(),
  recordAt: timestamp('record_at', { withTimezone: true }).notNull(),
  ownerAgencyId: uuid('owner_agency_id').$type<AgencyId>().notNull(),
  granteeAgencyId: uuid('grantee_agency_id').$type<AgencyId>().notNull(),
  granteeOfficerId: uuid('grantee_officer_id').$type<OfficerId>(),
  granteeId: uuid('grantee_id')
    .$type<AgencyId | OfficerId>()
    .notNull()
    .generatedAlwaysAs(sql`coalesce(grantee_officer_id, grantee_agency_id)`),
  taskForceId: uuid('task_force_id').$type<TaskForceId>(),
  origin: text('origin').$type<GrantOrigin>().notNull().default('share'),
  parentGrantId: uuid('parent_grant_id').$type<GrantId>(),
  onwardAgencyId: uuid('onward_agency_id').$type<AgencyId>(),
  level: text('level').$type<Level>().notNull(),
  withheldFields: text('withheld_fields').array().notNull(),
  showsClues: boolean('shows_clues').notNull().generatedAlwaysAs(sql`not ('clues' = any (withheld_fields))`),
  purpose: text('purpose').notNull(),
  legalBasis: text('legal_basis').notNull(),
  agreementId: uuid('agreement_id').$type<AgreementId>().notNull(),
  allowsOnward: boolean('allows_onward').notNull(),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  remindDays: integer('remind_days').notNull().default(7),
  state: text('state').$type<GrantState>().notNull(),
  givenBy: uuid('given_by').$type<OfficerId>().notNull(),
  givenAt: timestamp('given_at', { withTimezone: true }).notNull(),
  approvedBy: uuid('approved_by').$type<OfficerId>(),
  approvedAt: timestamp('approved_at', { withTimezone: true }),
  declinedBy: uuid('declined_by').$type<OfficerId>(),
  declinedAt: timestamp('declined_at', { withTimezone: true }),
  declineReason: text('decline_reason'),
  extensionUntil: timestamp('extension_until', { withTimezone: true }),
  extensionBy: uuid('extension_by').$type<OfficerId>(),
  extensionAt: timestamp('extension_at', { withTimezone: true }),
  proposedBy: uuid('proposed_by').$type<OfficerId>().notNull().generatedAlwaysAs(sql`coalesce(extension_by, given_by)`),
  notedAt: timestamp('noted_at', { withTimezone: true }),
  reviewedAt: timestamp('reviewed_at', { withTimezone: true }),
  reviewedBy: uuid('reviewed_by').$type<OfficerId>(),
  reviewNote: text('review_note'),
  recalledBy: uuid('recalled_by').$type<OfficerId>(),
  recalledAt: timestamp('recalled_at', { withTimezone: true }),
  recallReason: text('recall_reason'),
  version: integer('version').notNull().default(1),
})

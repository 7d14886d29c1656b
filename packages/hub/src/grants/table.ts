import type { AgencyId, AgreementId, GrantId, OfficerId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import { boolean, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Level } from '../classification.ts'
import type { RecordKind } from './grant.ts'

export const grants = pgTable('grants', {
  id: uuid('id').$type<GrantId>().primaryKey(),
  recordKind: text('record_kind').$type<RecordKind>().notNull(),
  recordId: uuid('record_id').notNull(),
  recordAt: timestamp('record_at', { withTimezone: true }).notNull(),
  ownerAgencyId: uuid('owner_agency_id').$type<AgencyId>().notNull(),
  granteeAgencyId: uuid('grantee_agency_id').$type<AgencyId>().notNull(),
  level: text('level').$type<Level>().notNull(),
  withheldFields: text('withheld_fields').array().notNull(),
  showsClues: boolean('shows_clues').notNull().generatedAlwaysAs(sql`not ('clues' = any (withheld_fields))`),
  purpose: text('purpose').notNull(),
  legalBasis: text('legal_basis').notNull(),
  agreementId: uuid('agreement_id').$type<AgreementId>().notNull(),
  allowsOnward: boolean('allows_onward').notNull(),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  state: text('state').$type<'live' | 'recalled'>().notNull(),
  givenBy: uuid('given_by').$type<OfficerId>().notNull(),
  givenAt: timestamp('given_at', { withTimezone: true }).notNull(),
  recalledBy: uuid('recalled_by').$type<OfficerId>(),
  recalledAt: timestamp('recalled_at', { withTimezone: true }),
  recallReason: text('recall_reason'),
  version: integer('version').notNull().default(1),
})

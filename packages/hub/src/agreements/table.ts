import type { AgencyId, AgreementId, OfficerId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import { boolean, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Label, Level } from '../classification.ts'
import type { Agreement } from './agreement.ts'

export const agreements = pgTable('agreements', {
  id: uuid('id').$type<AgreementId>().primaryKey(),
  number: text('number').notNull(),
  title: text('title').notNull(),
  legalBasis: text('legal_basis').notNull(),
  purposes: text('purposes').array().notNull(),
  maxLabel: text('max_label').$type<Label>().notNull(),
  maxLevel: text('max_level').$type<Level>().notNull(),
  allowsOnward: boolean('allows_onward').notNull(),
  validFrom: timestamp('valid_from', { withTimezone: true }).notNull(),
  validUntil: timestamp('valid_until', { withTimezone: true }).notNull(),
  state: text('state').$type<Agreement['state']>().notNull(),
  proposedByAgencyId: uuid('proposed_by_agency_id').$type<AgencyId>().notNull(),
  proposedAt: timestamp('proposed_at', { withTimezone: true }).notNull(),
  version: integer('version').notNull().default(1),
})

export const agreementParties = pgTable(
  'agreement_parties',
  {
    agreementId: uuid('agreement_id').$type<AgreementId>().notNull(),
    agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
    signedBy: uuid('signed_by').$type<OfficerId>(),
    signedAt: timestamp('signed_at', { withTimezone: true }),
    isSigned: boolean('is_signed').notNull().generatedAlwaysAs(sql`signed_at is not null`),
  },
  (table) => [primaryKey({ columns: [table.agreementId, table.agencyId] })],
)

import type { AgencyId, AssistanceId, AssistanceLetterId, CaseId, EvidenceId, OfficerId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import { boolean, customType, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Assistance, Letter, Receipt } from './assistance.ts'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
const instant = (name: string) => timestamp(name, { withTimezone: true })

export const assistanceLetters = pgTable('assistance_letters', {
  id: uuid('id').$type<AssistanceLetterId>().primaryKey(),
  number: text('number').notNull(),
  caseId: uuid('case_id').$type<CaseId>().notNull(),
  fromAgencyId: uuid('from_agency_id').$type<AgencyId>().notNull(),
  kind: text('kind').notNull(),
  proceeding: text('proceeding').$type<Letter['proceeding']>().notNull(),
  urgency: text('urgency').notNull(),
  days: integer('days'),
  urgencyReason: text('urgency_reason').notNull(),
  lane: text('lane'),
  legalBasis: text('legal_basis').notNull(),
  facts: text('facts').notNull(),
  questions: text('questions').notNull(),
  replyForm: text('reply_form').notNull(),
  contact: text('contact').notNull(),
  targets: jsonb('targets').$type<Letter['targets']>().notNull(),
  papers: jsonb('papers').$type<Letter['papers']>().notNull(),
  digest: text('digest').notNull(),
  askedBy: uuid('asked_by').$type<OfficerId>().notNull(),
  askedAt: instant('asked_at').notNull(),
})

export const assistances = pgTable('assistances', {
  id: uuid('id').$type<AssistanceId>().primaryKey(),
  letterId: uuid('letter_id').$type<AssistanceLetterId>().notNull(),
  number: text('number').notNull(),
  caseId: uuid('case_id').$type<CaseId>().notNull(),
  fromAgencyId: uuid('from_agency_id').$type<AgencyId>().notNull(),
  toAgencyId: uuid('to_agency_id').$type<AgencyId>().notNull(),
  kind: text('kind').notNull(),
  urgency: text('urgency').notNull(),
  lane: text('lane'),
  approval: text('approval').$type<Assistance['approval']>().notNull(),
  overseerAgencyId: uuid('overseer_agency_id').$type<AgencyId>(),
  superiorAgencyId: uuid('superior_agency_id').$type<AgencyId>(),
  state: text('state').$type<Assistance['state']>().notNull(),
  standing: text('standing').notNull(),
  claimedBy: uuid('claimed_by').$type<OfficerId>(),
  assignedTo: uuid('assigned_to').$type<OfficerId>(),
  unit: text('unit').notNull().default(''),
  askedAt: instant('asked_at').notNull(),
  sentAt: instant('sent_at'),
  firstAnsweredAt: instant('first_answered_at'),
  repliedAt: instant('replied_at'),
  dueAt: instant('due_at'),
  isPaused: boolean('is_paused').notNull().default(false),
  climbsAt: instant('climbs_at'),
  rankedAt: instant('ranked_at').notNull(),
  version: integer('version').notNull().default(1),
})

export const assistanceReceipts = pgTable('assistance_receipts', {
  id: uuid('id').primaryKey(),
  assistanceId: uuid('assistance_id').$type<AssistanceId>().notNull(),
  version: integer('version').notNull(),
  move: text('move').notNull(),
  standing: text('standing').notNull(),
  officerId: uuid('officer_id').$type<OfficerId>().notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  note: text('note').notNull(),
  missing: text('missing').array().notNull().default([]),
  papers: jsonb('papers').$type<Receipt['papers']>().notNull().default([]),
  items: jsonb('items').$type<Receipt['items']>().notNull().default([]),
  ground: text('ground'),
  amount: integer('amount'),
  unit: text('unit').notNull().default(''),
  namedOfficerId: uuid('named_officer_id').$type<OfficerId>(),
  namedAgencyId: uuid('named_agency_id').$type<AgencyId>(),
  digest: text('digest').notNull(),
  givenAt: instant('given_at').notNull(),
})

export const letterDigests = pgTable(
  'letter_digests',
  {
    keyId: text('key_id').notNull(),
    digest: bytes('digest').notNull(),
    letterId: uuid('letter_id').$type<AssistanceLetterId>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.keyId, table.digest, table.letterId] })],
)

export const assistanceChecks = pgTable('assistance_checks', {
  assistanceId: uuid('assistance_id').$type<AssistanceId>().notNull(),
  version: integer('version').notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  checkedAt: instant('checked_at').notNull(),
})

export const assistanceHits = pgTable('assistance_hits', {
  assistanceId: uuid('assistance_id').$type<AssistanceId>().notNull(),
  recordKind: text('record_kind').$type<'Clue' | 'Case' | 'Assistance'>().notNull(),
  recordId: uuid('record_id').notNull(),
  keyId: text('key_id').notNull(),
  digest: bytes('digest').notNull(),
  foundIn: text('found_in').$type<'number' | 'openly' | 'inside'>().notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  foundAt: instant('found_at').notNull(),
})

export const evidenceReplies = pgTable('evidence_replies', {
  itemId: uuid('item_id').$type<EvidenceId>().primaryKey(),
  caseId: uuid('case_id').$type<CaseId>().notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  assistanceId: uuid('assistance_id').$type<AssistanceId>().notNull(),
  version: integer('version').notNull(),
  number: text('number').notNull(),
  repliedAgencyId: uuid('replied_agency_id').$type<AgencyId>().notNull(),
  repliedBy: uuid('replied_by').$type<OfficerId>().notNull(),
  repliedAt: instant('replied_at').notNull(),
  digest: text('digest').notNull(),
  items: jsonb('items').$type<Receipt['items']>().notNull(),
})

/** Open on a duty desk, in the words of the index that the desk reads. */
export const isWaiting = sql`${assistances.state} in ('sent', 'open')`

import type { AgencyId, OfficerId, SaltDestructionId } from '@lianban/kernel'
import { integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { DestructionDecision, SaltDestruction } from './destruction.ts'

export const saltDestructions = pgTable('salt_destructions', {
  id: uuid('id').$type<SaltDestructionId>().primaryKey(),
  operatorId: uuid('operator_id').$type<AgencyId>().notNull(),
  kind: text('kind'),
  recordId: uuid('record_id'),
  covers: jsonb('covers').$type<SaltDestruction['covers']>().notNull(),
  salts: integer('salts').notNull(),
  reason: text('reason').notNull(),
  proposedBy: uuid('proposed_by').$type<OfficerId>().notNull(),
  proposedAt: timestamp('proposed_at', { withTimezone: true }).notNull(),
})

export const destructionDecisions = pgTable('salt_destruction_decisions', {
  destructionId: uuid('destruction_id').$type<SaltDestructionId>().primaryKey(),
  decision: text('decision').$type<DestructionDecision['decision']>().notNull(),
  note: text('note').notNull(),
  decidedBy: uuid('decided_by').$type<OfficerId>().notNull(),
  decidedAt: timestamp('decided_at', { withTimezone: true }).notNull(),
})

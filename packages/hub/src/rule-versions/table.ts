import type { AgencyId, OfficerId, RuleChangeId, RuleVersionId } from '@lianban/kernel'
import { bigint, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { RuleChange, RuleVersion } from './rule-change.ts'
import type { FileProblem, RuleFile } from './rule-files.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true })

export const policyTexts = pgTable('policy_texts', {
  digest: text('digest').primaryKey(),
  files: jsonb('files').$type<RuleFile[]>().notNull(),
  keptAt: instant('kept_at').notNull(),
})

export const policySightings = pgTable('policy_sightings', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  at: instant('at').notNull(),
  digest: text('digest'),
  problems: jsonb('problems').$type<FileProblem[]>(),
})

export const policyChanges = pgTable('policy_changes', {
  id: uuid('id').$type<RuleChangeId>().primaryKey(),
  operatorId: uuid('operator_id').$type<AgencyId>().notNull(),
  digest: text('digest').notNull(),
  baseDigest: text('base_digest').notNull(),
  reason: text('reason').notNull(),
  proposedBy: uuid('proposed_by').$type<OfficerId>().notNull(),
  proposedAt: instant('proposed_at').notNull(),
  state: text('state').$type<RuleChange['state']>().notNull(),
  decidedBy: uuid('decided_by').$type<OfficerId>(),
  decidedAt: instant('decided_at'),
  note: text('note'),
})

export const policyVersions = pgTable('policy_versions', {
  id: uuid('id').$type<RuleVersionId>().primaryKey(),
  serial: integer('serial').notNull(),
  digest: text('digest').notNull(),
  how: text('how').$type<RuleVersion['how']>().notNull(),
  changeId: uuid('change_id').$type<RuleChangeId>(),
  reason: text('reason'),
  inForceFrom: instant('in_force_from').notNull(),
})

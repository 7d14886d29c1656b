import { bigint, boolean, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** What the database keeps by itself: how each row stood that permission rules read, and since when. */
export const recordVersions = pgTable('record_versions', {
  seq: bigint('seq', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  kind: text('kind').$type<VersionKind>().notNull(),
  recordId: uuid('record_id').notNull(),
  partId: uuid('part_id'),
  ofId: uuid('of_id'),
  at: timestamp('at', { withTimezone: true }).notNull(),
  state: jsonb('state').$type<Readonly<Record<string, unknown>>>(),
  isCertain: boolean('is_certain').notNull(),
})

export type VersionKind =
  | 'Case'
  | 'Clue'
  | 'CaseClue'
  | 'Section'
  | 'SectionMember'
  | 'Grant'
  | 'Agreement'
  | 'AgreementParty'
  | 'Officer'
  | 'Handoff'
  | 'TaskForce'
  | 'TaskForceSeat'

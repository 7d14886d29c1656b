import type { AgencyId, ClueId, ExportId, OfficerId } from '@lianban/kernel'
import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { HandlingCode } from '../classification.ts'

/** A clue taken out of the hub as a page: by whom, what for, without which fields, and the digest of the page. */
export type ClueExport = {
  readonly id: ExportId
  readonly clueId: ClueId
  readonly clueVersion: number
  readonly agencyId: AgencyId
  readonly officerId: OfficerId
  readonly purpose: string
  readonly handlingCode: HandlingCode
  readonly withheldFields: string[]
  readonly digest: string
  readonly exportedAt: Date
}

export const clueExports = pgTable('clue_exports', {
  id: uuid('id').$type<ExportId>().primaryKey(),
  clueId: uuid('clue_id').$type<ClueId>().notNull(),
  clueVersion: integer('clue_version').notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  officerId: uuid('officer_id').$type<OfficerId>().notNull(),
  purpose: text('purpose').notNull(),
  handlingCode: text('handling_code').$type<HandlingCode>().notNull(),
  withheldFields: text('withheld_fields').array().notNull(),
  digest: text('digest').notNull(),
  exportedAt: timestamp('exported_at', { withTimezone: true }).notNull(),
})

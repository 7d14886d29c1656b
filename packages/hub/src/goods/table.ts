import type { AgencyId, CaseId, EvidenceId, OfficerId } from '@lianban/kernel'
import type { CodeTold, Dimension, GoodsCategory, GoodsKind } from '@lianban/law'
import { bigint, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

export const goodsLines = pgTable('goods_lines', {
  id: uuid('id').primaryKey(),
  itemId: uuid('item_id').$type<EvidenceId>().notNull(),
  caseId: uuid('case_id').$type<CaseId>().notNull(),
  nth: integer('nth').notNull(),
  brand: text('brand').notNull(),
  specification: text('specification').notNull(),
  goods: text('goods').$type<GoodsKind>().notNull(),
  category: text('category').$type<GoodsCategory>().notNull(),
  dimension: text('dimension').$type<Dimension>().notNull(),
  amount: bigint('amount', { mode: 'number' }).notNull(),
  sticksPerPack: integer('sticks_per_pack'),
  codes: jsonb('codes').$type<readonly CodeTold[]>().notNull(),
  price: bigint('price', { mode: 'number' }),
  pricePer: text('price_per').notNull(),
  priceSource: text('price_source').notNull(),
  note: text('note').notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  recordedBy: uuid('recorded_by').$type<OfficerId>().notNull(),
  recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
})

export const goodsStrikes = pgTable('goods_strikes', {
  lineId: uuid('line_id').primaryKey(),
  caseId: uuid('case_id').$type<CaseId>().notNull(),
  reason: text('reason').notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  struckBy: uuid('struck_by').$type<OfficerId>().notNull(),
  struckAt: timestamp('struck_at', { withTimezone: true }).notNull(),
})

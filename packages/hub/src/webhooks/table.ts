import type { AgencyId, OfficerId, WebhookDeliveryId, WebhookId } from '@lianban/kernel'
import { bigint, boolean, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const instant = (name: string) => timestamp(name, { withTimezone: true })

export const webhooks = pgTable('webhooks', {
  id: uuid('id').$type<WebhookId>().primaryKey(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  name: text('name').notNull(),
  url: text('url').notNull(),
  kinds: text('kinds').array().notNull(),
  isOn: boolean('is_on').notNull(),
  setBy: uuid('set_by').$type<OfficerId>().notNull(),
  setAt: instant('set_at').notNull(),
  brokenAt: instant('broken_at'),
  secretNth: integer('secret_nth').notNull(),
  secretBy: uuid('secret_by').$type<OfficerId>().notNull(),
  secretAt: instant('secret_at').notNull(),
  version: integer('version').notNull().default(1),
})
export type Webhook = typeof webhooks.$inferSelect

export type DeliveryState = 'waiting' | 'delivered' | 'dead'

export const deliveries = pgTable('webhook_deliveries', {
  id: uuid('id').$type<WebhookDeliveryId>().primaryKey(),
  webhookId: uuid('webhook_id').$type<WebhookId>().notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  kind: text('kind').notNull(),
  number: bigint('number', { mode: 'number' }).notNull(),
  toldAt: instant('told_at').notNull(),
  state: text('state').$type<DeliveryState>().notNull().default('waiting'),
  attempts: integer('attempts').notNull().default(0),
  nextAt: instant('next_at').notNull(),
  lastStatus: integer('last_status'),
  deliveredAt: instant('delivered_at'),
})
export type Delivery = typeof deliveries.$inferSelect

/** Why there is no answer, as a code: what the other side said is not kept. */
export type CallFault = 'barred' | 'unknown_name' | 'unreachable' | 'timeout' | 'certificate' | 'broken_off'

export const webhookAttempts = pgTable('webhook_attempts', {
  id: uuid('id').primaryKey(),
  deliveryId: uuid('delivery_id').$type<WebhookDeliveryId>().notNull(),
  nth: integer('nth').notNull(),
  at: instant('at').notNull(),
  status: integer('status'),
  fault: text('fault').$type<CallFault>(),
  tookMs: integer('took_ms').notNull(),
})

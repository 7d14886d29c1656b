import type { Tx } from '@lianban/db'
import { unseen, type WebhookDeliveryId, type WebhookId } from '@lianban/kernel'
import { eq } from 'drizzle-orm'
import { lock } from '../lock.ts'
import { type Delivery, deliveries, type Webhook, webhooks } from './table.ts'

export async function findWebhook(tx: Tx, id: WebhookId): Promise<Webhook> {
  await lock(tx, 'Webhook', id)
  const [row] = await tx.select().from(webhooks).where(eq(webhooks.id, id))
  if (!row) throw unseen()
  return row
}

export async function findDelivery(tx: Tx, id: WebhookDeliveryId): Promise<Delivery> {
  await lock(tx, 'WebhookDelivery', id)
  const [row] = await tx.select().from(deliveries).where(eq(deliveries.id, id))
  if (!row) throw unseen()
  return row
}

import { WebhookDeliveryId } from '@lianban/kernel'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { command } from '../command.ts'
import { refusals } from './refusals.ts'
import { findDelivery } from './store.ts'
import { deliveries } from './table.ts'

/** Delivers once more what was given up, or was delivered and lost by the receiver: under the same id. */
export const replayDelivery = command({
  name: 'webhook.replay',
  on: 'Webhook',
  input: z.object({ deliveryId: WebhookDeliveryId }),
  about: ({ deliveryId }) => deliveryId,
  subject: ({ tx, input }) => findDelivery(tx, input.deliveryId),
  async run({ subject, tx, now }) {
    if (subject.state === 'waiting') throw refusals.notDead()
    await tx
      .update(deliveries)
      .set({ state: 'waiting', attempts: 0, nextAt: now, deliveredAt: null })
      .where(eq(deliveries.id, subject.id))
    return { deliveryId: subject.id }
  },
})

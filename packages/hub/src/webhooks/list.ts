import { WebhookId } from '@lianban/kernel'
import { and, asc, desc, eq, exists, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { after, PageInput, pageOf, rowsToFetch } from '../page.ts'
import { list } from '../query.ts'
import { isShown } from './secret.ts'
import { deliveries, webhookAttempts, webhooks } from './table.ts'

/** The agency's endpoints; what they sign with is shown elsewhere, to who made it. */
export const listWebhooks = list({
  name: 'webhook.list',
  input: z.strictObject({}),
  async run({ officer, tx, hub, now }) {
    const rows = await tx
      .select()
      .from(webhooks)
      .where(hub.policy.filter(officer, 'read', 'Webhook'))
      .orderBy(desc(webhooks.setAt), desc(webhooks.id))
    const { kinds } = hub.law.notices
    return {
      items: rows.map(({ secretNth: _, secretBy, secretAt, ...row }) => ({
        ...row,
        showsSecret: isShown({ secretBy, secretAt }, { officerId: officer.id, now }),
      })),
      kinds: Object.entries(kinds).map(([kind, { words, outside }]) => ({ kind, words, outside })),
    }
  },
})

/** What was delivered to one of them, and every time that it was tried. */
export const listDeliveries = list({
  name: 'webhook.deliveries',
  input: PageInput.omit({ q: true }).extend({ webhookId: WebhookId }),
  async run({ input, officer, tx, hub }) {
    const mine = tx
      .select()
      .from(webhooks)
      .where(and(eq(webhooks.id, deliveries.webhookId), hub.policy.filter(officer, 'read', 'Webhook')))
    const rows = await tx
      .select()
      .from(deliveries)
      .where(
        and(
          eq(deliveries.webhookId, input.webhookId),
          exists(mine),
          after(input.cursor, deliveries.toldAt, deliveries.id),
        ),
      )
      .orderBy(desc(deliveries.toldAt), desc(deliveries.id))
      .limit(rowsToFetch(input))
    const { shown, nextCursor } = pageOf(rows, input, ({ toldAt }) => toldAt)
    const ids = shown.map(({ id }) => id)
    const attempts = ids.length
      ? await tx
          .select()
          .from(webhookAttempts)
          .where(inArray(webhookAttempts.deliveryId, ids))
          .orderBy(asc(webhookAttempts.at))
      : []
    const { kinds } = hub.law.notices
    const items = shown.map((row) => ({
      ...row,
      kindWords: kinds[row.kind]?.words ?? null,
      tried: attempts
        .filter(({ deliveryId }) => deliveryId === row.id)
        .map(({ at, status, fault, tookMs }) => ({ at, status, fault, tookMs })),
    }))
    return { items, nextCursor }
  },
})

import { newId, stale, WebhookId } from '@lianban/kernel'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { line } from '../classification.ts'
import { command } from '../command.ts'
import type { Hub } from '../hub.ts'
import { lock } from '../lock.ts'
import { mayStand } from '../reach.ts'
import { refusals } from './refusals.ts'
import { findWebhook } from './store.ts'
import { deliveries, webhooks } from './table.ts'

const most = 10
const fields = {
  name: line(60),
  url: line(300),
  kinds: z
    .array(z.string().regex(/^[a-z_0-9]{1,60}$/))
    .min(1)
    .max(30),
}

function assertFit({ law, webhookReach }: Hub, { url, kinds }: { url: string; kinds: readonly string[] }): void {
  if (!mayStand(url, webhookReach)) throw refusals.addressBarred()
  if (kinds.some((kind) => !Object.hasOwn(law.notices.kinds, kind))) throw refusals.kindUnknown()
}

/** The administrator of an agency names an endpoint of its own. */
export const setUpWebhook = command({
  name: 'webhook.setUp',
  on: 'Webhook',
  input: z.object(fields),
  subject: async ({ officer }) => ({ id: newId<WebhookId>(), agencyId: officer.agencyId }),
  async run({ input, subject, officer, tx, now, hub }) {
    assertFit(hub, input)
    await lock(tx, 'Webhooks', officer.agencyId)
    const standing = await tx.select({ id: webhooks.id }).from(webhooks).where(eq(webhooks.agencyId, officer.agencyId))
    if (standing.length >= most) throw refusals.tooMany(most)
    await tx.insert(webhooks).values({
      ...{ ...subject, ...input, kinds: [...new Set(input.kinds)], isOn: true, setBy: officer.id, setAt: now },
      ...{ brokenAt: null, secretNth: 1, secretBy: officer.id, secretAt: now, version: 1 },
    })
    return { webhookId: subject.id }
  },
  facts: ({ input }) => ({ count: input.kinds.length }),
})

/** Another name, address or choice of kinds, switched off and on, or signed with another secret from now on. */
export const changeWebhook = command({
  name: 'webhook.change',
  on: 'Webhook',
  input: z.object({
    webhookId: WebhookId,
    expectedVersion: z.int().positive(),
    isOn: z.boolean(),
    renewsSecret: z.boolean(),
    ...fields,
  }),
  about: ({ webhookId }) => webhookId,
  subject: ({ tx, input }) => findWebhook(tx, input.webhookId),
  async run({ input, subject, officer, tx, now, hub }) {
    const { webhookId, expectedVersion, renewsSecret, ...next } = input
    if (subject.version !== expectedVersion) throw stale({ expected: expectedVersion, found: subject.version })
    assertFit(hub, next)
    const version = subject.version + 1
    const secret = { secretNth: subject.secretNth + 1, secretBy: officer.id, secretAt: now }
    await tx
      .update(webhooks)
      .set({
        ...{ ...next, kinds: [...new Set(next.kinds)], setBy: officer.id, setAt: now, brokenAt: null, version },
        ...(renewsSecret && secret),
      })
      .where(eq(webhooks.id, webhookId))
    // What waits for an endpoint that is off would come all at once on the day that it is on again.
    if (!next.isOn)
      await tx
        .update(deliveries)
        .set({ state: 'dead' })
        .where(and(eq(deliveries.webhookId, webhookId), eq(deliveries.state, 'waiting')))
    return { version }
  },
  facts: ({ input }) => ({ webhook: input.isOn ? (input.renewsSecret ? 'renewed' : 'on') : 'off' }),
})

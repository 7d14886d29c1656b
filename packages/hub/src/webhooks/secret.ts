import { type OfficerId, WebhookId } from '@lianban/kernel'
import { z } from 'zod'
import type { Hub } from '../hub.ts'
import { find } from '../query.ts'
import { refusals } from './refusals.ts'
import { findWebhook } from './store.ts'
import type { Webhook } from './table.ts'

const shownForMs = 10 * 60_000

/** What events to the endpoint are signed with: it lies nowhere, and is reckoned anew each time. */
export const secretOf = (
  { blindKey }: Pick<Hub, 'blindKey'>,
  { id, secretNth }: Pick<Webhook, 'id' | 'secretNth'>,
): string => `whsec_${blindKey.secretOf(`webhook ${id} ${secretNth}`).toString('base64')}`

/** Long enough to take it along to the receiving system, through a page that broke off too; afterwards only a new one helps. */
export const isShown = (
  { secretBy, secretAt }: Pick<Webhook, 'secretBy' | 'secretAt'>,
  { officerId, now }: { readonly officerId: OfficerId; readonly now: Date },
): boolean => secretBy === officerId && now.getTime() < secretAt.getTime() + shownForMs

/** Shows the secret to who made it, and says so in the log each time. */
export const webhookSecret = find({
  name: 'webhook.secret',
  on: 'Webhook',
  action: 'change',
  input: z.strictObject({ webhookId: WebhookId }),
  about: ({ webhookId }) => webhookId,
  isLogged: true,
  subject: ({ tx, input }) => findWebhook(tx, input.webhookId),
  async run({ subject, hub, officer, now }) {
    if (!isShown(subject, { officerId: officer.id, now })) throw refusals.secretShown()
    return { secret: secretOf(hub, subject) }
  },
})

import { createHmac } from 'node:crypto'

/** The body of an event: that something waits, and since when; what it is stands in the hub. */
export type Event = { readonly id: string; readonly at: Date; readonly body: string }

/** Headers and signature of the Standard Webhooks specification 1.0, which libraries of many languages verify. */
export function signedHeaders({ id, at, body }: Event, secret: string): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  }
}

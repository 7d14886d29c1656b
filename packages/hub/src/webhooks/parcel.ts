import type { WebhookDeliveryId, WebhookId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import type { Hub } from '../hub.ts'
import { secretOf } from './secret.ts'
import { signedHeaders } from './signature.ts'

/** One event on its way: where to, with what headers and body. */
export type Parcel = {
  readonly id: WebhookDeliveryId
  readonly webhookId: WebhookId
  readonly kind: string
  /** The short name of the agency, by which its hours of duty are known. */
  readonly agency: string
  readonly nth: number
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

type Row = Pick<Parcel, 'id' | 'webhookId' | 'kind' | 'agency' | 'nth' | 'url'> & {
  readonly number: string
  readonly told: string
  readonly secretNth: number
}

/** How long a parcel belongs to who took it; should that process die, it is taken again. */
const leaseSeconds = 60
/** So many of one endpoint at a time, and one alone where nothing was delivered lately: none holds the others up. */
const [fewAtOnce, oneAtOnce] = [5, 1]

/** Takes what is due, the longest waiting first; of several processes each takes others. */
export async function takeParcels(
  hub: Pick<Hub, 'db' | 'clock' | 'law' | 'blindKey'>,
  { most, except = [] }: { readonly most: number; readonly except?: readonly WebhookId[] },
): Promise<Parcel[]> {
  const now = hub.clock.now()
  const at = now.toISOString()
  const { rows } = await hub.db.transaction({ duty: 'delivering' }, now, (tx) =>
    tx.execute<Row>(sql`with due as (
        select d.id from webhooks w
        cross join lateral (
          select id, next_at from webhook_deliveries
          where webhook_id = w.id and state = 'waiting' and next_at <= ${at}::timestamptz
          order by next_at, told_at
          limit case when w.broken_at is null then ${fewAtOnce}::int else ${oneAtOnce}::int end
          for update skip locked) d
        where w.is_on and w.id <> all (${sql.param([...except])}::uuid[])
        order by d.next_at limit ${most})
      update webhook_deliveries d set attempts = d.attempts + 1,
          next_at = ${at}::timestamptz + make_interval(secs => ${leaseSeconds})
        from due, webhooks w, agencies a where d.id = due.id and w.id = d.webhook_id and a.id = w.agency_id
        returning d.id, d.webhook_id as "webhookId", d.kind, a.slug as agency, d.attempts as nth, w.url, d.number, d.told_at::text as told,
          w.secret_nth as "secretNth"`),
  )
  return rows.map(({ number, told, secretNth, ...row }) => {
    const { id, webhookId, kind } = row
    const said = hub.law.notices.kinds[kind]
    const body = JSON.stringify({
      type: kind,
      timestamp: new Date(told).toISOString(),
      data: { number: Number(number), urgent: said?.isUrgent ?? false, text: said?.outside ?? null },
    })
    return { ...row, body, headers: signedHeaders({ id, at: now, body }, secretOf(hub, { id: webhookId, secretNth })) }
  })
}

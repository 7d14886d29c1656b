import type { Tx } from '@lianban/db'
import { newId } from '@lianban/kernel'
import { leavesAt } from '@lianban/law'
import { sql } from 'drizzle-orm'
import type { Hub } from '../hub.ts'
import { tellOfficers } from '../tell-officers.ts'
import type { Parcel } from './parcel.ts'
import type { CallFault } from './table.ts'

type Noting = Pick<Hub, 'db' | 'clock' | 'law'>

export type Answered = { readonly status: number | null; readonly fault: CallFault | null; readonly tookMs: number }

const isSuccess = ({ status }: Answered): boolean => status !== null && status >= 200 && status < 300

/** Writes down how it went: delivered, to be tried again later, or given up, of which the agency's administrator is told. */
export async function noteAttempt(hub: Noting, { id, kind, agency, nth }: Parcel, answered: Answered): Promise<void> {
  const now = hub.clock.now()
  const at = now.toISOString()
  const wait = hub.law.notices.retryMinutes[nth - 1]
  const state = isSuccess(answered) ? 'delivered' : wait === undefined ? 'dead' : 'waiting'
  const next = leavesAt(hub.law, { kind, agency }, new Date(now.getTime() + (wait ?? 0) * 60_000))
  await hub.db.transaction({ duty: 'delivering' }, now, async (tx) => {
    await tx.execute(sql`insert into webhook_attempts (id, delivery_id, nth, at, status, fault, took_ms)
      values (${newId()}, ${id}, ${nth}, ${at}, ${answered.status}, ${answered.fault}, ${answered.tookMs})`)
    const { rows } = await tx.execute<Failed>(sql`update webhook_deliveries
      set state = ${state}, last_status = ${answered.status}, next_at = ${next.toISOString()}::timestamptz,
        delivered_at = ${state === 'delivered' ? at : null}::timestamptz
      where id = ${id} and state = 'waiting' and attempts = ${nth}
      returning agency_id as "agencyId", webhook_id as "webhookId"`)
    const [row] = rows
    if (row && state === 'delivered')
      await tx.execute(sql`update webhooks set broken_at = null where id = ${row.webhookId} and broken_at is not null`)
    if (row && state === 'dead') await tellBroken(tx, hub, now, row)
  })
}

type Failed = { readonly agencyId: string; readonly webhookId: string }

/** What was taken as often as it may be, by processes that died on the way each time, is given up as well. */
export async function giveUpLost(hub: Noting): Promise<void> {
  const now = hub.clock.now()
  await hub.db.transaction({ duty: 'delivering' }, now, async (tx) => {
    const { rows } = await tx.execute<Failed>(sql`update webhook_deliveries set state = 'dead'
      where state = 'waiting' and attempts > ${hub.law.notices.retryMinutes.length}
        and next_at <= ${now.toISOString()}::timestamptz
      returning agency_id as "agencyId", webhook_id as "webhookId"`)
    for (const row of rows) await tellBroken(tx, hub, now, row)
  })
}

/** Once for as long as nothing is delivered. */
async function tellBroken(tx: Tx, hub: Noting, now: Date, { agencyId, webhookId }: Failed): Promise<void> {
  const broken = await tx.execute(sql`update webhooks set broken_at = ${now.toISOString()}::timestamptz
    where id = ${webhookId} and broken_at is null returning id`)
  if (!broken.rows.length) return
  await tellOfficers(tx, hub, now, {
    ...{ act: 'webhook.break', row: { agencyId }, matter: { kind: 'Agency', id: agencyId }, recordId: agencyId },
    by: null,
  })
}

import type { Tx } from '@lianban/db'
import type { EvidenceId } from '@lianban/kernel'
import { asc, inArray } from 'drizzle-orm'
import { type Chain, chainOf } from './chain.ts'
import type { CustodyEvent } from './custody-event.ts'
import { refusals } from './refusals.ts'
import { custodyEvents } from './table.ts'

/** What happened to these items, each in its order. */
export async function custodyOf(
  tx: Tx,
  ids: readonly EvidenceId[],
): Promise<ReadonlyMap<EvidenceId, readonly CustodyEvent[]>> {
  const rows = ids.length
    ? await tx
        .select()
        .from(custodyEvents)
        .where(inArray(custodyEvents.itemId, [...ids]))
        .orderBy(asc(custodyEvents.itemId), asc(custodyEvents.nth))
    : []
  const byItem = Map.groupBy(rows, ({ itemId }) => itemId)
  return new Map(ids.map((id) => [id, byItem.get(id) ?? []]))
}

export async function chainOfItem(
  tx: Tx,
  id: EvidenceId,
): Promise<{ readonly events: readonly CustodyEvent[]; readonly chain: Chain }> {
  const events = (await custodyOf(tx, [id])).get(id)!
  return { events, chain: chainOf(events) }
}

type Happened = Omit<CustodyEvent, 'nth'>

/** Adds an event at the end of the chain, which is locked with its item: never before its predecessor, never of the future. */
export async function appendCustody(tx: Tx, earlier: readonly CustodyEvent[], event: Happened): Promise<void> {
  const last = earlier.at(-1)
  if (event.at > event.recordedAt) throw refusals.toCome()
  if (last && event.at < last.at) throw refusals.beforePredecessor(last.at)
  await tx.insert(custodyEvents).values({ ...event, nth: (last?.nth ?? 0) + 1 })
}

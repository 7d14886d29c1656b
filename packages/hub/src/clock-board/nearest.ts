import type { Tx } from '@lianban/db'
import { and, inArray } from 'drizzle-orm'
import { clocks, clocksWhere, inState } from '../clocks/index.ts'
import { type Asking, clockSummaries } from './summaries.ts'

type Told = Awaited<ReturnType<typeof clockSummaries>>[number]

/** Of each matter the clock that ends first, as far as the officer may know of it. */
export async function nearestClocks(
  tx: Tx,
  ids: readonly string[],
  asking: Asking,
): Promise<ReadonlyMap<string, Told>> {
  if (ids.length === 0) return new Map()
  const { hub, officer, now } = asking
  const wanted = and(
    hub.policy.filter(officer, 'read', 'Clock'),
    inState('open', now),
    inArray(clocks.matterId, [...ids]),
  )
  const told = await clockSummaries(tx, await clocksWhere(tx, wanted, { limit: 1000 }), asking)
  return new Map(told.toReversed().map((clock) => [clock.matter.id, clock]))
}

/** Of each matter the clocks that were closed after their end, or are past it. */
export async function lateClocks(
  tx: Tx,
  id: string,
  { hub, officer }: Asking,
): Promise<{ rule: string; closedAt: Date }[]> {
  const rows = await clocksWhere(tx, and(hub.policy.filter(officer, 'read', 'Clock'), inArray(clocks.matterId, [id])), {
    limit: 1000,
  })
  return rows.flatMap(({ rule, closedAt, dueAt }) =>
    closedAt && dueAt && closedAt > dueAt ? [{ rule, closedAt }] : [],
  )
}

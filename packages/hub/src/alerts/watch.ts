import type { Database } from '@lianban/db'
import { type AlertId, type Clock, newId } from '@lianban/kernel'
import { operatorId } from '../agencies/index.ts'
import type { AlertRule } from '../alert-rules/index.ts'
import { actsOfGroup } from '../trail/index.ts'
import { alertsIn } from './alerts-in.ts'
import { insertAlerts, watchedSince } from './store.ts'

/** Looks through the newest part of the log once, and keeps what the rules find; any number of processes may look. */
export async function watchLog(
  { db, clock }: { readonly db: Database; readonly clock: Clock },
  rules: readonly AlertRule[],
): Promise<number> {
  const now = clock.now()
  const longest = Math.max(...rules.map(({ withinMinutes }) => withinMinutes))
  const acts = [...new Set(rules.flatMap(({ when }) => (when.group ? actsOfGroup(when.group) : [])))]
  return db.transaction({ duty: 'watching' }, now, async (tx) => {
    const entries = await watchedSince(tx, new Date(now.getTime() - longest * 60_000), acts)
    const found = alertsIn(rules, entries, entries.length > 0 ? await operatorId(tx) : undefined)
    const raised = { raisedAt: now, raisedOn: dayInChina(now) }
    await insertAlerts(
      tx,
      found.map((finding) => ({ ...finding, ...raised, id: newId<AlertId>() })),
    )
    return found.length
  })
}

const dayInChina = (at: Date): string => new Date(at.getTime() + 8 * 3600_000).toISOString().slice(0, 10)

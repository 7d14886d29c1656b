import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import type { Env, Parts } from './parts.ts'

const patienceMs = 2000

/** Alive, ready, and counters: the three addresses that a supervisor asks without a session. */
export function healthRoutes({ db, hub, metrics, isSequencing, isFollowingRules }: Parts) {
  const asked = (): Promise<'ok' | 'down'> =>
    db
      .transaction({ duty: 'health' }, hub.clock.now(), (tx) => tx.execute(sql`select 1`))
      .then(() => 'ok' as const)
      .catch(() => 'down' as const)
  return new Hono<Env>()
    .get('/healthz', (c) => c.text('ok'))
    .get('/readyz', async (c) => {
      const database = await Promise.race([asked(), pause(patienceMs, 'down' as const, { ref: false })])
      const log = isSequencing() ? 'ok' : 'down'
      const rules = isFollowingRules() ? 'ok' : 'behind'
      const isReady = database === 'ok' && log === 'ok' && rules === 'ok'
      return c.json({ database, log, rules }, isReady ? 200 : 503)
    })
    .get('/metrics', async (c) => {
      c.header('content-type', metrics.registry.contentType)
      return c.body(await metrics.registry.metrics())
    })
}

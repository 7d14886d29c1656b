import type { Database } from '@lianban/db'
import type { Clock } from '@lianban/kernel'
import type { PoolClient } from 'pg'
import { makeAlarm } from './alarm.ts'
import { batchSize, loadLog, sequenceBatch, signHead } from './batch.ts'
import type { GrowingLog } from './growing-log.ts'
import type { Signer } from './signer.ts'

type Led = GrowingLog & { signedSize: number; signedAt: number }

export type Sequencer = {
  /** An entry was committed: look now, or tell the process that does the work. */
  nudge(): void
  /** Settles once everything that waited at the time of the call is in the tree. */
  idle(): Promise<void>
  stop(): Promise<void>
}

const restMs = 1000
const faultRestMs = 250
// While little comes in, a short wait gathers a batch: a commit and a head for each entry would cost the writers more.
const gatherMs = 40
// Whoever holds a checkpoint keeps it: there need not be more of them than can be cosigned.
const signMs = 1000

/**
 * Gives entries their indexes. Any number of processes may run one: a lock held by the connection that also writes
 * lets one work, so a sequencer that has lost the lock cannot write either.
 */
export function startSequencer(options: {
  readonly db: Database
  readonly clock: Clock
  /** Signs checkpoints; without it there are heads that nobody vouches for. */
  readonly signer?: Signer
  onFault(error: unknown): void
}): Sequencer {
  const { db, clock, signer, onFault } = options
  const stopping = makeAlarm()
  const news = makeAlarm()
  let stopped = false
  let isUntold = false
  let passes = 0
  let waiting: { since: number; settle(): void; fail(error: Error): void }[] = []

  /** Works, or stands by, until the connection is lost or the sequencer is stopped. */
  async function work(client: PoolClient): Promise<void> {
    client.on('notification', news.ring)
    await client.query('listen lianban_audit')
    let log: Led | undefined
    while (!stopped) {
      const pass = ++passes
      if (!log && (await isMine(client))) log = { ...(await loadLog(client)), signedAt: 0 }
      if (log) await lead(client, log, pass)
      else await standBy(client, pass)
    }
  }

  async function lead(client: PoolClient, log: Led, pass: number): Promise<void> {
    isUntold = false
    const now = clock.now()
    const isDue = performance.now() - log.signedAt >= signMs
    const taken = await sequenceBatch(client, log, { now, signer: isDue ? signer : undefined })
    if (signer && isDue && log.tree.size > log.signedSize) {
      if (taken === 0) await signHead(client, log, signer, now)
      log.signedSize = log.tree.size
      log.signedAt = performance.now()
    }
    if (taken === 0) {
      settleBefore(pass)
      await news.rest(restMs)
    } else if (taken < batchSize && waiting.length === 0) await stopping.rest(gatherMs)
  }

  // The news travels on this connection and not with the entries: a notifying transaction takes a lock that would make
  // the writers commit one after the other.
  async function standBy(client: PoolClient, pass: number): Promise<void> {
    if (isUntold) {
      isUntold = false
      await client.query('notify lianban_audit')
    }
    if (waiting.length > 0 && (await isQueueEmpty(client))) settleBefore(pass)
    await (waiting.length > 0 ? stopping.rest(gatherMs) : news.rest(restMs))
  }

  function settleBefore(pass: number): void {
    for (const { settle } of waiting.filter(({ since }) => since < pass)) settle()
    waiting = waiting.filter(({ since }) => since >= pass)
  }

  async function run(): Promise<void> {
    while (!stopped) {
      let client: PoolClient | undefined
      try {
        client = await db.pool.connect()
        // A lost connection must end this round, not the process: the next query fails with the cause.
        client.on('error', news.ring)
        await work(client)
      } catch (error) {
        if (!stopped) {
          onFault(error)
          await stopping.rest(faultRestMs)
        }
      } finally {
        client?.release(true)
      }
    }
    for (const { fail } of waiting) fail(new Error('the sequencer was stopped before the queue was empty'))
  }

  const running = run()
  const nudge = () => {
    isUntold = true
    news.ring()
  }
  return {
    nudge,
    idle: () =>
      new Promise((settle, fail) => {
        if (stopped) return fail(new Error('the sequencer is stopped'))
        waiting.push({ since: passes, settle, fail })
        nudge()
      }),
    stop() {
      stopped = true
      stopping.ring()
      news.ring()
      return running
    },
  }
}

async function isMine(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>(
    `select pg_try_advisory_lock(hashtextextended('lianban.audit.sequencer', 0)) as mine`,
  )
  return rows[0]!.mine
}

async function isQueueEmpty(client: PoolClient): Promise<boolean> {
  await client.query(`begin; select set_config('lianban.duty', 'sequencer', true)`)
  const { rows } = await client.query<{ empty: boolean }>('select not exists (select from audit_intake) as empty')
  await client.query('commit')
  return rows[0]!.empty
}

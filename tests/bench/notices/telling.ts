import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { BenchOptions, Measured } from '../measurement.ts'
import { rounded } from '../report.ts'
import type { Place } from './place.ts'
import { type Subscriber, subscribe } from './subscriber.ts'

const quantile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0

/**
 * Steps on open requests, one after another, each of which tells every subscriber; in the middle the server is killed and
 * started again, and the steps go on. The time is from sending the step, its own work included, to each subscriber.
 */
export async function measureTelling(place: Place, { scale, say }: BenchOptions): Promise<Measured> {
  await place.start()
  const subscribers = await Promise.all(place.cookies.map((cookie) => subscribe(place.origin, cookie)))
  const steps = Math.max(8, Math.min(place.assistanceIds.length, Math.round(400 * scale)))
  const sentAt: number[] = []
  let restarted: Promise<void> | undefined
  /** From when the server was killed until it listened again. */
  const away = { from: Number.POSITIVE_INFINITY, until: Number.POSITIVE_INFINITY }
  for (let n = 0; n < steps; n++) {
    if (n === Math.floor(steps / 2)) {
      away.from = performance.now()
      say('notices: the server is killed')
      restarted = place
        .kill()
        .then(place.start)
        .then(() => {
          away.until = performance.now()
        })
    }
    sentAt.push(performance.now())
    await step(place, place.assistanceIds[n]!)
  }
  await restarted
  const told = await waitFor(place, subscribers, steps)
  const waits: number[] = []
  const acrossRestart: number[] = []
  let lost = 0
  let duplicated = 0
  for (const { heard } of subscribers)
    for (const [n, number] of told.entries()) {
      const times = heard.get(number) ?? []
      if (!times.length) lost += 1
      duplicated += Math.max(0, times.length - 1)
      if (!times.length) continue
      const isAcross = times[0]! >= away.from && sentAt[n]! <= away.until
      ;(isAcross ? acrossRestart : waits).push(times[0]! - sentAt[n]!)
    }
  for (const subscriber of subscribers) subscriber.leave()
  return {
    rows: [
      {
        subscribers: subscribers.length,
        'open requests': place.assistanceIds.length,
        notices: told.length,
        p50_ms: rounded(quantile(waits, 0.5)),
        p99_ms: rounded(quantile(waits, 0.99)),
        slowest_ms: rounded(Math.max(0, ...waits)),
        'slowest across the restart, ms': rounded(Math.max(0, ...acrossRestart)),
        lost,
        duplicated,
      },
    ],
    summary: { notice_p99_ms: rounded(quantile(waits, 0.99)), lost, duplicated },
  }
}

/** Withdraws one request; whoever gets no answer sends the same once more, as the page does. */
async function step({ asker }: Place, assistanceId: string): Promise<void> {
  const input = { submissionId: randomUUID(), assistanceId, expectedVersion: 2, move: 'withdraw', note: '' }
  for (;;) {
    const isDone = await asker.assistance.answer.mutate(input as never).then(
      () => true,
      async (error: unknown) => {
        if ((error as { data?: unknown }).data) throw error
        return pause(50, false)
      },
    )
    if (isDone) return
  }
}

/** The numbers of all that was told, in the order of the steps, once every subscriber has them or nothing more comes. */
async function waitFor(place: Place, subscribers: readonly Subscriber[], steps: number): Promise<number[]> {
  const owner = new pg.Client({ connectionString: place.ownerUrl })
  await owner.connect()
  const { rows } = await owner.query<{ number: number }>(
    `select distinct number::int from notices where agency_id = $1 and act = 'assistance.answer' order by 1`,
    [place.agencyId],
  )
  await owner.end()
  if (rows.length !== steps) throw new Error(`${steps} steps told ${rows.length} times`)
  for (let tries = 0; tries < 100; tries++) {
    if (subscribers.every(({ heard }) => heard.size >= steps)) break
    await pause(100)
  }
  // Whatever comes twice comes soon.
  await pause(300)
  return rows.map(({ number }) => number)
}

import { setTimeout as sleep } from 'node:timers/promises'
import { type AgencyId, newId, type OfficerId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { aDatabase } from '../../../tests/support/postgres.ts'
import type { Tx } from './database.ts'

const { db, programUrl, close } = await aDatabase({ maxConnections: 3 })
const another = new pg.Pool({ connectionString: programUrl, max: 4 })
afterAll(async () => {
  await another.end()
  await close()
})

const now = new Date('2026-05-21T08:00:00Z')
const anOfficer = () => ({ agencyId: newId<AgencyId>(), officerId: newId<OfficerId>() })

const contextOf = async (tx: Tx) => {
  const { rows } = await tx.execute<{ agency: string; officer: string; duty: string }>(
    sql`select current_agency() as agency, current_officer() as officer, current_duty() as duty`,
  )
  return rows[0]
}

/** What goes wrong in a transaction, and what somebody might do to its connection by mistake. */
const mishaps: Record<string, (tx: Tx) => Promise<unknown>> = {
  nothing: async () => {},
  'a fault of the program': () => Promise.reject(new Error('fault')),
  'a failing statement': (tx) => tx.execute(sql`select 1 / 0`),
  'a failing statement that is hidden': (tx) => tx.execute(sql`select 1 / 0`).catch(() => {}),
  'a statement that is cancelled': (tx) =>
    Promise.all([
      tx.execute(sql`select pg_backend_pid() as pid`).then(async ({ rows }) => {
        await sleep(10)
        await another.query('select pg_cancel_backend($1)', [rows[0]!.pid])
      }),
      tx.execute(sql`select pg_sleep(5)`),
    ]),
  'a connection that dies': (tx) => tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`),
  'a setting for the whole session': (tx) => tx.execute(sql`set lianban.agency = ${sql.raw(`'${newId()}'`)}`),
  'a setting past the transaction': (tx) => tx.execute(sql`select set_config('lianban.duty', 'sign-in', false)`),
  'a statement nobody waits for': async (tx) => void tx.execute(sql`select pg_sleep(0.005)`).catch(() => {}),
  'a duty that is lent': (tx) => tx.execute(sql`select set_config('lianban.duty', 'rooms', true)`),
}

test('[DB7] whatever befalls a transaction, the next one on its connection has its own context whole', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, round) =>
      Object.values(mishaps).map(async (mishap, i) => {
        const officer = anOfficer()
        let before: unknown
        const outcome = await db
          .transaction(officer, now, async (tx) => {
            before = await contextOf(tx)
            await sleep((round * i) % 5)
            await mishap(tx)
          })
          .then(
            () => 'done',
            () => 'failed',
          )
        return { before, expected: { agency: officer.agencyId, officer: officer.officerId, duty: '' }, outcome }
      }),
    ).flat(),
  )
  for (const { before, expected } of answers) expect(before).toEqual(expected)
  const outcomes = answers.map(({ outcome }) => outcome)
  expect(outcomes.filter((outcome) => outcome === 'failed')).toHaveLength(10 * 5)
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(10 * 5)
  expect(db.pool.totalCount).toBeLessThanOrEqual(3)
}, 60_000)

test('[DB7] a setting that was made for the whole session is gone once its transaction is over', async () => {
  const stray = newId()
  await db.transaction(anOfficer(), now, (tx) => tx.execute(sql`set lianban.agency = ${sql.raw(`'${stray}'`)}`))
  await db
    .transaction(anOfficer(), now, (tx) => tx.execute(sql`set lianban.duty = 'sign-in'`).then(() => Promise.reject()))
    .catch(() => {})
  const looks = await Promise.all(
    Array.from({ length: 3 }, () =>
      db.pool.query(
        "select coalesce(current_setting('lianban.agency', true), '') as agency, current_duty() as duty, pg_sleep(0.02)",
      ),
    ),
  )
  for (const { rows } of looks) expect(rows[0]).toMatchObject({ agency: '', duty: '' })
})

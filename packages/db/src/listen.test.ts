import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, expect, onTestFinished, test, vi } from 'vitest'
import { aDatabase } from '../../../tests/support/postgres.ts'
import { listen } from './listen.ts'

const { db, ownerUrl, programUrl, close } = await aDatabase()
afterAll(close)

const notify = (payload: string, fail = false) =>
  db.transaction({ duty: 'rooms' }, new Date(), async (tx) => {
    await tx.execute(sql`select pg_notify('rights changed', ${payload})`)
    if (fail) throw new Error('rolled back')
  })

/** Cuts every listener of this test file's database off, as a restart of the server would. */
async function cutListeners(): Promise<number> {
  const admin = new pg.Client({ connectionString: Object.assign(new URL(ownerUrl), { username: 'postgres' }).href })
  await admin.connect()
  const { rowCount } = await admin.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lianban-listen' and datname = current_database()",
  )
  await admin.end()
  return rowCount ?? 0
}

async function aListener() {
  const heard: string[] = []
  let resumed = 0
  const listener = await listen(
    programUrl,
    'rights changed',
    (payload) => heard.push(payload),
    () => resumed++,
  )
  onTestFinished(() => listener.close())
  return { heard, resumed: () => resumed, close: () => listener.close() }
}

test('[DB50] a listener hears what committed and not what was rolled back', async () => {
  const { heard } = await aListener()
  await notify('rolled back', true).catch(() => {})
  await notify('案件')
  await vi.waitFor(() => expect(heard).toEqual(['案件']))
})

test('[DB51] a listener that was cut off hears again what comes afterwards', async () => {
  const { heard, resumed } = await aListener()
  expect(await cutListeners()).toBe(1)
  await vi.waitFor(() => expect(resumed()).toBe(1), { timeout: 5000 })
  await notify('after the cut')
  await vi.waitFor(() => expect(heard).toEqual(['after the cut']))
})

test('[DB51] a listener survives being cut off again and again', async () => {
  const { heard, resumed } = await aListener()
  for (let cut = 1; cut <= 3; cut++) {
    await cutListeners()
    await vi.waitFor(() => expect(resumed()).toBe(cut), { timeout: 5000 })
  }
  await notify('still here')
  await vi.waitFor(() => expect(heard).toEqual(['still here']))
})

test('[DB52] a closed listener hears nothing more and leaves no connection', async () => {
  const { heard, close } = await aListener()
  await close()
  await notify('too late')
  await sleep(300)
  expect(heard).toEqual([])
  expect(await cutListeners()).toBe(0)
})

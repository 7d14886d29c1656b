import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { appendEntry, startSequencer, verifyDatabase } from '@lianban/audit'
import { type EntryId, makeMonotonicClock, newId } from '@lianban/kernel'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aDatabase } from '../support/postgres.ts'
import type { Fate } from './dies-at-step.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

const { db, ownerUrl, programUrl, close } = await aDatabase()
const owner = new pg.Client({ connectionString: ownerUrl })
const clock = makeMonotonicClock()
beforeAll(async () => {
  await owner.connect()
  await owner.query('create table acts_of_a_test (id uuid primary key)')
  await owner.query('grant insert on acts_of_a_test to lianban_app')
})
afterAll(async () => {
  await owner.end()
  await close()
})

/** Whether the process died at its step; one that has fewer steps comes to its end. */
async function diesAt(fate: Omit<Fate, 'programUrl'>): Promise<boolean> {
  const script = resolve(import.meta.dirname, 'dies-at-step.ts')
  const run = promisify(execFile)(process.execPath, [script, JSON.stringify({ programUrl, ...fate })])
  return run.then(
    () => false,
    (error: { signal?: string }) => {
      if (error.signal !== 'SIGKILL') throw error
      return true
    },
  )
}

const idsOf = async (statement: string): Promise<string[]> =>
  (await owner.query<{ id: string }>(statement)).rows.map(({ id }) => id)

/** The transaction of a killed process ends once the server has noticed. */
const nothingIsOpen = () =>
  vi.waitUntil(
    async () =>
      (
        await owner.query(
          `select from pg_stat_activity where datname = current_database() and application_name = 'lianban' and xact_start is not null`,
        )
      ).rowCount === 0,
    { timeout: 30_000 },
  )

test.each(['before', 'after'] as const)(
  '[AU52] killed %s any step of an act, there is no act without its entry and no entry without its act',
  async (when) => {
    let deaths = 0
    while (await diesAt({ work: 'act', step: deaths + 1, when })) {
      deaths++
      await nothingIsOpen()
      const acts = await idsOf('select id::text from acts_of_a_test order by id')
      expect(await idsOf('select subject_id as id from audit_entries order by subject_id')).toEqual(acts)
    }
    expect(deaths).toBeGreaterThanOrEqual(3)
    expect((await idsOf('select id::text from acts_of_a_test')).length).toBeGreaterThan(0)
  },
)

test('[AU52] killed after any step of sequencing, the next sequencer goes on and nothing is lost or doubled', async () => {
  const write = () => {
    const entry = { id: newId<EntryId>(), at: clock.now(), act: 'case.open', outcome: 'done' } as const
    return db.transaction({ duty: 'denials' }, entry.at, (tx) => appendEntry(tx, entry))
  }
  const written = await idsOf('select id::text from audit_entries')
  let deaths = 0
  do for (let i = 0; i < 3; i++) written.push(await write())
  while ((await diesAt({ work: 'sequence', step: deaths + 1, when: 'after' })) && ++deaths)
  expect(deaths).toBeGreaterThanOrEqual(6)
  const sequencer = startSequencer({ db, clock, onFault: (fault) => expect.unreachable(String(fault)) })
  await sequencer.idle()
  await sequencer.stop()
  const size = written.length
  expect(await verifyDatabase(db)).toMatchObject({ intact: true, size, queued: 0 })
  expect(await idsOf('select id::text from audit_leaves order by id')).toEqual(written.toSorted())
})

test.each(['before', 'after'] as const)(
  '[HU669] killed %s any step of telling alarms, each is told with its entry or not at all, and in the end once',
  async (when) => {
    await owner.query('delete from clock_alarms')
    const clockId = await aClockInDatabase()
    for (const stage of ['warning', 'overdue', 'escalation'])
      await owner.query(`insert into clock_alarms values (gen_random_uuid(), $1, $2, '2026-03-05', '2026-03-04')`, [
        clockId,
        stage,
      ])
    const entriesBefore = await countOf(`select count(*) from audit_intake where body like '%"clock.%'`)
    const told = () => countOf('select count(*) from clock_alarms where told_at is not null')
    const entries = async () =>
      (await countOf(`select count(*) from audit_intake where body like '%"clock.%'`)) - entriesBefore
    let deaths = 0
    while (await diesAt({ work: 'alarms', step: deaths + 1, when })) {
      deaths++
      await nothingIsOpen()
      expect(await entries()).toBe(await told())
    }
    expect(deaths).toBeGreaterThanOrEqual(6)
    expect([await told(), await entries()]).toEqual([3, 3])
  },
)

const countOf = async (statement: string): Promise<number> =>
  Number((await owner.query<{ count: string }>(statement)).rows[0]!.count)

/** A clock of some case that ran out long ago, as the acts leave it. */
async function aClockInDatabase(): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(`
    with agency as (
      insert into agencies (id, slug, name_zh, name_en, short_zh, short_en, kind, level, region, oidc_issuer, oidc_client_id, registered_at)
        values (gen_random_uuid(), 'a-' || substr(gen_random_uuid()::text, 1, 8), '单位', 'agency', '单位', 'agency', 'tobacco', 'city',
          '110000', 'http://idp.invalid', 'lianban', now()) returning id)
    insert into clocks (id, matter_kind, matter_id, record_kind, record_id, owner_agency_id, rule, nth, is_allowed, is_open_to_readers,
        liable_agency_id, superior_agency_id, opened_at, start_at, extensions, pauses, restarts, due_at, is_paused, warn_at, escalate_at,
        ranked_at, rule_digest, earlier)
      select gen_random_uuid(), 'Case', gen_random_uuid(), 'Case', gen_random_uuid(), agency.id, 'TR-01', 1, true, true, agency.id, agency.id,
        '2026-03-02', '2026-03-02', '[]', '[]', 0, '2026-03-05', false, '2026-03-04', '2026-03-06', '2026-03-05', repeat('0', 64), '[]'
      from agency returning id`)
  return rows[0]!.id
}

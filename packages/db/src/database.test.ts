import { setTimeout as sleep } from 'node:timers/promises'
import { type AgencyId, newId, type OfficerId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { aDatabase } from '../../../tests/support/postgres.ts'
import type { Context } from './context.ts'
import type { Tx } from './database.ts'
import { plannedOnce } from './plan-names.ts'

const { db, close } = await aDatabase({ maxConnections: 4 })
afterAll(close)

const now = new Date('2026-05-21T08:00:00.123Z')
const health: Context = { duty: 'health' }

const seen = async (tx: Tx): Promise<Record<string, unknown>> => {
  const { rows } = await tx.execute(sql`
    select current_agency() as agency, current_officer() as officer, current_duty() as duty, current_instant() as instant`)
  return { ...rows[0], instant: new Date(String(rows[0]?.instant)) }
}

const register = (tx: Tx, slug: string) =>
  tx.execute(sql`insert into agencies values
    (${newId()}, ${slug}, '局', 'Bureau', '局', 'B', 'tobacco', 'city', '110000', null, 'http://localhost', 'lianban', ${now})`)

const registered = (slug: string) =>
  db.transaction(
    health,
    now,
    async (tx) => (await tx.execute(sql`select 1 from agencies where slug = ${slug}`)).rowCount,
  )

test('[DB1] a transaction sees the officer it was opened for and no duty', async () => {
  const officer = { agencyId: newId<AgencyId>(), officerId: newId<OfficerId>() }
  expect(await db.transaction(officer, now, seen)).toEqual({
    agency: officer.agencyId,
    officer: officer.officerId,
    duty: '',
    instant: now,
  })
})

test('[DB1] a transaction sees the duty it was opened for and no officer', async () => {
  expect(await db.transaction({ duty: 'sign-in' }, now, seen)).toEqual({
    agency: null,
    officer: null,
    duty: 'sign-in',
    instant: now,
  })
})

test('[DB1] a context cannot smuggle a statement in through a quotation mark', async () => {
  const hostile = { agencyId: newId<AgencyId>(), officerId: `', true); select pg_sleep(0); --\\'` as OfficerId }
  const setting = await db.transaction(hostile, now, async (tx) => {
    const { rows } = await tx.execute(sql`select current_setting('lianban.officer') as officer`)
    return rows[0]?.officer
  })
  expect(setting).toBe(hostile.officerId)
})

test('[DB2] fifty officers at once over four connections each see only themselves', async () => {
  const answers = await Promise.all(
    Array.from({ length: 50 }, async (_, i) => {
      const officer = { agencyId: newId<AgencyId>(), officerId: newId<OfficerId>() }
      const at = new Date(now.getTime() + i)
      const answer = await db.transaction(officer, at, async (tx) => {
        const before = await seen(tx)
        await sleep(i % 7)
        return [before, await seen(tx)]
      })
      const expected = { agency: officer.agencyId, officer: officer.officerId, duty: '', instant: at }
      return { answer, expected: [expected, expected] }
    }),
  )
  for (const { answer, expected } of answers) expect(answer).toEqual(expected)
  expect(db.pool.totalCount).toBeLessThanOrEqual(4)
})

test('[DB2] outside of a transaction a pooled connection has no context at all', async () => {
  await db.transaction({ duty: 'registration' }, now, seen)
  const { rows } = await db.pool.query(
    "select current_agency() as agency, current_duty() as duty, current_setting('lianban.now', true) as now",
  )
  expect(rows).toEqual([{ agency: null, duty: '', now: '' }])
})

test('[DB3] an agency registered in work that then fails is not there', async () => {
  const attempt = db.transaction({ duty: 'registration' }, now, async (tx) => {
    await register(tx, 'never-there')
    throw new Error('the rest of the work fails')
  })
  await expect(attempt).rejects.toThrow('the rest of the work fails')
  expect(await registered('never-there')).toBe(0)
})

test('[DB4] a failure hidden by the work is reported instead of a false success', async () => {
  const attempt = db.transaction({ duty: 'registration' }, now, async (tx) => {
    await register(tx, 'half-there')
    await tx.execute(sql`select 1 / 0`).catch(() => {})
  })
  await expect(attempt).rejects.toThrow('nothing of it was written')
  expect(await registered('half-there')).toBe(0)
})

test('[DB5] a query that comes late does not run in the next context', async () => {
  const kept: Tx[] = []
  await db.transaction({ duty: 'registration' }, now, async (tx) => {
    kept.push(tx)
  })
  await expect(register(kept[0]!, 'too-late')).rejects.toMatchObject({
    cause: { message: expect.stringContaining('is over') },
  })
  expect(await registered('too-late')).toBe(0)
})

test('[DB6] a connection cut in the middle of work fails only that work', async () => {
  const attempt = db.transaction(health, now, async (tx) => {
    await tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`)
  })
  await expect(attempt).rejects.toThrow()
  const answers = await Promise.all(Array.from({ length: 8 }, () => db.transaction(health, now, seen)))
  expect(answers.map(({ duty }) => duty)).toEqual(Array(8).fill('health'))
})

test('[DB8] a statement marked as planned once is kept with one plan for all values, and no other is', async () => {
  const one = await aDatabase({ maxConnections: 1 })
  try {
    for (const slug of ['one', 'two', 'three'])
      await one.db.transaction(health, now, async (tx) => {
        await tx.execute(sql`select id ${plannedOnce} from agencies where slug = ${slug}`)
        await tx.execute(sql`select slug from agencies where slug = ${slug}`)
      })
    const { rows } = await one.db.transaction(health, now, (tx) =>
      tx.execute(
        sql`select statement, generic_plans::int as generic, custom_plans::int as custom from pg_prepared_statements`,
      ),
    )
    expect(rows).toEqual([{ statement: expect.stringContaining('select id'), generic: 3, custom: 0 }])
  } finally {
    await one.close()
  }
})

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { anEmptyDatabase } from '../../../tests/support/postgres.ts'
import { programLogin } from './logins.ts'
import { migrate } from './migrate.ts'

const first = 'create table firsts (id integer primary key); insert into firsts values (1);'
const second = 'alter table firsts add column name text;'

/** An empty database and a folder of migrations, given as name to text. */
async function aPlace(files: Record<string, string>) {
  const { ownerUrl, drop } = await anEmptyDatabase()
  const dir = await mkdtemp(join(tmpdir(), 'lianban-migrations-'))
  onTestFinished(async () => {
    await drop()
    await rm(dir, { recursive: true })
  })
  const put = async (more: Record<string, string>) => {
    for (const [name, text] of Object.entries(more)) await writeFile(join(dir, name), text)
  }
  await put(files)
  return {
    put,
    remove: (name: string) => rm(join(dir, name)),
    migrate: () => migrate({ ownerUrl, dir, programLogin }),
    async ask(question: string) {
      const client = new pg.Client({ connectionString: ownerUrl })
      await client.connect()
      try {
        return (await client.query(question)).rows
      } finally {
        await client.end()
      }
    },
  }
}

test('[DB20] migrations run in the order of their names, gaps and all', async () => {
  const place = await aPlace({ '0007_second.sql': second, '0001_first.sql': first, 'schema.sql': 'not a migration' })
  expect(await place.migrate()).toEqual({ applied: ['0001_first.sql', '0007_second.sql'] })
  expect(await place.ask('select * from firsts')).toEqual([{ id: 1, name: null }])
})

test('[DB21] a second run applies nothing and changes nothing', async () => {
  const place = await aPlace({ '0001_first.sql': first })
  await place.migrate()
  const before = await place.ask('select * from schema_migrations')
  expect(await place.migrate()).toEqual({ applied: [] })
  expect(await place.ask('select * from schema_migrations')).toEqual(before)
})

test('[DB20] a later run applies only what is new', async () => {
  const place = await aPlace({ '0001_first.sql': first })
  await place.migrate()
  await place.put({ '0002_second.sql': second })
  expect(await place.migrate()).toEqual({ applied: ['0002_second.sql'] })
})

test('[DB22] of twenty programs that start at once exactly one migrates', async () => {
  const place = await aPlace({ '0001_first.sql': first, '0002_second.sql': `${second} select pg_sleep(0.2);` })
  const runs = await Promise.all(Array.from({ length: 20 }, () => place.migrate()))
  expect(runs.flatMap(({ applied }) => applied)).toEqual(['0001_first.sql', '0002_second.sql'])
  expect(await place.ask('select count(*)::int as count from firsts')).toEqual([{ count: 1 }])
})

test('[DB23] one changed letter in an applied migration stops the start', async () => {
  const place = await aPlace({ '0001_first.sql': first })
  await place.migrate()
  await place.put({ '0001_first.sql': `${first} `, '0002_second.sql': second })
  await expect(place.migrate()).rejects.toMatchObject({
    problem: 'migration-changed',
    sentence: { zh: expect.stringContaining('0001_first.sql'), en: expect.stringContaining('0001_first.sql') },
  })
  expect(await place.ask('select name from schema_migrations')).toEqual([{ name: '0001_first.sql' }])
})

test('[DB24] an older program is told that the database is newer', async () => {
  const place = await aPlace({ '0001_first.sql': first, '0002_second.sql': second })
  await place.migrate()
  await place.remove('0002_second.sql')
  await expect(place.migrate()).rejects.toMatchObject({
    problem: 'database-newer',
    sentence: { zh: expect.stringContaining('请升级程序'), en: expect.stringContaining('Upgrade the program') },
  })
})

test('[DB25] a migration with a number already passed is refused and not run', async () => {
  const place = await aPlace({ '0005_first.sql': first })
  await place.migrate()
  await place.put({ '0002_second.sql': second })
  await expect(place.migrate()).rejects.toMatchObject({ problem: 'migration-out-of-order' })
  expect(await place.ask('select * from firsts')).toEqual([{ id: 1 }])
})

test('[DB26] a migration that fails half way leaves what ran before it and nothing of itself', async () => {
  const place = await aPlace({ '0001_first.sql': first, '0002_broken.sql': 'create table halves (); select 1 / 0;' })
  await expect(place.migrate()).rejects.toMatchObject({
    problem: 'migration-failed',
    message: expect.stringContaining('0002_broken.sql'),
    cause: { code: '22012' },
  })
  expect(await place.ask("select to_regclass('halves') as halves, name from schema_migrations")).toEqual([
    { halves: null, name: '0001_first.sql' },
  ])
  await place.put({ '0002_broken.sql': second })
  expect(await place.migrate()).toEqual({ applied: ['0002_broken.sql'] })
})

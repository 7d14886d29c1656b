import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describeSchema, migrate, programLogin } from '@lianban/db'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { anEmptyDatabase } from '../support/postgres.ts'

const dir = fileURLToPath(new URL('../../migrations', import.meta.url))

async function anOwner() {
  const { ownerUrl, drop } = await anEmptyDatabase()
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  onTestFinished(async () => {
    await client.end()
    await drop()
  })
  return { client, migrate: () => migrate({ ownerUrl, dir, programLogin }) }
}

test('[DB27] the migrations make the committed schema; a difference is cured by pnpm db:dump', async () => {
  const owner = await anOwner()
  await owner.migrate()
  expect(await describeSchema(owner.client)).toBe(await readFile(`${dir}/schema.sql`, 'utf8'))
})

test('[DB22] twenty hubs that start at once on an empty database make one schema', async () => {
  const owner = await anOwner()
  const runs = await Promise.all(Array.from({ length: 20 }, owner.migrate))
  expect(runs.filter(({ applied }) => applied.length > 0)).toHaveLength(1)
  const schema = await describeSchema(owner.client)
  expect((await owner.migrate()).applied).toEqual([])
  expect(await describeSchema(owner.client)).toBe(schema)
})

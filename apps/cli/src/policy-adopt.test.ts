import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openDatabase } from '@lianban/db'
import { afterAll, expect, test } from 'vitest'
import { aDatabase } from '../../../tests/support/postgres.ts'
import { main } from './main.ts'

const database = await aDatabase()
const owner = openDatabase({ url: database.ownerUrl, maxConnections: 1 })
const folder = await mkdtemp(join(tmpdir(), 'lianban-adopt-'))
await cp(resolve(import.meta.dirname, '../../../policies'), folder, { recursive: true })
afterAll(async () => {
  await owner.close()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

async function lianban(env: Record<string, string>, ...args: string[]) {
  const lines: string[] = []
  const print = (line: string) => void lines.push(line)
  const code = await main(['policy', 'adopt', ...args], { env, print, complain: print })
  return { code, said: lines.join('\n') }
}
const asOwner = { DATABASE_OWNER_URL: database.ownerUrl }
const versions = async () =>
  (await owner.pool.query('select serial, how, reason from policy_versions order by serial')).rows

test('[CL20] rules are adopted with a reason, once, and the log has it', async () => {
  expect(await lianban(asOwner, '--because', '程序升级', folder)).toMatchObject({ code: 0 })
  expect(await lianban(asOwner, '--because', '再来一次', folder)).toMatchObject({
    code: 0,
    said: expect.stringContaining('in force already'),
  })
  expect(await versions()).toEqual([{ serial: 1, how: 'adopted_offline', reason: '程序升级' }])
  const { rows } = await owner.pool.query("select count(*)::int as n from audit_entries where act = 'rules.adopt'")
  expect(rows).toEqual([{ n: 1 }])
})

test('[CL20] without a reason, without a folder, or under another login nothing is adopted', async () => {
  expect(await lianban(asOwner, folder)).toMatchObject({ code: 2, said: expect.stringContaining('--because') })
  expect(await lianban(asOwner, '--because', '试', join(folder, 'nowhere'))).toMatchObject({ code: 2 })
  const asProgram = { DATABASE_OWNER_URL: database.programUrl }
  expect(await lianban(asProgram, '--because', '试', folder)).toMatchObject({
    code: 2,
    said: expect.stringContaining('数据库所有者'),
  })
  expect(await versions()).toHaveLength(1)
})

test('[CL20] files that are not valid are named by file and line and change nothing', async () => {
  await writeFile(join(folder, 'permissions/extra.yaml'), '- id: EXTRA-RULE\n')
  const { code, said } = await lianban(asOwner, '--because', '试', folder)
  expect([code, said]).toEqual([1, expect.stringMatching(/permissions\/extra\.yaml:1 a rule has no/)])
  expect(await versions()).toHaveLength(1)
})

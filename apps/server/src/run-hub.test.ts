import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { makeKeyText } from '@lianban/audit'
import { freePort } from '@lianban/db'
import { afterAll, expect, test } from 'vitest'
import { aDatabase } from '../../../tests/support/postgres.ts'
import { quietLog } from './log.ts'
import { NotReady } from './not-ready.ts'
import { runHub } from './run-hub.ts'

const database = await aDatabase()
const root = await mkdtemp(join(tmpdir(), 'lianban-root-'))
await cp(resolve(import.meta.dirname, '../../../policies'), join(root, 'policies'), { recursive: true })
afterAll(async () => {
  await rm(root, { recursive: true, force: true })
  await database.close()
})

const run = async (more: { host?: string; port?: number; root?: string }) =>
  runHub({
    programUrl: database.programUrl,
    host: '127.0.0.1',
    port: await freePort(),
    publicOrigin: 'http://localhost:1',
    allowInsecureIssuers: true,
    idleMinutes: 30,
    absoluteHours: 12,
    signInsPerMinute: 100,
    blindSecret: Buffer.alloc(32),
    auditLogKey: makeKeyText('localhost/log', 'log'),
    limits: {
      hitsPerOfficerHour: 1,
      hitsPerAgencyDay: 1,
      requestsPerOfficerDay: 20,
      fileBytes: 2 ** 30,
      filesPerCase: 1000,
      openUploads: 100,
    },
    filesDir: join(root, 'files'),
    root,
    log: quietLog,
    ...more,
  })

const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => undefined,
    (error: unknown) => (error instanceof NotReady ? error.sentence : Promise.reject(error)),
  )

const connections = async () => {
  const { rows } = await database.db.pool.query<{ n: string }>(
    "select count(*) as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name like 'lianban%' and state <> 'idle'",
  )
  return Number(rows[0]!.n)
}

test('[SE37] a rule file that is not valid stops the start with its file, its line and what is wrong', async () => {
  const file = join(root, 'policies/permissions/extra.yaml')
  await writeFile(
    file,
    '- id: EXTRA-RULE\n  roles: [handler]\n  action: destroy\n  subject: Case\n  when: {}\n  because: { zh: 无, en: none }\n',
  )
  const sentence = await refusal(run({}))
  await rm(file)
  expect(sentence?.zh).toMatch(/权限规则有误.*extra\.yaml:3 .*destroy/s)
  expect(sentence?.en).toContain('permission rules are not valid')
})

test('[SE185] a file of the law that is not valid stops the start with its file, its line and what is wrong', async () => {
  const file = join(root, 'policies/law/deadlines.yaml')
  const asItWas = await readFile(file, 'utf8')
  await writeFile(file, asItWas.replace('limit: 3 days', 'limit: 3'))
  const sentence = await refusal(run({}))
  await writeFile(file, asItWas)
  expect(sentence?.zh).toMatch(/法律规则数据有误.*deadlines\.yaml:\d+ a deadline limit: /s)
  expect(sentence?.en).toContain('law files are not valid')
})

test('[SE38] an address that cannot be listened on is named with its setting, and everything opened is closed', async () => {
  const port = await freePort()
  const first = await run({ port })
  expect((await refusal(run({ port })))?.en).toContain(`Port ${port} is in use`)
  expect((await refusal(run({ host: '192.0.2.1' })))?.en).toMatch(/Cannot listen on port \d+ of 192\.0\.2\.1/)
  await first.stop()
  expect(await connections()).toBe(0)
})

test('[SE38] a hub that was stopped can be started again on the same address', async () => {
  const port = await freePort()
  for (let times = 0; times < 2; times++) {
    const hub = await run({ port })
    expect((await fetch(`${hub.origin}/readyz`)).status).toBe(200)
    await hub.stop()
  }
  await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow()
})

import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from '@lianban/db'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aHub, clientWith, type HubServer } from '../support/hub-server.ts'
import { aRuleFolder } from '../support/rule-folder.ts'
import { ready, type ServerProcess, startServer } from '../support/server-process.ts'
import { once, reportInput } from '../support/shared-case.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
const folder = await aRuleFolder()
let hub: HubServer
let port: number
let cookie: string
const started: ServerProcess[] = []
beforeAll(async () => {
  hub = await aHub({ cast: true, options: { policiesDir: folder.policies } })
  port = await freePort()
  cookie = (await hub.signIn('bj-tobacco.handler')).cookie
})
afterAll(async () => {
  for (const server of started) {
    if (server.isRunning()) server.signal('SIGKILL')
    await server.exited
  }
  await hub.stop()
  await folder.remove()
})

/** Another process of the hub that `aHub` runs here: same database, same rule files. */
function start(): ServerProcess {
  const environment = { DATABASE_URL: hub.programUrl, POLICIES_DIR: folder.policies, DEMO: 'off', LOG_LEVEL: 'warn' }
  const server = startServer({ ...environment, PORT: String(port) })
  started.push(server)
  return server
}

const recordsClues = () =>
  clientWith(`http://localhost:${port}`, cookie)
    .clues.record.mutate(reportInput())
    .then(
      () => true,
      (error: { data?: { refusal?: { code: string } } }) => error.data?.refusal?.code ?? error,
    )

const lianban = async (...args: string[]) => {
  const cli = resolve(import.meta.dirname, '../../apps/cli/src/lianban.ts')
  const env = { ...process.env, DATABASE_OWNER_URL: hub.ownerUrl }
  return promisify(execFile)(process.execPath, [cli, ...args], { env })
}

async function approveWhatLiesThere() {
  const system = (await hub.client('lianban-operator.system-admin')).rules
  const security = (await hub.client('lianban-operator.security-admin')).rules
  const digest = await vi.waitFor(
    async () => {
      const { onDisk } = await system.versions.query({})
      expect(onDisk?.differs).toBe(true)
      return onDisk!.digest!
    },
    { timeout: 30_000, interval: 100 },
  )
  const { changeId } = await system.propose.mutate(once({ digest, reason: '收紧线索登记' }))
  await security.approve.mutate(once({ changeId }))
}

test('[SE103] a process killed between an approval and its own switch starts again with what was approved', async () => {
  const server = start()
  await server.said(ready)
  expect(await recordsClues()).toBe(true)
  server.signal('SIGSTOP')
  await folder.narrow()
  await approveWhatLiesThere()
  server.signal('SIGKILL')
  await server.exited

  const again = start()
  await again.said(ready)
  expect(await recordsClues()).toBe('policy.denied')
  again.signal('SIGTERM')
  expect(await again.exited).toBe(0)
})

test('[SE104] a broken file stops a start with file and line, and a running process keeps its rules', async () => {
  const running = start()
  await running.said(ready)
  await folder.breakIt()
  await running.said('the rules in force stay')
  expect(running.output()).toMatch(/policies\/permissions\/clue\.yaml:\d+ .*recrod/)
  expect(await recordsClues()).toBe('policy.denied')
  running.signal('SIGTERM')
  await running.exited

  const stopped = start()
  expect(await stopped.exited).toBe(1)
  expect(stopped.output()).toMatch(/权限规则有误，未启动.*policies\/permissions\/clue\.yaml:\d+ .*recrod/s)
  expect(stopped.output()).toContain('The permission rules are not valid')
  expect(stopped.output()).not.toMatch(/^\s+at /m)
  await folder.mend()
})

test('[SE105] the owner of the database adopts the files offline; the log has the reason’s version, and the next start goes by it', async () => {
  const { stdout } = await lianban('policy', 'adopt', '--because', '恢复线索登记', folder.policies)
  expect(stdout).toMatch(/已生效 in force: version 3/)
  const server = start()
  await server.said(ready)
  expect(await recordsClues()).toBe(true)
  const audit = await hub.client('lianban-operator.audit-admin')
  expect((await audit.rules.versions.query({})).versions[0]).toMatchObject({
    serial: 3,
    how: 'adopted_offline',
    reason: '恢复线索登记',
  })
  server.signal('SIGTERM')
  await server.exited
})

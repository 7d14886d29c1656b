import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { freePort } from '@lianban/db'
import { expect, test } from 'vitest'
import { anEmptyDatabase } from '../support/postgres.ts'
import { ready, type ServerProcess } from '../support/server-process.ts'
import { aPlace, expectNothingLeft, postgresOf } from './a-place.ts'

/** It ended by itself with one sentence in each language, and with no stack. */
async function expectRefused(server: ServerProcess, ...sentences: (string | RegExp)[]) {
  expect(await server.exited).toBe(1)
  for (const sentence of sentences) expect(server.output()).toMatch(sentence)
  expect(server.output()).not.toMatch(/^\s+at /m)
  expect(server.output().trim().split('\n').length).toBeLessThan(6)
}

async function taken(port: number) {
  const other = createServer((socket) => socket.destroy()).listen(port, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  return () => new Promise((resolve) => other.close(resolve))
}

test.each([
  ['the hub', 'PORT', { DEMO: 'off' }],
  ['the demo providers', 'DEMO_IDP_PORT', { DEMO: 'on' }],
  ['the database', 'DATABASE_PORT', { DEMO: 'off' }],
] as const)('[SE40] a used port of %s is named, and nothing stays behind', async (_whose, name, more) => {
  const place = await aPlace()
  const release = await taken(place.ports[name])
  const server = place.start(more)
  const port = place.ports[name]
  await expectRefused(server, `端口 ${port} 已被占用`, `Port ${port} is in use`, `${name}=${port + 100}`)
  await release()
  await expectNothingLeft(place)
})

test('[SE40] a second start on the same data says which port is in use and leaves the first alone', async () => {
  const place = await aPlace()
  const first = place.start({ DEMO: 'off' })
  await first.said(ready)
  await expectRefused(place.start({ DEMO: 'off' }), `端口 ${place.ports.PORT} 已被占用`)
  expect((await fetch(`${place.origin}/readyz`)).status).toBe(200)
  expect(await postgresOf(place.folder)).not.toEqual([])
})

test('[SE41] a folder that cannot be written is named', async () => {
  const place = await aPlace()
  const file = join(place.folder, 'file')
  await writeFile(file, '')
  await expectRefused(place.start({ DATA_DIR: join(file, 'data') }), /不可写/, /is not writable/, file)
  await expectRefused(place.start({ DATA_DIR: '/proc/lianban' }), /不可写/, /is not writable/)
})

test.runIf(process.getuid?.() === 0)('[SE42] without unshare, root is told what to install', async () => {
  const place = await aPlace()
  const path = join(place.folder, 'bin')
  await mkdir(path)
  await symlink(process.execPath, join(path, 'node'))
  await expectRefused(place.start({ PATH: path }), /需要 unshare 命令/, /needs the unshare command/)
})

test('[SE43] a second start asks nothing of the network', async () => {
  const place = await aPlace()
  const first = place.start({ DEMO: 'off' })
  await first.said(ready)
  first.signal('SIGINT')
  await first.exited
  const nowhere = 'http://127.0.0.1:9'
  const offline = { http_proxy: nowhere, https_proxy: nowhere, NODE_USE_ENV_PROXY: '1', npm_config_offline: 'true' }
  const second = place.start({ DEMO: 'off', ...offline })
  await second.said(ready)
})

test.each([
  [{ PORT: 'abc' }, 'PORT'],
  [{ NODE_ENV: 'production', DEMO: 'on' }, 'DATABASE_URL'],
])('[SE44] an environment of %o is refused by name', async (environment, name) => {
  const place = await aPlace()
  await expectRefused(place.start(environment), new RegExp(`${name}.*[。；]`), new RegExp(`${name}.*[.;]`))
})

test('[SE45] a login that owns tables does not serve', async () => {
  const { ownerUrl, drop } = await anEmptyDatabase()
  const place = await aPlace()
  const environment = { DATABASE_URL: ownerUrl, DATABASE_OWNER_URL: ownerUrl, DEMO: 'off' }
  await expectRefused(place.start(environment), /数据库登录名/, /row policies do not bind it/)
  await drop()
})

test('[SE46] a database of one’s own is migrated by its owner and served under the program’s login', async () => {
  const { ownerUrl, programUrl, drop } = await anEmptyDatabase()
  const place = await aPlace()
  await expectRefused(place.start({ DATABASE_URL: programUrl, DEMO: 'off' }), /DATABASE_OWNER_URL/)

  const first = place.start({ DATABASE_URL: programUrl, DATABASE_OWNER_URL: ownerUrl, DEMO: 'off' })
  await first.said(ready)
  first.signal('SIGINT')
  expect(await first.exited).toBe(0)
  expect(await postgresOf(place.folder)).toEqual([])

  const second = place.start({ DATABASE_URL: programUrl, DEMO: 'off' })
  await second.said(ready)
  expect(await (await fetch(`${place.origin}/trpc/agencies.list`)).json()).toEqual({ result: { data: [] } })
  second.signal('SIGTERM')
  expect(await second.exited).toBe(0)
  await drop()
})

test('[SE46] a database that cannot be reached is named without its password', async () => {
  const place = await aPlace()
  const url = `postgres://someone:secret@127.0.0.1:${await freePort()}/lianban`
  const server = place.start({ DATABASE_URL: url, DATABASE_OWNER_URL: url, DEMO: 'off' })
  await expectRefused(server, /无法连接数据库/, /cannot be reached/)
  expect(server.output()).not.toContain('secret')
})

import { readdir } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '@lianban/db'
import { signInAs } from '@lianban/demo-idp'
import { expect, test } from 'vitest'
import { ready } from '../support/server-process.ts'
import { aPlace, expectNothingLeft, postgresOf } from './a-place.ts'

test('[SE50] Ctrl-C stops the hub, its providers and its database, and the next start goes on', async () => {
  const place = await aPlace()
  const first = place.start()
  await first.said(ready)
  expect(await (await fetch(`${place.origin}/readyz`)).json()).toEqual({ database: 'ok', log: 'ok', rules: 'ok' })
  expect(await postgresOf(place.folder)).not.toEqual([])
  first.signal('SIGINT')
  expect(await first.exited).toBe(0)
  await expectNothingLeft(place)

  const began = performance.now()
  const second = place.start()
  await second.said(ready)
  expect(performance.now() - began).toBeLessThan(10_000)
  expect(second.output()).not.toContain('Registering')
  second.signal('SIGTERM')
  expect(await second.exited).toBe(0)
  await expectNothingLeft(place)
})

test('[SE51] a signal that arrives twice is one signal', async () => {
  const place = await aPlace()
  const server = place.start({ DEMO: 'off' })
  await server.said(ready)
  for (let times = 0; times < 3; times++) server.signal('SIGINT')
  expect(await server.exited).toBe(0)
  await expectNothingLeft(place)
})

test.each([50, 700, 3000])('[SE52] Ctrl-C %i ms into the first start leaves nothing running', async (ms) => {
  const place = await aPlace()
  const server = place.start()
  await sleep(ms)
  server.signal('SIGINT')
  await server.exited
  await expectNothingLeft(place)
})

test('[SE53] a start that was interrupted while making its database does not hinder the next', async () => {
  const place = await aPlace()
  const interrupted = place.start({ DEMO: 'off' })
  const makingIt = async () => (await readdir(place.folder)).some((name) => name.startsWith('cluster'))
  while (!(await makingIt())) await sleep(10)
  interrupted.signal('SIGINT')
  await interrupted.exited
  await expectNothingLeft(place)

  const next = place.start({ DEMO: 'off' })
  await next.said(ready)
  next.signal('SIGINT')
  expect(await next.exited).toBe(0)
  expect((await readdir(place.folder)).toSorted()).toEqual(['audit-log.key', 'blind-hit.key', 'cluster', 'files'])
})

test('[SE54][SE48] after a kill the next start, on another port, takes over the database and the providers’ addresses', async () => {
  const place = await aPlace()
  const killed = place.start()
  await killed.said(ready)
  process.kill(killed.pid, 'SIGKILL')
  await killed.exited
  expect(await postgresOf(place.folder)).not.toEqual([])

  const port = await freePort()
  const origin = `http://localhost:${port}`
  const next = place.start({ PORT: String(port), DEMO_IDP_PORT: '' })
  await next.said(ready)
  expect(next.output()).not.toContain('Registering')
  const { cookie } = await signInAs({ origin, agencySlug: 'shunyi-tobacco', subject: 'shunyi-tobacco.intake' })
  const clues = await fetch(`${origin}/trpc/clues.list?input=%7B%7D`, { headers: { cookie } })
  expect(await clues.text()).toContain('未成年人')
  next.signal('SIGINT')
  expect(await next.exited).toBe(0)
  await expectNothingLeft(place)
})

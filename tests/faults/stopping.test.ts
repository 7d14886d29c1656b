import { expect, test } from 'vitest'
import { ready } from '../support/server-process.ts'
import { aPlace, expectNothingLeft, postgresOf } from './a-place.ts'

test('[SE50] Ctrl-C stops the hub, its providers and its database, and the next start goes on', async () => {
  const place = await aPlace()
  const first = place.start()
  await first.said(ready)
  expect(await (await fetch(`${place.origin}/readyz`)).json()).toEqual({ database: 'ok', log: 'ok' })
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

test.each([50, 400, 1000, 2000, 3500])(
  '[SE52] Ctrl-C %i ms into the first start leaves nothing running',
  async (ms) => {
    const place = await aPlace()
    const server = place.start()
    await new Promise((resolve) => setTimeout(resolve, ms))
    server.signal('SIGINT')
    await server.exited
    await expectNothingLeft(place)
  },
)

test('[SE54] after a kill of the process the next start takes over its database and its data', async () => {
  const place = await aPlace()
  const killed = place.start()
  await killed.said(ready)
  process.kill(killed.pid, 'SIGKILL')
  await killed.exited
  expect(await postgresOf(place.folder)).not.toEqual([])

  const next = place.start()
  await next.said(ready)
  expect(next.output()).not.toContain('Registering')
  const agencies = await fetch(`${place.origin}/trpc/agencies.list`).then((answer) => answer.text())
  expect(agencies).toContain('顺义')
  next.signal('SIGINT')
  expect(await next.exited).toBe(0)
  await expectNothingLeft(place)
})

import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createMemoryStore, createRooms, type Right } from '@lianban/collab'
import { makeMonotonicClock } from '@lianban/kernel'
import { afterEach, expect, test } from 'vitest'
import { WebSocketServer } from 'ws'
import { readLive, writeLive } from './write-live.ts'

const started: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of started.splice(0)) await stop()
})

/** A live room that anybody with a cookie may enter with the given right. */
async function aRoom(right: Right) {
  const store = createMemoryStore()
  const rooms = createRooms({
    store,
    gatekeeper: { admit: async () => right },
    clock: makeMonotonicClock(),
    log: () => undefined,
  })
  const headers: { cookie: string | undefined; origin: string | undefined }[] = []
  const server = createServer()
  new WebSocketServer({ server }).on('connection', (socket, { url, headers: { cookie, origin } }) => {
    headers.push({ cookie, origin })
    const ids = { sessionId: randomUUID(), officerId: randomUUID(), agencyId: randomUUID() }
    const member = { ...ids, name: '承办员', agency: '北京烟草', color: '#3366aa' }
    rooms.connect(socket, url?.split('/').at(-1) ?? '', member, right)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  started.push(async () => {
    await rooms.close()
    server.closeAllConnections()
    server.close()
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { store, headers, room: { origin, cookie: 'session=a', sectionId: randomUUID() } }
}

test('[DE43] paragraphs typed by several officers follow one another and are stored', async () => {
  const { store, room } = await aRoom('write')
  await writeLive(room, ['第一段。'])
  await writeLive({ ...room, cookie: 'session=b' }, ['第二段。', '第三段。'])
  expect(await readLive(room)).toBe('第一段。\n第二段。\n第三段。')
  expect((await store.load(room.sectionId)).position).toBeGreaterThan(0)
})

test('[DE44] a paragraph that stands there already is not typed again', async () => {
  const { room } = await aRoom('write')
  await writeLive(room, ['第一段。'])
  await writeLive(room, ['第一段。', '第二段。'])
  expect(await readLive(room)).toBe('第一段。\n第二段。')
})

test('[DE45] the live room is entered with the officer’s session and the hub’s own origin', async () => {
  const { headers, room } = await aRoom('write')
  await readLive(room)
  expect(headers).toEqual([{ cookie: 'session=a', origin: room.origin }])
})

test('[DE46] typing where the officer may only read fails and writes nothing', async () => {
  const { room } = await aRoom('read')
  await expect(writeLive({ ...room, patience: 500 }, ['第一段。'])).rejects.toThrow('was not saved')
  expect(await readLive(room)).toBe('')
})

import { setTimeout as pause } from 'node:timers/promises'
import { createDecoder, readVarUint } from 'lib0/decoding'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { Doc, encodeStateAsUpdate } from 'yjs'
import { createMemoryStore } from './memory-store.ts'
import { updateMessage } from './messages.ts'
import { aWorld, type World } from './room-world.ts'
import type { RoomStore } from './store.ts'

let world: World
afterEach(() => world.end())

describe('seen is saved', () => {
  test('[CO6] nobody is shown an update before it is durable', async () => {
    const { store, open } = aHeldStore()
    world = await aWorld({ store })
    const [hana, pavel] = [world.join(world.hana), world.join(world.pavel)]
    await vi.waitFor(() => expect(hana.provider.synced && pavel.provider.synced).toBe(true))
    hana.text.insert(0, 'unsaved')
    await pause(150)
    expect(pavel.text.toString()).toBe('')
    const late = world.join(world.olga)
    await vi.waitFor(() => expect(late.provider.synced).toBe(true))
    expect(late.text.toString()).toBe('')
    open()
    await vi.waitFor(() => expect([pavel.text.toString(), late.text.toString()]).toEqual(['unsaved', 'unsaved']))
  })

  test('[CO7] what comes while the store is busy goes into one batch over all rooms', async () => {
    const { store, open, batches } = aHeldStore()
    world = await aWorld({ store })
    const first = world.join(world.hana)
    const second = world.join(world.pavel, { room: '0198c0de-0000-7000-8000-000000000002' })
    await vi.waitFor(() => expect(first.provider.synced && second.provider.synced).toBe(true))
    first.text.insert(0, 'a')
    await vi.waitFor(() => expect(batches).toHaveLength(1))
    for (const page of [first, second, first, second]) page.text.insert(0, 'b')
    await pause(50)
    open()
    await world.rooms.flush()
    expect(batches.map((batch) => batch.length)).toEqual([1, 4])
    expect(new Set(batches[1]?.map(({ roomId }) => roomId)).size).toBe(2)
  })

  test('[CO8] when the store fails nothing is shown and the writer keeps the words', async () => {
    const { store, fail, mend } = aFailingStore()
    world = await aWorld({ store })
    const [hana, pavel] = [world.join(world.hana), world.join(world.pavel)]
    await vi.waitFor(() => expect(hana.provider.synced && pavel.provider.synced).toBe(true))
    const pavelLost = vi.fn()
    pavel.provider.on('connection-close', pavelLost)
    fail()
    hana.text.insert(0, 'kept by Hana')
    await vi.waitFor(() => expect(world.closings()).toContainEqual({ code: 4500, reason: 'not-saved' }))
    expect(world.events).toContainEqual(expect.objectContaining({ event: 'not-saved', updates: 1 }))
    expect(pavel.text.toString()).toBe('')
    expect(pavelLost).not.toHaveBeenCalled()

    mend()
    await vi.waitFor(() => expect(pavel.text.toString()).toBe('kept by Hana'), { timeout: 5000 })
    expect((await store.load(world.roomId)).tail.length).toBeGreaterThan(0)
  })

  test('[CO8] what waits behind a lost update is not saved without it', async () => {
    const store = createMemoryStore()
    const gate = Promise.withResolvers<number>()
    let asked = 0
    const append: RoomStore['append'] = (batch) => (asked++ === 0 ? gate.promise : store.append(batch))
    world = await aWorld({ store: { ...store, append } })
    const line = await world.dial(world.hana)
    line.socket.send(anUpdate('first'))
    await vi.waitFor(() => expect(asked).toBe(1))
    line.socket.send(anUpdate('second'))
    await pause(50)
    gate.reject(new Error('connection lost'))
    expect((await line.closed).code).toBe(4500)
    await world.rooms.flush()
    expect((await store.load(world.roomId)).tail).toEqual([])
  })

  test('[CO8] a store that does not answer in time has failed', async () => {
    const { store } = aHeldStore()
    world = await aWorld({ store, limits: { saveTimeoutMs: 100 } })
    const line = await world.dial(world.hana)
    line.socket.send(anUpdate('slow'))
    expect(await line.closed).toEqual({ code: 4500, reason: 'not-saved' })
  })

  test('[CO9] a writer who asks is told how many updates are durable', async () => {
    const { store, open } = aHeldStore()
    world = await aWorld({ store })
    const line = await world.dial(world.hana, { saved: '1' })
    for (const words of ['one', 'two', 'three']) line.socket.send(anUpdate(words))
    await pause(100)
    expect(savedCounts(line.messages)).toEqual([])
    open()
    await vi.waitFor(() => expect(savedCounts(line.messages).at(-1)).toBe(3))
    line.socket.send(updateMessage(Uint8Array.of(0, 0)).payload)
    await vi.waitFor(() => expect(savedCounts(line.messages).at(-1)).toBe(4))
  })

  test('[CO9] a client that did not ask gets only the messages of y-websocket', async () => {
    world = await aWorld()
    const line = await world.dial(world.hana)
    line.socket.send(anUpdate('quiet'))
    await pause(100)
    expect(line.messages.map(([kind]) => kind)).toEqual([0])
  })

  test('[CO10] stopping saves what was received and tells clients to come back', async () => {
    const { store, open, batches } = aHeldStore()
    world = await aWorld({ store })
    const line = await world.dial(world.hana)
    line.socket.send(anUpdate('last words'))
    await vi.waitFor(() => expect(batches).toHaveLength(1))
    const stopped = world.rooms.close()
    expect(await line.closed).toEqual({ code: 1001, reason: 'stopping' })
    open()
    await stopped
    expect((await store.load(world.roomId)).tail).toHaveLength(1)
  })
})

const anUpdate = (words: string): Uint8Array => {
  const doc = new Doc()
  doc.getText('body').insert(0, words)
  return updateMessage(encodeStateAsUpdate(doc)).payload
}

const savedCounts = (messages: readonly Uint8Array[]): number[] =>
  messages.flatMap((message) => {
    const decoder = createDecoder(message)
    return readVarUint(decoder) === 100 ? [readVarUint(decoder)] : []
  })

function aHeldStore() {
  const store = createMemoryStore()
  const batches: Parameters<RoomStore['append']>[0][] = []
  const gate = Promise.withResolvers<void>()
  const held: RoomStore = {
    ...store,
    async append(batch) {
      batches.push(batch)
      await gate.promise
      return store.append(batch)
    },
  }
  return { store: held, batches, open: gate.resolve }
}

function aFailingStore() {
  const store = createMemoryStore()
  let isFailing = false
  const failing: RoomStore = {
    ...store,
    append: (batch) => (isFailing ? Promise.reject(new Error('no space left on device')) : store.append(batch)),
  }
  return {
    store: failing,
    fail() {
      isFailing = true
    },
    mend() {
      isFailing = false
    },
  }
}

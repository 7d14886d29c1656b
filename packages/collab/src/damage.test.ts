import { randomUUID } from 'node:crypto'
import { createDecoder, readVarUint } from 'lib0/decoding'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { Doc, encodeStateAsUpdate } from 'yjs'
import { createMemoryStore } from './memory-store.ts'
import { updateMessage } from './messages.ts'
import { aMember, aWorld, type World } from './room-world.ts'
import type { RoomStore } from './store.ts'

let world: World
afterEach(() => world?.end())
const until = (holds: () => unknown) => vi.waitFor(holds, { timeout: 10_000, interval: 10 })

/** A store with three words of an officer, the second of which is no update any more. */
async function aDamagedStore(roomId: string): Promise<RoomStore> {
  const store = createMemoryStore()
  const { officerId, agencyId, sessionId } = aMember('Hana', 'Health')
  const doc = new Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update) => updates.push(update))
  for (const word of ['one ', 'two ', 'three ']) doc.getText('body').insert(doc.getText('body').length, word)
  updates[1] = Uint8Array.of(9, 9)
  await store.append(
    updates.map((update) => ({ roomId, update, officerId, agencyId, sessionId, at: new Date(), newAuthors: [] })),
  )
  return store
}

describe('stored updates that are damaged', () => {
  test('[CO47] the room opens to read as it was before the damage, which is named by its number', async () => {
    const roomId = randomUUID()
    world = await aWorld({ store: await aDamagedStore(roomId) })
    const hana = world.join(world.hana, { room: roomId })
    await until(() => expect(hana.text.toString()).toBe('one '))
    expect(world.events).toEqual([{ event: 'damaged', roomId, seq: 2 }])
  })

  test('[CO47] who writes into it keeps the words, and is not told to the host as an intruder', async () => {
    const roomId = randomUUID()
    const store = await aDamagedStore(roomId)
    world = await aWorld({ store })
    const hana = world.join(world.hana, { room: roomId })
    await until(() => expect(hana.text.toString()).toBe('one '))
    hana.text.insert(0, 'mine ')
    expect(await hana.closed).toMatchObject({ code: 4423, reason: 'damaged' })
    expect(world.refused).toEqual([])
    expect((await store.since([{ roomId, position: 0 }])).length).toBe(3)
    expect(hana.text.toString()).toBe('mine one ')
  })

  test('[CO47] a client that asked is told of the damage and that it may only read', async () => {
    const store = createMemoryStore()
    world = await aWorld({
      store: { ...store, load: async (roomId) => ({ ...(await store.load(roomId)), damagedAt: 300 }) },
    })
    const line = await world.dial(world.hana, { saved: '1' })
    const notices = () => line.messages.map(numbers).filter(([kind]) => kind! >= 100)
    await until(() =>
      expect(notices()).toEqual([
        [102, 300],
        [101, 0],
      ]),
    )
    world.rights.set(world.hana.officerId, 'read')
    await world.rooms.recheck()
    world.rights.set(world.hana.officerId, 'write')
    await world.rooms.recheck()
    await until(() =>
      expect(notices().slice(2)).toEqual([
        [101, 0],
        [101, 0],
      ]),
    )
  })
})

describe('rights lost while away', () => {
  test('[CO49] edits made before the right was lost are not merged, and their author is told so', async () => {
    const store = createMemoryStore()
    world = await aWorld({ store })
    const hana = world.join(world.hana)
    await until(() => expect(hana.provider.synced).toBe(true))
    hana.provider.disconnect()
    hana.text.insert(0, 'written on the train')
    world.rights.set(world.hana.officerId, 'read')
    hana.provider.connect()
    expect(await hana.closed).toMatchObject({ code: 4403, reason: 'set-aside' })
    expect((await store.load(world.roomId)).tail).toEqual([])
    expect(hana.text.toString()).toBe('written on the train')
    expect(world.refused).toMatchObject([{ reason: 'set-aside' }])
  })

  test('[CO49] writing while one may only read is an attempt on the room, and told as such', async () => {
    world = await aWorld()
    world.rights.set(world.hana.officerId, 'read')
    const line = await world.dial(world.hana)
    const doc = new Doc()
    doc.getText('body').insert(0, 'now')
    line.socket.send(updateMessage(encodeStateAsUpdate(doc)).payload)
    expect(await line.closed).toEqual({ code: 4403, reason: 'read-only' })
    expect(world.refused).toMatchObject([{ reason: 'read-only' }])
  })
})

const numbers = (message: Uint8Array): number[] => {
  const decoder = createDecoder(message)
  return [readVarUint(decoder), readVarUint(decoder)]
}

import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { Doc, encodeStateAsUpdate } from 'yjs'
import { createMemoryStore } from './memory-store.ts'
import { presenceMessage, updateMessage } from './messages.ts'
import { aDeafClient, aWorld, type World } from './room-world.ts'

let world: World
afterEach(() => world.end())

describe('hostile and broken clients', () => {
  test.each([
    ['an empty message', Uint8Array.of()],
    ['an unknown kind', Uint8Array.of(99)],
    ['an unknown sync kind', Uint8Array.of(0, 9)],
    ['a truncated update', anUpdate().subarray(0, 12)],
    ['an update of noise', updateMessage(Uint8Array.of(1, 255, 255, 255, 255, 7)).payload],
    ['a length beyond the message', Uint8Array.of(0, 2, 5, 0, 0)],
    ['a struct without a length', updateMessage(Uint8Array.of(1, 1, 5, 0, 0, 0, 0)).payload],
    ['two sections of one client', updateMessage(Uint8Array.of(2, 1, 5, 0, 0, 1, 1, 5, 1, 0, 1, 0)).payload],
    ['presence that is not JSON', presenceMessage([{ clientId: 1, clock: 1, state: '{' }]).payload],
    ['presence that is not an object', presenceMessage([{ clientId: 1, clock: 1, state: '[1]' }]).payload],
    ['presence of a megabyte', presenceMessage([{ clientId: 1, clock: 1, state: `"${'x'.repeat(900_000)}"` }]).payload],
  ])('[CO23] %s closes its connection with 4400 and nothing else', async (_, message) => {
    world = await aWorld()
    const hana = world.join(world.hana)
    await vi.waitFor(() => expect(hana.provider.synced).toBe(true))
    const pavel = await world.dial(world.pavel)
    pavel.socket.send(message)
    expect(await pavel.closed).toEqual({ code: 4400, reason: 'malformed' })
    expect(world.events).toHaveLength(1)
    await expectAlive(hana)
  })

  test('[CO23] a text message closes its connection with 4400', async () => {
    world = await aWorld()
    const pavel = await world.dial(world.pavel)
    pavel.socket.send('hello')
    expect((await pavel.closed).code).toBe(4400)
  })

  test('[CO25] a frame of fifty megabytes ends its connection and is never held', async () => {
    world = await aWorld()
    const hana = world.join(world.hana)
    await vi.waitFor(() => expect(hana.provider.synced).toBe(true))
    const pavel = await world.dial(world.pavel)
    pavel.socket.send(new Uint8Array(50 * 1024 * 1024))
    const { code } = await pavel.closed
    expect([1006, 1009]).toContain(code)
    await vi.waitFor(() => expect(world.closings()).toContainEqual({ code: 1009, reason: 'too-large' }))
    await expectAlive(hana)
  })

  test('[CO26] a flooding client is closed with 4429 and the others write on', async () => {
    world = await aWorld({ limits: { messagesPerSecond: 10, messagesAtOnce: 50 } })
    const hana = world.join(world.hana)
    await vi.waitFor(() => expect(hana.provider.synced).toBe(true))
    const pavel = await world.dial(world.pavel)
    for (let i = 0; i < 100; i++) pavel.socket.send(Uint8Array.of(3))
    expect(await pavel.closed).toEqual({ code: 4429, reason: 'too-fast' })
    await expectAlive(hana)
  })

  test('[CO27] a client that does not read is closed with 4408 and the others write on', async () => {
    world = await aWorld({ limits: { unsentBytes: 100_000, messagesAtOnce: 1e6, bytesAtOnce: 1e9 } })
    const hana = world.join(world.hana)
    await vi.waitFor(() => expect(hana.provider.synced).toBe(true))
    const deaf = await aDeafClient(world)
    const words = 'x'.repeat(50_000)
    for (let i = 0; i < 400 && world.closings().length === 0; i++) {
      hana.text.insert(0, words)
      await pause(5)
    }
    expect(world.closings()).toContainEqual({ code: 4408, reason: 'too-slow' })
    deaf.destroy()
    await expectAlive(hana)
  })

  test('[CO28] a full room turns the next connection away for now', async () => {
    world = await aWorld({ limits: { connectionsPerRoom: 2 } })
    const inside = await Promise.all([world.dial(world.hana), world.dial(world.pavel)])
    const olga = await world.dial(world.olga)
    expect(await olga.closed).toEqual({ code: 4503, reason: 'room-full' })
    expect(inside.every(({ socket }) => socket.readyState === socket.OPEN)).toBe(true)
  })

  test('[CO28] all rooms together take a limited number of connections', async () => {
    world = await aWorld({ limits: { connections: 1 } })
    const hana = await world.dial(world.hana)
    const pavel = await world.dial(world.pavel)
    expect(await pavel.closed).toEqual({ code: 4503, reason: 'unavailable' })
    hana.socket.terminate()
    await vi.waitFor(async () => {
      const again = await world.dial(world.pavel)
      await pause(30)
      expect(again.socket.readyState).toBe(again.socket.OPEN)
    })
  })

  test('[CO29] a room that cannot be loaded opens for nobody and harms no other', async () => {
    const store = createMemoryStore()
    const load = (roomId: string) =>
      roomId === world.roomId ? Promise.reject(new Error('no answer')) : store.load(roomId)
    world = await aWorld({ store: { ...store, load } })
    const line = await world.dial(world.hana)
    expect(await line.closed).toEqual({ code: 4503, reason: 'unavailable' })
    const other = world.join(world.hana, { room: 'another-room' })
    await vi.waitFor(() => expect(other.provider.synced).toBe(true))
  })

  test('[CO30] a fault in what the host does with news does not reach the room', async () => {
    const onJoined = () => {
      throw new Error('the host has a bug')
    }
    world = await aWorld({ onJoined })
    const hana = world.join(world.hana)
    await vi.waitFor(() => expect(hana.provider.synced).toBe(true))
    expect(world.events).toContainEqual(expect.objectContaining({ event: 'fault' }))
    await expectAlive(hana)
  })
})

async function expectAlive(writer: ReturnType<World['join']>): Promise<void> {
  const olga = world.join(world.olga)
  writer.text.insert(0, 'alive ')
  await vi.waitFor(() => expect(olga.text.toString().startsWith('alive ')).toBe(true), { timeout: 10_000 })
  expect(writer.provider.wsconnected).toBe(true)
}

function anUpdate(): Uint8Array {
  const doc = new Doc()
  doc.getText('body').insert(0, 'some words to be broken')
  return updateMessage(encodeStateAsUpdate(doc)).payload
}

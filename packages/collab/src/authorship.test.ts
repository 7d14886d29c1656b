import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { applyUpdate, Doc, decodeUpdate, encodeStateAsUpdate } from 'yjs'
import { createMemoryStore } from './memory-store.ts'
import { presenceMessage, updateMessage } from './messages.ts'
import { aWorld, type World } from './room-world.ts'

let world: World
afterEach(() => world.end())

describe('authorship', () => {
  test('[CO11] new work under the client id of another officer is refused and not kept', async () => {
    const store = createMemoryStore()
    world = await aWorld({ store })
    const [hana, olga] = [world.join(world.hana), world.join(world.olga)]
    hana.text.insert(0, 'Hana wrote this')
    await vi.waitFor(() => expect(olga.text.toString()).toBe('Hana wrote this'))
    const before = (await store.load(world.roomId)).tail.length

    const pavel = await world.dial(world.pavel)
    pavel.socket.send(forged(hana.doc, ' and this'))
    expect(await pavel.closed).toEqual({ code: 4403, reason: 'author-mismatch' })
    expect(world.refused).toEqual([
      { roomId: world.roomId, officerId: world.pavel.officerId, reason: 'author-mismatch' },
    ])
    expect((await store.load(world.roomId)).tail).toHaveLength(before)

    hana.text.insert(0, '> ')
    await vi.waitFor(() => expect(olga.text.toString()).toBe('> Hana wrote this'))
  })

  test('[CO11] a client id shown in presence is spoken for before its first word', async () => {
    world = await aWorld()
    const hana = world.join(world.hana)
    await vi.waitFor(() => expect(hana.provider.synced).toBe(true))
    await pause(20)
    const pavel = await world.dial(world.pavel)
    pavel.socket.send(forged(hana.doc, 'stolen'))
    expect(await pavel.closed).toEqual({ code: 4403, reason: 'author-mismatch' })
  })

  test('[CO11] one refused update binds none of its client ids', async () => {
    world = await aWorld()
    const hana = world.join(world.hana)
    hana.text.insert(0, 'mine')
    await pause(100)
    const doc = new Doc()
    doc.clientID = 77
    doc.getText('body').insert(0, 'free id')
    applyUpdate(doc, forged(hana.doc, 'stolen').subarray(3))
    const pavel = await world.dial(world.pavel)
    pavel.socket.send(updateMessage(encodeStateAsUpdate(doc)).payload)
    expect((await pavel.closed).code).toBe(4403)
    const olga = await world.dial(world.olga, { saved: '1' })
    olga.socket.send(updateMessage(aText(77, 'Olga')).payload)
    await vi.waitFor(() => expect(olga.messages.some(([kind]) => kind === 100)).toBe(true))
  })

  test('[CO12] an officer keeps a client id over reconnects and cold starts', async () => {
    const store = createMemoryStore()
    world = await aWorld({ store })
    const hana = world.join(world.hana)
    hana.text.insert(0, 'first')
    await vi.waitFor(async () => expect((await store.load(world.roomId)).tail).not.toHaveLength(0))
    hana.provider.disconnect()
    hana.text.insert(5, ' offline')
    await pause(50)

    const pavel = await world.dial(world.pavel)
    pavel.socket.send(forged(hana.doc, ' forged'))
    expect((await pavel.closed).code).toBe(4403)
    hana.provider.connect()
    const olga = world.join(world.olga)
    await vi.waitFor(() => expect(olga.text.toString()).toBe('first offline'))
  })

  test('[CO13] what others wrote is cut out of an update before it is kept', async () => {
    const store = createMemoryStore()
    world = await aWorld({ store })
    const hana = world.join(world.hana)
    hana.text.insert(0, 'true words')
    await vi.waitFor(async () => expect((await store.load(world.roomId)).tail).not.toHaveLength(0))

    const lie = new Doc()
    applyUpdate(lie, aText(hana.doc.clientID, 'false word'))
    lie.getText('body').insert(0, 'Pavel: ')
    const pavel = await world.dial(world.pavel, { saved: '1' })
    pavel.socket.send(updateMessage(encodeStateAsUpdate(lie)).payload)
    await vi.waitFor(() => expect(hana.text.toString()).toBe('Pavel: true words'))
    const kept = (await store.load(world.roomId)).tail.at(-1)!
    expect(decodeUpdate(kept.update).structs.map(({ id }) => id.client)).toEqual([lie.clientID])
  })
})

describe('presence', () => {
  test('[CO14] the server puts the real name and agency on every presence', async () => {
    world = await aWorld()
    const [hana, pavel] = [world.join(world.hana), world.join(world.pavel)]
    pavel.provider.awareness.setLocalState({ user: { name: 'Hana', agency: 'Health' }, cursor: 3 })
    await vi.waitFor(() =>
      expect(hana.provider.awareness.getStates().get(pavel.doc.clientID)).toEqual({
        user: { name: 'Pavel', agency: 'Police', officerId: world.pavel.officerId, color: world.pavel.color },
        cursor: 3,
      }),
    )
  })

  test('[CO15] a connection speaks for one client id and echoes of others count for nothing', async () => {
    world = await aWorld()
    const hana = world.join(world.hana)
    hana.provider.awareness.setLocalState({ cursor: 1 })
    const olga = world.join(world.olga)
    await vi.waitFor(() => expect(olga.provider.awareness.getStates().has(hana.doc.clientID)).toBe(true))

    const pavel = await world.dial(world.pavel)
    const own = { clientId: 5, clock: 1, state: '{}' }
    const spoofed = { clientId: hana.doc.clientID, clock: 1e15, state: '{"cursor":9}' }
    const second = { clientId: 6, clock: 1, state: '{}' }
    pavel.socket.send(presenceMessage([spoofed, own, second, { ...spoofed, state: 'null' }]).payload)
    await vi.waitFor(() => expect(olga.provider.awareness.getStates().has(5)).toBe(true))
    const states = olga.provider.awareness.getStates()
    expect(states.get(hana.doc.clientID)).toMatchObject({ cursor: 1, user: { name: 'Hana' } })
    expect(states.has(6)).toBe(false)
    expect(pavel.socket.readyState).toBe(pavel.socket.OPEN)
  })

  test('[CO16] who leaves is gone for the others, and who returns is seen at once', async () => {
    world = await aWorld()
    const [hana, pavel] = [world.join(world.hana), world.join(world.pavel)]
    const sees = () => hana.provider.awareness.getStates().has(pavel.doc.clientID)
    await vi.waitFor(() => expect(sees()).toBe(true))
    pavel.provider.disconnect()
    await vi.waitFor(() => expect(sees()).toBe(false))
    pavel.provider.connect()
    await vi.waitFor(() => expect(sees()).toBe(true))
    const late = world.join(world.olga)
    await vi.waitFor(() => expect(late.provider.awareness.getStates().size).toBe(3))
  })
})

/** An update that goes on where a client stopped, as anybody who knows its client id can make one. */
function forged(doc: Doc, words: string): Uint8Array {
  const copy = new Doc()
  applyUpdate(copy, encodeStateAsUpdate(doc))
  copy.clientID = doc.clientID
  let update: Uint8Array = new Uint8Array()
  copy.on('update', (made: Uint8Array) => {
    update = made
  })
  copy.getText('body').insert(copy.getText('body').length, words)
  return updateMessage(update).payload
}

function aText(clientId: number, words: string): Uint8Array {
  const doc = new Doc()
  doc.clientID = clientId
  doc.getText('body').insert(0, words)
  return encodeStateAsUpdate(doc)
}

import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { Doc, encodeStateAsUpdate } from 'yjs'
import { createMemoryChannel } from './a-memory-channel.ts'
import { createMemoryStore } from './memory-store.ts'
import { updateMessage } from './messages.ts'
import type { RoomOptions } from './room-options.ts'
import { aWorld, type World } from './room-world.ts'

let worlds: World[] = []
afterEach(async () => {
  for (const world of worlds) await world.end()
  worlds = []
})

/** Two processes on one store, as far as rooms can tell. */
async function twoProcesses(options: Partial<RoomOptions> = {}, store = createMemoryStore()) {
  const channel = createMemoryChannel()
  const first = await aWorld({ store, relay: channel.relay(), ...options })
  const second = await aWorld({ store, relay: channel.relay(), ...options }, first)
  worlds = [first, second]
  return { first, second, store, channel }
}

type Page = ReturnType<World['join']>
const synced = (...pages: Page[]) =>
  vi.waitFor(() => expect(pages.every(({ provider }) => provider.synced)).toBe(true), 5000)
const until = (holds: () => void) => vi.waitFor(holds, { timeout: 10_000, interval: 5 })

describe('several processes', () => {
  test('[CO42] what is written in one process is shown in the other, and all end the same', async () => {
    const { first, second } = await twoProcesses()
    const [hana, pavel, olga] = [first.join(first.hana), second.join(second.pavel), second.join(second.olga)]
    await synced(hana, pavel, olga)
    for (let i = 0; i < 40; i++) {
      for (const [who, page] of [hana, pavel, olga].entries()) page.text.insert(page.text.length >> 1, `${who}`)
      await pause(1)
    }
    await until(() => {
      const texts = [hana, pavel, olga].map(({ text }) => text.toString())
      expect(texts[0]).toHaveLength(120)
      expect(new Set(texts).size).toBe(1)
    })
  })

  test('[CO43] both processes show updates in the order of their numbers', async () => {
    const { first, second, store } = await twoProcesses()
    const onlookers = [await first.dial(first.olga), await second.dial(second.olga)]
    const [hana, pavel] = [first.join(first.hana), second.join(second.pavel)]
    await synced(hana, pavel)
    for (let i = 0; i < 60; i++) {
      hana.text.insert(hana.text.length, 'h')
      pavel.text.insert(pavel.text.length, 'p')
      await pause(i % 3)
    }
    const saved = async () =>
      (await store.load(first.roomId)).tail.map(({ update }) => Buffer.from(update).toString('hex'))
    await until(() => expect([hana, pavel].map(({ text }) => text.length)).toEqual([120, 120]))
    const order = await saved()
    for (const { messages } of onlookers) {
      const shown = messages
        .filter(([kind, step]) => kind === 0 && step === 2)
        .map((message) => Buffer.from(message).toString('hex'))
        .map((message) => order.findIndex((update) => message.endsWith(update)))
      expect(shown).toHaveLength(order.length)
      expect(shown).toEqual(shown.toSorted((a, b) => a - b))
    }
  })

  test('[CO43] what was said while nobody could hear is found once it can be heard again', async () => {
    const { first, second, channel } = await twoProcesses()
    const [hana, pavel] = [first.join(first.hana), second.join(second.pavel)]
    await synced(hana, pavel)
    channel.cut()
    hana.text.insert(0, 'unheard')
    await first.rooms.flush()
    await pause(50)
    expect(pavel.text.toString()).toBe('')
    channel.mend()
    await until(() => expect(pavel.text.toString()).toBe('unheard'))
  })

  test('[CO43] a gap in the numbers is filled before what comes after it is shown', async () => {
    const { first, second, channel } = await twoProcesses()
    const [hana, pavel, olga] = [first.join(first.hana), second.join(second.pavel), second.join(second.olga)]
    await synced(hana, pavel, olga)
    channel.cut()
    hana.text.insert(0, 'before')
    await first.rooms.flush()
    await pause(20)
    pavel.text.insert(0, 'after ')
    await until(() => expect(olga.text.toString()).toContain('after'))
    expect(olga.text.toString()).toContain('before')
  })

  test('[CO43] the store is looked at from time to time, though nobody says anything', async () => {
    const { first, second, channel } = await twoProcesses({ limits: { lookMs: 100 } })
    const [hana, pavel] = [first.join(first.hana), second.join(second.pavel)]
    await synced(hana, pavel)
    channel.cut()
    hana.text.insert(0, 'never told')
    await until(() => expect(pavel.text.toString()).toBe('never told'))
  })

  test('[CO43] what was saved before the other process was known is not missed by it', async () => {
    const channel = createMemoryChannel()
    const store = createMemoryStore()
    const first = await aWorld({ store, relay: channel.relay() })
    worlds = [first]
    const hana = first.join(first.hana)
    await synced(hana)
    const typing = setInterval(() => hana.text.insert(hana.text.length, 'x'), 1)
    const second = await aWorld({ store, relay: channel.relay() }, first)
    worlds = [first, second]
    const pavel = second.join(second.pavel)
    await synced(pavel)
    await pause(50)
    clearInterval(typing)
    await until(() => expect(pavel.text.toString()).toBe(hana.text.toString()))
  })

  test('[CO44] who is present through one process is seen through the other, under the server’s name', async () => {
    const { first, second } = await twoProcesses()
    const hana = first.join(first.hana)
    hana.provider.awareness.setLocalState({ user: { name: 'Olga' }, cursor: 7 })
    const pavel = second.join(second.pavel)
    await synced(hana, pavel)
    const user = { name: 'Hana', agency: 'Health', officerId: first.hana.officerId, color: first.hana.color }
    await until(() => expect(pavel.provider.awareness.getStates().get(hana.doc.clientID)).toEqual({ user, cursor: 7 }))
    await until(() => expect(hana.provider.awareness.getStates().size).toBe(2))
    hana.destroy()
    await until(() => expect(pavel.provider.awareness.getStates().has(hana.doc.clientID)).toBe(false))
  })

  test('[CO44] who moves from one process to the other stays present', async () => {
    const { first, second } = await twoProcesses()
    const [hana, pavel] = [first.join(first.hana), second.join(second.pavel)]
    await synced(hana, pavel)
    await until(() => expect(pavel.provider.awareness.getStates().has(hana.doc.clientID)).toBe(true))
    const again = second.join(second.hana, { doc: hana.doc })
    hana.destroy()
    await synced(again)
    await pause(100)
    expect(pavel.provider.awareness.getStates().has(again.doc.clientID)).toBe(true)
  })

  test('[CO45] a client id that wrote in one process belongs to its officer in the other', async () => {
    const { first, second, store } = await twoProcesses()
    const onlooker = second.join(second.olga)
    await synced(onlooker)
    const hana = first.join(first.hana)
    hana.text.insert(0, 'mine')
    await until(() => expect(onlooker.text.toString()).toBe('mine'))
    const before = (await store.load(first.roomId)).tail.length
    const pavel = await second.dial(second.pavel)
    const forger = new Doc()
    forger.clientID = hana.doc.clientID
    forger.getText('body').insert(0, 'mine, forged')
    pavel.socket.send(updateMessage(encodeStateAsUpdate(forger)).payload)
    expect(await pavel.closed).toEqual({ code: 4403, reason: 'author-mismatch' })
    expect((await store.load(first.roomId)).tail).toHaveLength(before)
  })

  test('[CO64] what the host saved itself is shown in every process that is told to look, and others write on behind it', async () => {
    const { first, second, store } = await twoProcesses()
    const [hana, pavel] = [first.join(first.hana), second.join(second.pavel)]
    await synced(hana, pavel)
    hana.text.insert(0, 'before ')
    await until(() => expect(pavel.text.toString()).toBe('before '))
    const { roomId, olga } = first
    const { officerId, agencyId, sessionId } = olga
    const written = { roomId, officerId, agencyId, sessionId, at: new Date(), newAuthors: [4711] }
    await store.append([{ ...written, update: aText(4711, 'by the host ') }])
    for (const { rooms } of [first, second]) rooms.look([roomId, randomUUID()])
    await until(() => expect([hana, pavel].every(({ text }) => text.toString().includes('by the host'))).toBe(true))
    hana.text.insert(hana.text.length, 'after')
    await until(() => expect(pavel.text.toString()).toBe(hana.text.toString()))
    expect(pavel.text.toString()).toMatch(/after$/)
  })

  test('[CO46] a claim that came second is refused alone, and what others wrote in its batch is saved', async () => {
    const { first, second, store, channel } = await twoProcesses()
    const [hana, pavel] = [await first.dial(first.hana), await second.dial(second.pavel)]
    const olga = second.join(second.olga)
    await synced(olga)
    channel.cut()
    hana.socket.send(updateMessage(aText(77, 'Hana was first')).payload)
    await until(async () => expect((await store.load(first.roomId)).tail).toHaveLength(1))
    pavel.socket.send(updateMessage(aText(77, 'Pavel was second')).payload)
    olga.text.insert(0, 'Olga has nothing to do with it')
    expect((await pavel.closed).code).toBe(4500)
    await until(async () => expect((await store.load(first.roomId)).tail).toHaveLength(2))
    expect(olga.provider.wsconnected).toBe(true)
  })
})

function aText(clientId: number, words: string): Uint8Array {
  const doc = new Doc()
  doc.clientID = clientId
  doc.getText('body').insert(0, words)
  return encodeStateAsUpdate(doc)
}

import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs'
import { createCompactor } from './compactor.ts'
import { createMemoryStore } from './memory-store.ts'
import { updateMessage } from './messages.ts'
import { aWorld, type World } from './room-world.ts'

let world: World
afterEach(() => world?.end())
const until = (holds: () => unknown) => vi.waitFor(holds, { timeout: 15_000, interval: 10 })

/** Everything ever written, without the help of snapshots. */
const wholeLog = (store: ReturnType<typeof createMemoryStore>, roomId: string) => store.since([{ roomId, position: 0 }])

describe('compaction', () => {
  test('[CO38] a long tail becomes a snapshot while people write on, and late comers get the same text', async () => {
    const store = createMemoryStore()
    world = await aWorld({ store, limits: { foldAfter: 50 } })
    const hana = world.join(world.hana)
    await until(() => expect(hana.provider.synced).toBe(true))
    for (let i = 0; i < 200; i++) {
      hana.text.insert(hana.text.length >> 1, `${i} `)
      if (i % 5 === 0) hana.text.delete(0, 1)
      if (i % 20 === 0) await pause(5)
    }
    await until(async () => expect((await store.load(world.roomId)).snapshot).toBeDefined())
    const { snapshot, tail } = await store.load(world.roomId)
    const late = world.join(world.olga)
    await until(() => expect(late.text.toString()).toBe(hana.text.toString()))
    const doc = new Doc()
    for (const update of [snapshot!.state, ...tail.map(({ update }) => update)]) applyUpdate(doc, update)
    expect(doc.getText('body').toString()).toBe(hana.text.toString())
  })

  test('[CO38] the last one to leave leaves little to read for whoever comes next', async () => {
    const store = createMemoryStore()
    world = await aWorld({ store, limits: { foldOnLeaving: 10 } })
    const hana = world.join(world.hana)
    for (let i = 0; i < 20; i++) hana.text.insert(0, 'x')
    await until(async () => expect((await store.load(world.roomId)).tail.length).toBeGreaterThan(0))
    for (let i = 0; i < 20; i++) {
      hana.text.insert(0, 'y')
      await pause(2)
    }
    hana.destroy()
    await until(async () => expect((await store.load(world.roomId)).tail).toHaveLength(0))
    const pavel = world.join(world.pavel)
    await until(() => expect(pavel.text.toString()).toBe(hana.text.toString()))
  })

  test('[CO39] a compaction that fails changes nothing and is told', async () => {
    const store = createMemoryStore()
    const keepSnapshot = () => Promise.reject(new Error('no space left on device'))
    world = await aWorld({ store: { ...store, keepSnapshot }, limits: { foldAfter: 20 } })
    const hana = world.join(world.hana)
    await until(() => expect(hana.provider.synced).toBe(true))
    for (let i = 0; i < 60; i++) {
      hana.text.insert(0, 'x')
      await pause(1)
    }
    await until(() => expect(world.events).toContainEqual(expect.objectContaining({ event: 'not-compacted' })))
    const late = world.join(world.olga)
    await until(() => expect(late.text.toString()).toBe('x'.repeat(60)))
    expect((await store.load(world.roomId)).snapshot).toBeUndefined()
  })

  test('[CO39] a thread that dies in the middle of it is begun anew', async () => {
    const compactor = createCompactor()
    const { updates, doc } = aHistory(2000)
    const first = compactor.fold(updates)
    await compactor.close()
    await expect(first).rejects.toThrow()
    const { state } = await compactor.fold(updates)
    await compactor.close()
    const copy = new Doc()
    applyUpdate(copy, state!)
    expect(copy.getText('body').toString()).toBe(doc.getText('body').toString())
  })

  test('[CO40] an update that Yjs cannot integrate is named by its number and stays as it was sent', async () => {
    const store = createMemoryStore()
    world = await aWorld({ store, limits: { foldAfter: 5 } })
    const line = await world.dial(world.hana)
    for (let i = 1; i <= 4; i++) line.socket.send(updateMessage(aText(i, `words ${i}`)).payload)
    await until(async () => expect((await store.load(world.roomId)).tail).toHaveLength(4))
    line.socket.send(updateMessage(unintegrable).payload)
    await until(() => expect(world.events).toContainEqual({ event: 'unreplayable', roomId: world.roomId, seq: 5 }))
    await until(async () => expect((await store.load(world.roomId)).snapshot?.upTo).toBe(4))
    expect((await store.load(world.roomId)).tail.map(({ update }) => update)).toEqual([unintegrable])
  })

  test('[CO41] every past moment can be rebuilt from the log after compaction', async () => {
    const store = createMemoryStore()
    world = await aWorld({ store, limits: { foldAfter: 20 } })
    const hana = world.join(world.hana)
    await until(() => expect(hana.provider.synced).toBe(true))
    const texts: string[] = ['']
    for (let i = 0; i < 80; i++) {
      if (i % 7 === 6) hana.text.delete(0, 1)
      else hana.text.insert(hana.text.length >> 1, `${i % 10}`)
      texts.push(hana.text.toString())
      if (i % 10 === 0) await pause(2)
    }
    await until(async () => expect(await wholeLog(store, world.roomId)).toHaveLength(80))
    await until(async () => expect((await store.load(world.roomId)).snapshot).toBeDefined())
    const doc = new Doc()
    for (const [i, { update }] of (await wholeLog(store, world.roomId)).entries()) {
      applyUpdate(doc, update)
      expect(doc.getText('body').toString()).toBe(texts[i + 1])
    }
  })
})

/** Found by the fuzzer: it decodes, and Yjs throws when it is to become part of a document. */
const unintegrable = new Uint8Array(Buffer.from('0101090001bb27092d77001594', 'hex'))

function aHistory(edits: number) {
  const doc = new Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update) => updates.push(update))
  for (let i = 0; i < edits; i++) doc.getText('body').insert((i * 7) % (i + 1), `${i} `)
  return { doc, updates }
}

function aText(clientId: number, words: string): Uint8Array {
  const doc = new Doc()
  doc.clientID = clientId
  doc.getText('body').insert(0, words)
  return encodeStateAsUpdate(doc)
}

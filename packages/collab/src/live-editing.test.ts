import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { Doc, encodeStateAsUpdate } from 'yjs'
import { createMemoryStore } from './memory-store.ts'
import { aWorld, type World } from './room-world.ts'

let world: World
afterEach(() => world.end())

describe('live editing', () => {
  test('[CO1] three officers write at once and end with the same words', async () => {
    world = await aWorld()
    const pages = [world.join(world.hana), world.join(world.pavel), world.join(world.olga)]
    for (let i = 0; i < 30; i++) {
      for (const [who, page] of pages.entries()) page.text.insert(page.text.length >> 1, `${who}`)
      await pause(2)
    }
    await vi.waitFor(() => {
      const texts = pages.map(({ text }) => text.toString())
      expect(texts[0]).toHaveLength(90)
      expect(new Set(texts).size).toBe(1)
    })
  })

  test('[CO1] deletions and formatting reach the others too', async () => {
    world = await aWorld()
    const [hana, pavel] = [world.join(world.hana), world.join(world.pavel)]
    hana.text.insert(0, '扣押卷烟三百条')
    await vi.waitFor(() => expect(pavel.text.toString()).toBe('扣押卷烟三百条'))
    pavel.text.delete(4, 3)
    pavel.text.format(0, 2, { bold: true })
    await vi.waitFor(() => expect(hana.text.toDelta()).toEqual(pavel.text.toDelta()))
    expect(hana.text.toString()).toBe('扣押卷烟')
  })

  test('[CO2] work done without a connection arrives with the next one', async () => {
    world = await aWorld()
    const doc = new Doc()
    doc.getText('body').insert(0, 'written on the train')
    world.join(world.hana, { doc })
    const pavel = world.join(world.pavel)
    await vi.waitFor(() => expect(pavel.text.toString()).toBe('written on the train'))
  })

  test('[CO3] a late joiner is synced only when it has everything', async () => {
    world = await aWorld()
    const hana = world.join(world.hana)
    await synced(hana)
    for (let i = 0; i < 300; i++) hana.text.insert(hana.text.length, 'x')
    await world.rooms.flush()
    await pause(50)
    await world.rooms.flush()

    const pavel = world.join(world.pavel)
    const lengthWhenSynced = new Promise((resolve) => pavel.provider.once('sync', () => resolve(pavel.text.length)))
    expect(await lengthWhenSynced).toBe(300)
  })

  test('[CO3] a returning page is sent what it lacks and no more', async () => {
    world = await aWorld()
    const [hana, pavel] = [world.join(world.hana), world.join(world.pavel)]
    await Promise.all([synced(hana), synced(pavel)])
    hana.text.insert(0, 'before')
    await vi.waitFor(() => expect(pavel.text.toString()).toBe('before'))
    pavel.provider.disconnect()
    hana.text.insert(6, ' after')
    let received = 0
    pavel.doc.on('update', (update) => {
      received += update.length
    })
    await pause(20)
    pavel.provider.connect()
    await vi.waitFor(() => expect(pavel.text.toString()).toBe('before after'))
    expect(received).toBeLessThan(encodeStateAsUpdate(hana.doc).length)
  })

  test('[CO4] an empty room is let go once saved, and opens again as it was', async () => {
    const store = createMemoryStore()
    const load = vi.spyOn(store, 'load')
    world = await aWorld({ store })
    const hana = world.join(world.hana)
    hana.text.insert(0, 'kept')
    await vi.waitFor(async () => expect((await store.load(world.roomId)).tail.length).toBeGreaterThan(0))
    hana.destroy()
    await pause(50)
    load.mockClear()
    const pavel = world.join(world.pavel)
    await vi.waitFor(() => expect(pavel.text.toString()).toBe('kept'))
    expect(load).toHaveBeenCalledTimes(1)
  })

  test('[CO5] who joined and left is told, with how much was written', async () => {
    const told: unknown[] = []
    world = await aWorld({
      onJoined: (_, member, right) => told.push([member.name, right]),
      onLeft: (_, member, { updates }) => told.push([member.name, updates]),
    })
    const hana = world.join(world.hana)
    await synced(hana)
    hana.text.insert(0, 'one')
    await pause(50)
    hana.destroy()
    await vi.waitFor(() =>
      expect(told).toEqual([
        ['Hana', 'write'],
        ['Hana', 1],
      ]),
    )
  })
})

const synced = ({ provider }: ReturnType<World['join']>) =>
  vi.waitFor(() => expect(provider.synced).toBe(true), { interval: 5 })

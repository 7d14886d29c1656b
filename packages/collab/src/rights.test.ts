import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { Doc, encodeStateAsUpdate } from 'yjs'
import type { Right } from './member.ts'
import { createMemoryStore } from './memory-store.ts'
import { updateMessage } from './messages.ts'
import { aDeafClient, aWorld, type World } from './room-world.ts'

let world: World
afterEach(() => world.end())

describe('rights', () => {
  test('[CO17] a reader sees everything and cannot write a word', async () => {
    const store = createMemoryStore()
    world = await aWorld({ store })
    world.rights.set(world.olga.officerId, 'read')
    const [hana, olga] = [world.join(world.hana), world.join(world.olga)]
    hana.text.insert(0, 'for reading')
    await vi.waitFor(() => expect(olga.text.toString()).toBe('for reading'))
    const before = (await store.load(world.roomId)).tail.length

    olga.text.insert(0, 'not ')
    expect(await olga.closed).toEqual({ code: 4403, reason: 'read-only' })
    expect(world.refused).toEqual([{ roomId: world.roomId, officerId: world.olga.officerId, reason: 'read-only' }])
    expect((await store.load(world.roomId)).tail).toHaveLength(before)
    hana.text.insert(0, 'still ')
    const pavel = world.join(world.pavel)
    await vi.waitFor(() => expect(pavel.text.toString()).toBe('still for reading'))
  })

  test('[CO18] a reader may answer a sync with what the room has already', async () => {
    world = await aWorld()
    const hana = world.join(world.hana)
    hana.text.insert(0, 'known words')
    hana.text.delete(0, 2)
    const olga = world.join(world.olga)
    await vi.waitFor(() => expect(olga.text.toString()).toBe('own words'))
    world.rights.set(world.olga.officerId, 'read')
    olga.provider.disconnect()
    olga.provider.connect()
    await vi.waitFor(() => expect(olga.provider.synced).toBe(true))
    await pause(50)
    expect(olga.provider.wsconnected).toBe(true)
    expect(world.closings()).toEqual([])
  })

  test('[CO18] a deletion by a reader is dropped without effect on anybody', async () => {
    world = await aWorld()
    world.rights.set(world.olga.officerId, 'read')
    const [hana, olga] = [world.join(world.hana), world.join(world.olga)]
    hana.text.insert(0, 'to stay')
    await vi.waitFor(() => expect(olga.text.toString()).toBe('to stay'))
    olga.text.delete(0, 3)
    await pause(100)
    const pavel = world.join(world.pavel)
    await vi.waitFor(() => expect(pavel.text.toString()).toBe('to stay'))
    expect(hana.text.toString()).toBe('to stay')
  })

  test('[CO19] a revoked connection is closed within a second and sent nothing more', async () => {
    world = await aWorld()
    const [hana, pavel] = [world.join(world.hana), world.join(world.pavel)]
    await vi.waitFor(() => expect(hana.provider.synced && pavel.provider.synced).toBe(true))
    world.rights.delete(world.pavel.officerId)
    const started = performance.now()
    await world.rooms.recheck([world.roomId])
    hana.text.insert(0, 'after the revocation')
    expect(await pavel.closed).toEqual({ code: 4401, reason: 'revoked' })
    expect(performance.now() - started).toBeLessThan(1000)
    await pause(50)
    expect(pavel.text.toString()).toBe('')
    expect(hana.provider.wsconnected).toBe(true)
  })

  test('[CO19] a revoked client that ignores the close is cut off', async () => {
    world = await aWorld()
    const pavel = await aDeafClient(world)
    await pause(50)
    const cut = new Promise((resolve) => pavel.once('close', resolve))
    world.rights.delete(world.pavel.officerId)
    await world.rooms.recheck()
    pavel.resume()
    expect(await Promise.race([cut, pause(2000, 'still open')])).not.toBe('still open')
  })

  test('[CO20] a writer who becomes a reader stays connected and can no longer write', async () => {
    world = await aWorld()
    const line = await world.dial(world.pavel, { saved: '1' })
    await vi.waitFor(() => expect(line.messages).toContainEqual(Uint8Array.of(101, 1)))
    world.rights.set(world.pavel.officerId, 'read')
    await world.rooms.recheck()
    await vi.waitFor(() => expect(line.messages).toContainEqual(Uint8Array.of(101, 0)))
    line.socket.send(anUpdate())
    expect(await line.closed).toEqual({ code: 4403, reason: 'read-only' })
  })

  test('[CO21] ending a session closes its connections and no others', async () => {
    world = await aWorld()
    const [hana, pavel] = [world.join(world.hana), world.join(world.pavel)]
    await vi.waitFor(() => expect(hana.provider.synced && pavel.provider.synced).toBe(true))
    world.rooms.endSessions([world.hana.sessionId])
    expect(await hana.closed).toEqual({ code: 4401, reason: 'session-ended' })
    expect(pavel.provider.wsconnected).toBe(true)
  })

  test('[CO22] nothing is sent before the gatekeeper has answered at the door', async () => {
    const gate = Promise.withResolvers<Right | undefined>()
    world = await aWorld({ gatekeeper: { admit: () => gate.promise } })
    const line = await world.dial(world.pavel)
    await pause(100)
    expect(line.messages).toEqual([])
    gate.resolve(undefined)
    expect(await line.closed).toEqual({ code: 4401, reason: 'revoked' })
    expect(line.messages).toEqual([])
  })

  test('[CO22] only the newest answer of the gatekeeper counts', async () => {
    const answers: PromiseWithResolvers<Right | undefined>[] = []
    const admit = () => {
      answers.push(Promise.withResolvers())
      return answers.at(-1)!.promise
    }
    world = await aWorld({ gatekeeper: { admit } })
    const line = await world.dial(world.pavel, { saved: '1' })
    await vi.waitFor(() => expect(answers).toHaveLength(1))
    const rechecked = world.rooms.recheck()
    answers[1]?.resolve('read')
    await rechecked
    answers[0]?.resolve('write')
    await pause(50)
    line.socket.send(anUpdate())
    expect(await line.closed).toEqual({ code: 4403, reason: 'read-only' })
  })

  test('[CO22] a gatekeeper that fails or is late lets nobody in', async () => {
    world = await aWorld({ gatekeeper: { admit: () => Promise.reject(new Error('no database')) } })
    const line = await world.dial(world.pavel)
    expect(await line.closed).toEqual({ code: 4503, reason: 'unavailable' })
    await world.end()
    world = await aWorld({ gatekeeper: { admit: () => new Promise(() => {}) }, limits: { askTimeoutMs: 50 } })
    expect(await (await world.dial(world.pavel)).closed).toEqual({ code: 4503, reason: 'unavailable' })
  })
})

function anUpdate(): Uint8Array {
  const doc = new Doc()
  doc.getText('body').insert(0, 'words')
  return updateMessage(encodeStateAsUpdate(doc)).payload
}

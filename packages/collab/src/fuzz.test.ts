import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { makeDrivenClock } from '@lianban/kernel'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { WebSocket } from 'ws'
import { Doc, encodeStateAsUpdate } from 'yjs'
import { newConnection } from './connection.ts'
import { defaultLimits } from './limits.ts'
import { Malformed } from './malformed.ts'
import { createMemoryStore } from './memory-store.ts'
import { askMessage, presenceMessage, readMessage, updateMessage } from './messages.ts'
import { createRoom, type Room } from './room.ts'
import { aMember, aWorld, type World } from './room-world.ts'

const seed = Number(process.env.COLLAB_SEED ?? randomInt(2 ** 31))
console.info(`COLLAB_SEED=${seed}`)

let world: World | undefined
afterEach(() => world?.end())

describe('random messages', () => {
  test('[CO50] a million random messages are each taken or called malformed', { timeout: 240_000 }, () => {
    const random = mulberry32(seed)
    // Half a million errors are made here; nobody reads where.
    const { stackTraceLimit } = Error
    Error.stackTraceLimit = 0
    onTestFinished(() => {
      Error.stackTraceLimit = stackTraceLimit
    })
    const counts = { taken: 0, malformed: 0, other: [] as unknown[] }
    for (let round = 0; round < 1000; round++) {
      const room = aBareRoom()
      const connection = aBareConnection()
      for (let i = 0; i < 1000; i++) {
        try {
          room.receive(connection, readMessage(garbage(random)))
          counts.taken += 1
        } catch (cause) {
          if (cause instanceof Malformed) counts.malformed += 1
          else counts.other.push(cause)
        }
      }
    }
    expect(counts.other).toEqual([])
    expect(Math.min(counts.taken, counts.malformed)).toBeGreaterThan(100_000)
  })

  test.each([
    ['a collected struct of a client that Yjs then cannot place', '0101090001bb27092d77001594'],
    ['an item whose neighbour reaches beyond the document', '010109000143091a78007f'],
    ['a deletion in the middle of nothing', '0101090001abbe3f09303500'],
  ])('[CO50] %s is taken for what its form says, and harms nobody here', (_, hex) => {
    const room = aBareRoom()
    const update = new Uint8Array(Buffer.from(hex, 'hex'))
    expect(() => room.receive(aBareConnection(), readMessage(updateMessage(update).payload))).not.toThrow()
    room.receive(aBareConnection(), readMessage(askMessage(Uint8Array.of(0)).payload))
  })

  test('[CO24] twenty thousand random messages over sockets leave the room alive', { timeout: 60_000 }, async () => {
    const random = mulberry32(seed)
    const calm = { messagesAtOnce: 1e9, bytesAtOnce: 1e12 }
    const lively = await aWorld({ limits: calm })
    world = lively
    const hana = lively.join(lively.hana)
    await vi.waitFor(() => expect(hana.provider.synced).toBe(true))

    let sent = 0
    while (sent < 20_000) {
      const lines = await Promise.all(Array.from({ length: 20 }, () => lively.dial(lively.pavel)))
      for (const line of lines) {
        for (let i = 0; i < 10; i++) line.socket.send(garbage(random))
        sent += 10
      }
      await Promise.all(lines.map((line) => Promise.race([line.closed, pause(20)])))
      for (const line of lines) line.destroy()
    }
    expect(lively.events.filter(({ event }) => event === 'fault')).toEqual([])
    expect(lively.closings().filter(({ code }) => code === 1011)).toEqual([])
    const olga = lively.join(lively.olga)
    hana.text.insert(0, 'alive ')
    await vi.waitFor(() => expect(olga.text.toString().startsWith('alive ')).toBe(true), { timeout: 10_000 })
  })
})

/** A room that saves at once and sends nowhere. */
function aBareRoom(): Room {
  const stored = { snapshot: undefined, tail: [], authors: new Map(), position: 0 }
  let seq = 0
  return createRoom('room', stored, {
    clock: makeDrivenClock(new Date(0)),
    limits: defaultLimits,
    outbox: { send() {}, forget() {} },
    store: createMemoryStore(),
    compactor: { fold: () => new Promise(() => {}), async close() {} },
    log() {},
    save: (unsaved) => unsaved.room.saved(unsaved, ++seq),
    end() {},
    spread() {},
  })
}

const aBareConnection = () =>
  newConnection({
    socket: {} as WebSocket,
    roomId: 'room',
    member: aMember('Pavel', 'Police'),
    wantsNotices: true,
    allowance: { spend: () => true },
    right: 'write',
  })

/** Noise, noise behind a good header, and good messages with some bytes changed or cut off. */
function garbage(random: () => number): Uint8Array {
  const below = (n: number) => Math.floor(random() * n)
  const noise = () => {
    const bytes = new Uint8Array(below(40))
    for (let i = 0; i < bytes.length; i++) bytes[i] = below(256)
    return bytes
  }
  const choice = below(4)
  if (choice === 0) return noise()
  if (choice === 1) return below(500) === 0 ? askMessage(noise()).payload : updateMessage(noise()).payload
  const message =
    choice === 2
      ? Uint8Array.from(sound)
      : Uint8Array.from(presenceMessage([{ clientId: below(9), clock: below(9), state: '{"a":1}' }]).payload)
  for (let i = below(4); i > 0; i--) message[below(message.length)] = below(256)
  return message.subarray(0, below(3) === 0 ? below(message.length) : message.length)
}

const sound = (() => {
  const doc = new Doc()
  doc.getText('body').insert(0, 'some words to be broken')
  return updateMessage(encodeStateAsUpdate(doc)).payload
})()

function mulberry32(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { makeDrivenClock } from '@lianban/kernel'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { WebSocket } from 'ws'
import { Doc, encodeStateAsUpdate } from 'yjs'
import { newConnection } from './connection.ts'
import { defaultLimits } from './limits.ts'
import { Malformed } from './malformed.ts'
import { askMessage, presenceMessage, readMessage, updateMessage } from './messages.ts'
import { createRoom, type Room } from './room.ts'
import { aMember, aWorld, type World } from './room-world.ts'

const seed = Number(process.env.COLLAB_SEED ?? randomInt(2 ** 31))
console.info(`COLLAB_SEED=${seed}`)

let world: World | undefined
afterEach(() => world?.end())

describe('random messages', () => {
  test('[CO24] a room answers anything with a result or with malformed', { timeout: 60_000 }, () => {
    const random = mulberry32(seed)
    const counts = { taken: 0, malformed: 0, other: [] as unknown[] }
    const room = aBareRoom()
    const connection = aBareConnection()
    for (let i = 0; i < 100_000; i++) {
      try {
        room.receive(connection, readMessage(garbage(random)))
        counts.taken += 1
      } catch (cause) {
        if (cause instanceof Malformed) counts.malformed += 1
        else counts.other.push(cause)
      }
    }
    expect(counts.other).toEqual([])
    expect(Math.min(counts.taken, counts.malformed)).toBeGreaterThan(10_000)
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
  const stored = { state: undefined, tail: [], authors: new Map(), lastSeq: 0n }
  return createRoom('room', stored, {
    clock: makeDrivenClock(new Date(0)),
    limits: defaultLimits,
    outbox: { send() {}, forget() {} },
    save: (unsaved) => unsaved.room.saved(unsaved),
    end() {},
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
  const noise = () => Uint8Array.from({ length: below(40) }, () => below(256))
  const choice = below(4)
  if (choice === 0) return noise()
  if (choice === 1) return below(500) === 0 ? askMessage(noise()) : updateMessage(noise())
  const message =
    choice === 2 ? sound.slice() : presenceMessage([{ clientId: below(9), clock: below(9), state: '{"a":1}' }])
  for (let i = below(4); i > 0; i--) message[below(message.length)] = below(256)
  return message.subarray(0, below(3) === 0 ? below(message.length) : message.length)
}

const sound = (() => {
  const doc = new Doc()
  doc.getText('body').insert(0, 'some words to be broken')
  return updateMessage(encodeStateAsUpdate(doc))
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

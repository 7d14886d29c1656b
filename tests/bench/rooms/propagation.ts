import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { applyUpdate, Doc } from 'yjs'
import { type Contender, serve, type Usage } from './contender.ts'
import { type Spread, spreadOf } from './spread.ts'
import { tick } from './ticker.ts'
import { aWriter, eachStruct, type Joined, joinRoom, type Writer } from './writer.ts'

export type Scene = {
  readonly rooms: number
  readonly writersPerRoom: number
  /** Of each writer. */
  readonly editsPerSecond: number
  readonly seconds: number
  /** How many in each room measure what reaches them; the others only receive. */
  readonly observersPerRoom: number
}

export type Propagation = Spread & Usage & { readonly megabytes: number; readonly missing: number }

const warmUpMs = 2000

/** Many people type at their pace: how long until the others see it, and what that costs the server. */
export async function measurePropagation(
  contender: Contender,
  scene: Scene,
  databaseUrl: string,
): Promise<Propagation> {
  const { writersPerRoom, editsPerSecond, seconds } = scene
  const served = await serve(contender, databaseUrl)
  const writers = new Map<number, Writer>()
  const joined: Joined[] = []
  const delays: number[] = []
  let countFrom = Number.POSITIVE_INFINITY
  try {
    const lengthOf = Math.ceil(editsPerSecond * seconds) + 1
    const see = (own: number) => (update: Uint8Array) => {
      const now = performance.now()
      eachStruct(update, (clientId, clock) => {
        const sentAt = writers.get(clientId)?.sentAt[clock] ?? 0
        if (clientId !== own && sentAt >= countFrom) delays.push(now - sentAt)
      })
    }
    const all: { joined: Joined; writer: Writer }[] = []
    for (let room = 0; room < scene.rooms; room++) {
      const name = randomUUID()
      for (let i = 0; i < writersPerRoom; i++) {
        const writer = aWriter(1 + room * writersPerRoom + i, lengthOf)
        writers.set(writer.clientId, writer)
        const observer = i < scene.observersPerRoom ? see(writer.clientId) : undefined
        const one = await joinRoom({ contender, served, room: name, clientId: writer.clientId, see: observer })
        joined.push(one)
        all.push({ joined: one, writer })
      }
    }
    await pause(500)
    countFrom = performance.now() + Math.min(warmUpMs, (seconds * 1000) / 4)
    const before = await served.usage()
    await tick({
      perSecond: all.length * editsPerSecond,
      seconds,
      send(from, to) {
        for (let event = from; event < to; event++) {
          const { joined: one, writer } = all[event % all.length]!
          const update = writer.updates[writer.sent]
          if (!update) continue
          writer.sentAt[writer.sent] = performance.now()
          writer.sent += 1
          one.client.send([contender.dialect.update(one.room, update)])
        }
      },
    })
    await pause(300)
    const after = await served.usage()
    const bytes = joined.reduce((sum, { client }) => sum + client.bytesRead(), 0)
    const missing = contender.keeps ? await missingIn(contender, served, all) : 0
    return {
      ...spreadOf(delays),
      cpuSeconds: after.cpuSeconds - before.cpuSeconds,
      rssMegabytes: after.rssMegabytes,
      megabytes: bytes / 2 ** 20,
      missing,
    }
  } finally {
    for (const { client } of joined) client.leave()
    await served.kill()
  }
}

/** How many characters somebody who comes last does not find, over a few of the rooms. */
async function missingIn(
  contender: Contender,
  served: Awaited<ReturnType<typeof serve>>,
  all: readonly { joined: Joined; writer: Writer }[],
): Promise<number> {
  const rooms = [...Map.groupBy(all, ({ joined }) => joined.room)].slice(0, 5)
  let missing = 0
  for (const [room, inside] of rooms) {
    const doc = new Doc()
    const late = await joinRoom({
      contender,
      served,
      room,
      clientId: 999_999,
      see: (update) => applyUpdate(doc, update),
    })
    missing += inside.reduce((sum, { writer }) => sum + writer.sent, 0) - doc.getText('body').length
    late.client.leave()
  }
  return missing
}

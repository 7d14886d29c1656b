import { randomUUID } from 'node:crypto'
import { applyUpdate, Doc, decodeStateVector, encodeStateVector } from 'yjs'
import { type Contender, serve } from './contender.ts'
import { tick } from './ticker.ts'
import { aWriter, eachStruct, joinRoom } from './writer.ts'

export type Losses = { readonly seen: number; readonly lostSeen: number; readonly lostAcknowledged: number }

const typists = 5

/**
 * Five people type, the server is killed at some moment of it and started again: how many updates that another client had
 * been shown, and how many that were acknowledged to their writers, does somebody who comes then not find?
 */
export async function measureKill(
  contender: Contender,
  databaseUrl: string,
  options: { readonly perSecond: number; readonly seconds: number },
): Promise<Losses> {
  const room = randomUUID()
  const writers = Array.from({ length: typists }, (_, i) =>
    aWriter(i + 1, Math.ceil(options.perSecond * options.seconds)),
  )
  const wantsSaved = contender.name === 'lianban'
  /** By writer, how far another client saw it; characters of one writer follow each other. */
  const seen = new Map<number, number>()
  const served = await serve(contender, databaseUrl)
  const joined = await Promise.all(
    writers.map(({ clientId: own }) =>
      joinRoom({
        contender,
        served,
        room,
        clientId: own,
        wantsSaved,
        see: (update) =>
          eachStruct(update, (clientId, clock) => {
            if (clientId !== own) seen.set(clientId, Math.max(seen.get(clientId) ?? 0, clock + 1))
          }),
      }),
    ),
  )
  await tick({
    ...options,
    send(from, to) {
      for (let event = from; event < to; event++) {
        const writer = writers[event % typists]!
        const update = writer.updates[writer.sent++]
        if (update) joined[event % typists]!.client.send([contender.dialect.update(room, update)])
      }
    },
  })
  await served.kill()
  await Promise.all(joined.map(({ client }) => client.closed))
  // The first message that counts is the page's answer when it joined.
  const acknowledged = new Map(writers.map(({ clientId }, i) => [clientId, Math.max(0, joined[i]!.saved() - 1)]))
  const found = await vectorAfterRestart(contender, databaseUrl, room)
  const lost = (known: ReadonlyMap<number, number>) =>
    [...known].reduce((sum, [clientId, clock]) => sum + Math.max(0, clock - (found.get(clientId) ?? 0)), 0)
  const count = [...seen.values()].reduce((sum, clock) => sum + clock, 0)
  return { seen: count, lostSeen: lost(seen), lostAcknowledged: wantsSaved ? lost(acknowledged) : 0 }
}

async function vectorAfterRestart(
  contender: Contender,
  databaseUrl: string,
  room: string,
): Promise<Map<number, number>> {
  const served = await serve(contender, databaseUrl)
  try {
    const doc = new Doc()
    const late = await joinRoom({
      contender,
      served,
      room,
      clientId: 999_999,
      see: (update) => applyUpdate(doc, update),
    })
    late.client.leave()
    return decodeStateVector(encodeStateVector(doc))
  } finally {
    await served.kill()
  }
}

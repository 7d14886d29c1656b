import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { createPostgresStore } from '@lianban/collab'
import pg from 'pg'
import { applyUpdate, Doc } from 'yjs'
import { openDutyPool } from '../../../packages/db/src/duty-pool.ts'
import { type Contender, type Served, serve } from './contender.ts'
import type { History } from './history.ts'
import type { Place } from './place.ts'
import { joinRoom } from './writer.ts'

/** Writes the history as each server keeps it: ours edit by edit, then compacted by the server itself; Hocuspocus as one state. */
export async function storeHistory(
  place: Place,
  contender: Contender,
  { updates, state, text }: History,
): Promise<string> {
  const room = randomUUID()
  if (contender.name !== 'lianban') {
    const owner = new pg.Client({ connectionString: place.peerUrl })
    await owner.connect()
    await owner.query('insert into bench.hocuspocus values ($1, $2)', [room, Buffer.from(state)])
    await owner.end()
    return room
  }
  const pool = openDutyPool({ url: place.programUrl, duty: 'rooms', maxConnections: 2 })
  const store = createPostgresStore(pool)
  const officer = { officerId: randomUUID(), agencyId: randomUUID(), sessionId: randomUUID() }
  for (let from = 0; from < updates.length; from += 2000) {
    const rows = updates
      .slice(from, from + 2000)
      .map((update) => ({ ...officer, roomId: room, update, at: new Date(), newAuthors: from === 0 ? [1] : [] }))
    await store.append(rows)
  }
  // Whoever opens it first has it compacted.
  await openOnce(contender, place.programUrl, room, text, async () => {
    while (!(await store.load(room)).snapshot) await pause(200)
  })
  await pool.end()
  return room
}

/**
 * Milliseconds from connecting to the whole text, on a server that has its connections to the database, as each server
 * that somebody has worked with, and knows nothing of the document.
 */
export const measureColdOpen = (place: Place, contender: Contender, room: string, { text }: History): Promise<number> =>
  openOnce(contender, place.urlOf(contender), room, text, async () => {})

async function openOnce(
  contender: Contender,
  databaseUrl: string,
  room: string,
  text: string,
  afterwards: () => Promise<void>,
): Promise<number> {
  const served = await serve(contender, databaseUrl)
  try {
    await openElsewhere(contender, served)
    const doc = new Doc()
    const body = doc.getText('body')
    const start = performance.now()
    const { client } = await joinRoom({
      contender,
      served,
      room,
      clientId: 2,
      see: (update) => applyUpdate(doc, update),
    })
    while (body.length < text.length) await pause(1)
    const took = performance.now() - start
    if (body.toString() !== text) throw new Error(`${contender.name} opened the document with another text`)
    await afterwards()
    client.leave()
    return took
  } finally {
    await served.kill()
  }
}

/** Somebody is let into a room that holds nothing, and leaves again. */
async function openElsewhere(contender: Contender, served: Served): Promise<void> {
  const { client } = await joinRoom({ contender, served, room: randomUUID(), clientId: 3 })
  client.leave()
  await pause(100)
}

import { randomUUID } from 'node:crypto'
import { openDutyPool, type Tx } from '@lianban/db'
import { type AgencyId, newId, type OfficerId } from '@lianban/kernel'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { aDatabase, type TestDatabase } from '../../../tests/support/postgres.ts'
import { countRoomLog, damageAfter, readRoomAuthors, readRoomLog } from './log-reading.ts'
import { createPostgresStore } from './postgres-store.ts'

let database: TestDatabase
let pool: ReturnType<typeof openDutyPool>
beforeAll(async () => {
  database = await aDatabase()
  pool = openDutyPool({ url: database.programUrl, duty: 'rooms', maxConnections: 2 })
})
afterAll(async () => {
  await pool.end()
  await database.close()
})

const now = new Date('2026-03-01T08:00:00Z')
const asRooms = <Answer>(read: (tx: Tx) => Promise<Answer>) => database.db.transaction({ duty: 'rooms' }, now, read)

/** Five words of one officer, a minute apart. */
async function aRoom() {
  const roomId = randomUUID()
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update) => updates.push(update))
  for (const word of ['一', '二', '三', '四', '五']) doc.getText('body').insert(doc.getText('body').length, word)
  const officer = { officerId: randomUUID(), agencyId: randomUUID(), sessionId: randomUUID() }
  const store = createPostgresStore(pool)
  const first = await store.append(
    updates.map((update, i) => ({
      ...officer,
      roomId,
      update,
      at: new Date(now.getTime() + i * 60_000),
      newAuthors: i === 0 ? [doc.clientID] : [],
    })),
  )
  return { roomId, first, updates, officer, doc, store }
}

test('[CO60] the log is read in stretches, in order, with officer and instant, though it was compacted', async () => {
  const { roomId, first, updates, officer, doc, store } = await aRoom()
  await store.keepSnapshot(roomId, { upTo: first + 4, state: Y.encodeStateAsUpdate(doc) }, now)
  const [one, two] = await asRooms(async (tx) => [
    await readRoomLog(tx.$client, roomId, { after: 0, atMost: 3 }),
    await readRoomLog(tx.$client, roomId, { after: first + 2, atMost: 3 }),
  ])
  expect([...one!, ...two!].map(({ seq }) => seq - first)).toEqual([0, 1, 2, 3, 4])
  expect([...one!, ...two!].map(({ update }) => Uint8Array.from(update))).toEqual(updates)
  expect(two![1]).toMatchObject({
    officerId: officer.officerId,
    agencyId: officer.agencyId,
    savedAt: new Date(now.getTime() + 4 * 60_000),
  })
})

test('[CO65] the updates of a room are counted, and those up to a number', async () => {
  const { roomId, first } = await aRoom()
  const count = (upTo: number) => asRooms((tx) => countRoomLog(tx.$client, roomId, upTo))
  expect([await count(0), await count(first + 1)]).toEqual([
    { done: 0, total: 5 },
    { done: 2, total: 5 },
  ])
  const stranger = { agencyId: newId<AgencyId>(), officerId: newId<OfficerId>() }
  const unseen = database.db.transaction(stranger, now, (tx) => countRoomLog(tx.$client, roomId, first))
  expect(await unseen).toEqual({ done: 0, total: 0 })
})

test('[CO61] outside one’s rights there is neither a log nor an officer behind it', async () => {
  const { roomId, officer, doc } = await aRoom()
  const stranger = { agencyId: newId<AgencyId>(), officerId: newId<OfficerId>() }
  const found = await database.db.transaction(stranger, now, async (tx) => [
    await readRoomLog(tx.$client, roomId, { after: 0, atMost: 9 }),
    await readRoomAuthors(tx.$client, roomId),
  ])
  expect(found).toEqual([[], undefined])
  const { sessionId: _, ...author } = officer
  expect(await asRooms((tx) => readRoomAuthors(tx.$client, roomId))).toEqual(new Map([[doc.clientID, author]]))
})

test('[CO62] the log ends before an update that was changed on the disk', async () => {
  const { roomId, first } = await aRoom()
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query(`update room_updates set update = update || '\\x00' where seq = $1`, [first + 2])
  await owner.end()
  const rows = await asRooms((tx) => readRoomLog(tx.$client, roomId, { after: 0, atMost: 9 }))
  expect(rows.map(({ seq }) => seq - first)).toEqual([0, 1])
  const after = (seq: number) => asRooms((tx) => damageAfter(tx.$client, roomId, seq))
  expect([await after(first), await after(first + 1), await after(first + 4)]).toEqual([
    undefined,
    first + 2,
    undefined,
  ])
})

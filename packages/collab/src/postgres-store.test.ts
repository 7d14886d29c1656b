import { randomUUID } from 'node:crypto'
import type { Tx } from '@lianban/db'
import type { AgencyId, OfficerId } from '@lianban/kernel'
import { newId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { aDatabase, type TestDatabase } from '../../../tests/support/postgres.ts'
import { createPostgresStore, readRooms } from './postgres-store.ts'
import { aWorld, type World } from './room-world.ts'
import { describeRoomStore } from './store-contract.ts'

let database: TestDatabase
let world: World | undefined
beforeAll(async () => {
  database = await aDatabase()
})
afterEach(async () => {
  await world?.end()
  world = undefined
})
afterAll(() => database.close())

const now = new Date('2026-03-01T08:00:00Z')
describeRoomStore('in Postgres', () => createPostgresStore(database.db))

describe('rooms in Postgres', () => {
  test('[CO4] a restarted server opens the room from what was saved', async () => {
    world = await aWorld({ store: createPostgresStore(database.db) })
    const { roomId } = world
    const hana = world.join(world.hana)
    hana.text.insert(0, '扣押清单')
    hana.text.insert(4, '：三百条')
    await vi.waitFor(async () => expect(await rowsOf(roomId)).toBeGreaterThan(0))
    await world.end()

    world = await aWorld({ store: createPostgresStore(database.db) })
    const pavel = world.join(world.pavel, { room: roomId })
    await vi.waitFor(() => expect(pavel.text.toString()).toBe('扣押清单：三百条'))
  })

  test('[CO37] what a room holds is read in the transaction of whoever asks, with that one’s rights', async () => {
    world = await aWorld({ store: createPostgresStore(database.db) })
    const { roomId } = world
    world.join(world.hana).text.insert(0, '扣押清单')
    await vi.waitFor(async () => expect(await rowsOf(roomId)).toBeGreaterThan(0))
    const read = async (tx: Tx) => (await readRooms(tx, [roomId])).get(roomId)!
    const asRooms = await database.db.transaction({ duty: 'rooms' }, now, read)
    const doc = new Y.Doc()
    for (const update of asRooms) Y.applyUpdate(doc, update)
    expect(doc.getText('body').toString()).toBe('扣押清单')
    const stranger = { agencyId: newId<AgencyId>(), officerId: newId<OfficerId>() }
    expect(await database.db.transaction(stranger, now, read)).toEqual([])
  })

  test('[CO33] what is kept can be added to but neither changed nor deleted', async () => {
    await createPostgresStore(database.db).append([aRow(randomUUID())])
    for (const table of ['room_updates', 'room_authors', 'room_snapshots']) {
      const name = sql.identifier(table)
      for (const attempt of [
        sql`delete from ${name}`,
        sql`update ${name} set room_id = room_id`,
        sql`truncate ${name}`,
      ]) {
        const refused = database.db.transaction({ duty: 'rooms' }, now, (tx) => tx.execute(attempt))
        await expect(refused).rejects.toMatchObject({ cause: { code: '42501' } })
      }
    }
  })

  test('[CO34] an officer outside the section finds nothing and adds nothing', async () => {
    const roomId = randomUUID()
    await createPostgresStore(database.db).append([aRow(roomId)])
    const stranger = { agencyId: newId<AgencyId>(), officerId: newId<OfficerId>() }
    for (const table of ['room_updates', 'room_authors', 'room_snapshots']) {
      const { rows } = await database.db.transaction(stranger, now, (tx) =>
        tx.execute(sql`select 1 from ${sql.identifier(table)}`),
      )
      expect(rows).toEqual([])
    }
    const added = database.db.transaction(stranger, now, (tx) =>
      tx.execute(sql`insert into room_updates (room_id, officer_id, agency_id, session_id, update, saved_at)
        values (${roomId}, ${stranger.officerId}, ${stranger.agencyId}, ${randomUUID()}, '\\x00', ${now.toISOString()})`),
    )
    await expect(added).rejects.toMatchObject({ cause: { code: '42501' } })
    expect(await rowsOf(roomId)).toBe(1)
  })
})

const aRow = (roomId: string) => ({
  roomId,
  update: Uint8Array.of(0, 0),
  officerId: randomUUID(),
  agencyId: randomUUID(),
  sessionId: randomUUID(),
  at: now,
  newAuthors: [1],
})

const rowsOf = async (roomId: string) => (await createPostgresStore(database.db).load(roomId)).tail.length

import { randomUUID } from 'node:crypto'
import { openDutyPool, type Tx } from '@lianban/db'
import type { AgencyId, OfficerId } from '@lianban/kernel'
import { newId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { aDatabase, type TestDatabase } from '../../../tests/support/postgres.ts'
import { createPostgresStore, readRooms, saveInTransaction } from './postgres-store.ts'
import { aWorld, type World } from './room-world.ts'
import { describeRoomStore } from './store-contract.ts'

let database: TestDatabase
let pool: ReturnType<typeof openDutyPool>
let world: World | undefined
beforeAll(async () => {
  database = await aDatabase()
  pool = openDutyPool({ url: database.programUrl, duty: 'rooms', maxConnections: 4 })
})
afterEach(async () => {
  await world?.end()
  world = undefined
})
afterAll(async () => {
  await pool.end()
  await database.close()
})

const now = new Date('2026-03-01T08:00:00Z')
describeRoomStore('in Postgres', () => createPostgresStore(pool))

describe('rooms in Postgres', () => {
  test('[CO4] a restarted server opens the room from what was saved', async () => {
    world = await aWorld({ store: createPostgresStore(pool) })
    const { roomId } = world
    const hana = world.join(world.hana)
    hana.text.insert(0, '扣押清单')
    hana.text.insert(4, '：三百条')
    await vi.waitFor(async () => expect(await rowsOf(roomId)).toBeGreaterThan(0))
    await world.end()

    world = await aWorld({ store: createPostgresStore(pool) })
    const pavel = world.join(world.pavel, { room: roomId })
    await vi.waitFor(() => expect(pavel.text.toString()).toBe('扣押清单：三百条'))
  })

  test('[CO37] what a room holds is read in the transaction of whoever asks, with that one’s rights', async () => {
    world = await aWorld({ store: createPostgresStore(pool) })
    const { roomId } = world
    world.join(world.hana).text.insert(0, '扣押清单')
    await vi.waitFor(async () => expect(await rowsOf(roomId)).toBeGreaterThan(0))
    const read = async (tx: Tx) => (await readRooms(tx.$client, [roomId])).get(roomId)!
    const asRooms = await database.db.transaction({ duty: 'rooms' }, now, read)
    const doc = new Y.Doc()
    for (const update of asRooms) Y.applyUpdate(doc, update)
    expect(doc.getText('body').toString()).toBe('扣押清单')
    const stranger = { agencyId: newId<AgencyId>(), officerId: newId<OfficerId>() }
    expect(await database.db.transaction(stranger, now, read)).toEqual([])
  })

  test('[CO63] what the host writes in a transaction of its own is saved with it, or not at all', async () => {
    const row = aRow(randomUUID())
    const write = (fails: boolean) =>
      database.db.transaction({ duty: 'rooms' }, now, async (tx) => {
        await saveInTransaction(tx.$client, row)
        if (fails) throw new Error('the rest of the act failed')
      })
    await expect(write(true)).rejects.toThrow('the rest of the act failed')
    expect(await rowsOf(row.roomId)).toBe(0)
    await write(false)
    const { tail, authors } = await createPostgresStore(pool).load(row.roomId)
    expect(tail.map(({ update }) => [...update])).toEqual([[...row.update]])
    expect([...authors.keys()]).toEqual(row.newAuthors)
  })

  test('[CO33] what is kept can be added to but neither changed nor deleted', async () => {
    await createPostgresStore(pool).append([aRow(randomUUID())])
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
    await createPostgresStore(pool).append([aRow(roomId)])
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

describe('damage in Postgres', () => {
  const asOwner = async (text: string, values: unknown[]) => {
    const owner = new pg.Client({ connectionString: database.ownerUrl })
    await owner.connect()
    try {
      await owner.query(text, values)
    } finally {
      await owner.end()
    }
  }
  const aStory = async (roomId: string) => {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update) => updates.push(update))
    for (const word of ['one ', 'two ', 'three ']) doc.getText('body').insert(doc.getText('body').length, word)
    const first = await createPostgresStore(pool).append(
      updates.map((update) => ({ ...aRow(roomId), newAuthors: [], update })),
    )
    return { first, state: Y.encodeStateAsUpdate(doc) }
  }
  const textOf = ({ snapshot, tail }: Awaited<ReturnType<ReturnType<typeof createPostgresStore>['load']>>) => {
    const doc = new Y.Doc()
    if (snapshot) Y.applyUpdate(doc, snapshot.state)
    for (const { update } of tail) Y.applyUpdate(doc, update)
    return doc.getText('body').toString()
  }
  /** One letter becomes another: it still decodes, and says something else. */
  const change = `overlay(update placing '\\x58'::bytea from position('wo'::bytea in update))`

  test('[CO47] a letter that was changed on the disk is found by its sum, and named by its number', async () => {
    const roomId = randomUUID()
    const { first } = await aStory(roomId)
    await asOwner(`update room_updates set update = ${change} where seq = $1`, [first + 1])
    world = await aWorld({ store: createPostgresStore(pool) })
    const hana = world.join(world.hana, { room: roomId })
    await vi.waitFor(() => expect(hana.text.toString()).toBe('one '))
    expect(world.events).toEqual([{ event: 'damaged', roomId, seq: first + 1 }])
  })

  test('[CO48] a damaged snapshot is not used: the one before it is, or else the log', async () => {
    const roomId = randomUUID()
    const { first, state } = await aStory(roomId)
    const store = createPostgresStore(pool)
    for (const upTo of [first + 1, first + 2]) await store.keepSnapshot(roomId, { upTo, state }, now)
    await asOwner(`update room_snapshots set sum = sum + 1 where room_id = $1 and up_to_seq = $2`, [roomId, first + 2])
    const older = await store.load(roomId)
    expect([older.snapshot?.upTo, older.damagedSnapshots]).toEqual([first + 1, [first + 2]])
    await asOwner(`update room_snapshots set sum = 0 where room_id = $1`, [roomId])
    const none = await store.load(roomId)
    expect([none.snapshot, none.damagedSnapshots]).toEqual([undefined, [first + 2, first + 1]])
    expect([textOf(older), textOf(none)]).toEqual(['one two three ', 'one two three '])
  })

  test('[CO39] two snapshots are kept, and none but the rooms may keep one', async () => {
    const roomId = randomUUID()
    const { first, state } = await aStory(roomId)
    for (const upTo of [first, first + 1, first + 2])
      await createPostgresStore(pool).keepSnapshot(roomId, { upTo, state }, now)
    const { rows } = await pool.query('select up_to_seq::int as seq from room_snapshots where room_id = $1', [roomId])
    expect(rows.map(({ seq }) => seq).sort()).toEqual([first + 1, first + 2])
    const stranger = { agencyId: newId<AgencyId>(), officerId: newId<OfficerId>() }
    const keeping = database.db.transaction(stranger, now, (tx) =>
      tx.execute(sql`select keep_room_snapshot(${roomId}, ${first + 9}, '\\x00', 0, ${now.toISOString()})`),
    )
    await expect(keeping).rejects.toMatchObject({ cause: { code: '42501' } })
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

const rowsOf = async (roomId: string) => (await createPostgresStore(pool).load(roomId)).tail.length

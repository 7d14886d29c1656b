import type { Announcement } from './announcement.ts'
import { SaveStatement } from './save-statement.ts'
import {
  AuthorTaken,
  Damaged,
  type NewUpdate,
  type RoomStore,
  type Snapshot,
  type StoredRoom,
  type StoredUpdate,
} from './store.ts'
import { isSound, sumOf } from './stored-bytes.ts'

/** What is needed of a Postgres client or pool, such as those of pg. */
export type Queries = {
  query<Row>(statement: { name?: string; text: string; values: unknown[] }): Promise<{ rows: Row[] }>
}

/**
 * Rooms in Postgres: an append-only log of updates, the owner of each client id, and snapshots beside the log. Every
 * statement is a transaction of its own. Takes a pool of pg, not a single client.
 */
export function createPostgresStore(pool: Queries, announce?: Announcement): RoomStore {
  return {
    async load(roomId): Promise<StoredRoom> {
      const log = await readLog(pool, roomId)
      const position = log.tail.at(-1)?.seq ?? log.snapshot?.upTo ?? 0
      return { ...log, position, authors: await findAuthors(pool, roomId) }
    },

    async append(batch, isTold) {
      try {
        const { rows } = await pool.query<{ first: string }>(new SaveStatement(batch, isTold ? announce : undefined))
        return Number(rows[0]!.first)
      } catch (cause) {
        if (cause instanceof Error && 'code' in cause && cause.code === authorTaken)
          throw new AuthorTaken(cause.message)
        throw cause
      }
    },

    async since(positions) {
      const { rows } = await pool.query<UpdateRow & { room_id: string }>({
        name: 'room-updates-since',
        text: `select u.room_id, u.seq, u.officer_id, u.agency_id, u.update, u.sum
          from unnest($1::uuid[], $2::bigint[]) as reached (room_id, position)
          join room_updates u on u.room_id = reached.room_id and u.seq > reached.position order by u.seq`,
        values: [positions.map(({ roomId }) => roomId), positions.map(({ position }) => position)],
      })
      return rows.map((row) => {
        if (!isSound(row.update, row.sum)) throw new Damaged(Number(row.seq))
        return { ...updateOf(row), roomId: row.room_id }
      })
    },

    async keepSnapshot(roomId, { upTo, state }, at) {
      const text = 'select keep_room_snapshot($1, $2, $3, $4, $5)'
      await pool.query({ text, values: [roomId, upTo, state, sumOf(state), at] })
    },
  }
}

const authorTaken = 'LB001'

/**
 * Saves an update that the host itself makes in the name of an officer, in the host's own transaction and under its duty
 * for rooms. Nobody else saves until that has ended, so it is to end at once; then the rooms have to be told to look.
 */
export async function saveInTransaction(transaction: Queries, update: NewUpdate): Promise<void> {
  const { text, values } = new SaveStatement([update], undefined)
  await transaction.query({ text, values })
}

/**
 * What is saved of rooms, in the caller's own transaction and with the caller's rights; of a room with a damaged update, what
 * was before it.
 */
export async function readRooms(
  transaction: Queries,
  roomIds: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array[]>> {
  const { rows } = await transaction.query<{ room_id: string; state: Buffer; sum: string | null }>({
    text: 'select room_id, state, sum from read_rooms($1::uuid[])',
    values: [[...roomIds]],
  })
  const held = Map.groupBy(rows, (row) => row.room_id)
  const rooms = new Map<string, Uint8Array[]>()
  for (const roomId of roomIds) {
    const kept = held.get(roomId) ?? []
    const isWhole = kept.every(({ state, sum }) => isSound(state, sum))
    rooms.set(roomId, isWhole ? kept.map(({ state }) => ownBytes(state)) : await readSoundPart(transaction, roomId))
  }
  return rooms
}

async function readSoundPart(transaction: Queries, roomId: string): Promise<Uint8Array[]> {
  const { snapshot, tail } = await readLog(transaction, roomId)
  return [...(snapshot ? [snapshot.state] : []), ...tail.map(({ update }) => update)]
}

async function readLog(queries: Queries, roomId: string) {
  const { snapshot, damagedSnapshots } = await findSnapshot(queries, roomId)
  const { rows } = await queries.query<UpdateRow>({
    text: `select seq, officer_id, agency_id, update, sum from room_updates
      where room_id = $1 and seq > $2 order by seq`,
    values: [roomId, snapshot?.upTo ?? 0],
  })
  const tail: StoredUpdate[] = []
  for (const row of rows) {
    const found = updateOf(row)
    if (!isSound(found.update, row.sum)) return { snapshot, tail, damagedSnapshots, damagedAt: found.seq }
    tail.push(found)
  }
  return { snapshot, tail, damagedSnapshots, damagedAt: undefined }
}

/** The newest snapshot that is as it was made; the log can do without any. */
async function findSnapshot(queries: Queries, roomId: string) {
  const damagedSnapshots: number[] = []
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const { rows } = await queries.query<{ up_to_seq: string; state: Buffer; sum: string | null }>({
      text: `select up_to_seq, state, sum from room_snapshots where room_id = $1 and up_to_seq < $2
        order by up_to_seq desc limit 1`,
      values: [roomId, before],
    })
    const row = rows[0]
    if (!row) return { snapshot: undefined, damagedSnapshots }
    const found: Snapshot = { upTo: Number(row.up_to_seq), state: ownBytes(row.state) }
    if (isSound(found.state, row.sum)) return { snapshot: found, damagedSnapshots }
    damagedSnapshots.push(found.upTo)
    before = found.upTo
  }
}

type UpdateRow = { seq: string; officer_id: string; agency_id: string; update: Buffer; sum: string | null }

const updateOf = ({ seq, officer_id, agency_id, update }: UpdateRow): StoredUpdate => ({
  seq: Number(seq),
  officerId: officer_id,
  agencyId: agency_id,
  update: ownBytes(update),
})

async function findAuthors(queries: Queries, roomId: string) {
  const { rows } = await queries.query<{ client_id: string; officer_id: string; agency_id: string }>({
    text: 'select client_id, officer_id, agency_id from room_authors where room_id = $1',
    values: [roomId],
  })
  return new Map(
    rows.map((row) => [Number(row.client_id), { officerId: row.officer_id, agencyId: row.agency_id }] as const),
  )
}

/** pg hands out slices of its receive buffer, which would stay in memory as long as the slice. */
const ownBytes = (bytes: Buffer): Uint8Array => new Uint8Array(bytes)

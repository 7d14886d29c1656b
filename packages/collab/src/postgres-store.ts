import type { Database, Tx } from '@lianban/db'
import { type Clock, makeMonotonicClock } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import { AuthorTaken, type NewUpdate, type RoomStore } from './store.ts'

const duty = { duty: 'rooms' } as const

/** Rooms in Postgres: an append-only log of updates, the owner of each client id, and snapshots where they were made. */
export function createPostgresStore(db: Database, clock: Clock = makeMonotonicClock()): RoomStore {
  return {
    load: (roomId) =>
      db.transaction(duty, clock.now(), async (tx) => {
        const snapshot = await findSnapshot(tx, roomId)
        const tail = await listUpdates(tx, roomId, snapshot?.seq ?? 0n)
        return {
          state: snapshot?.state,
          tail: tail.map(({ update }) => update),
          authors: await findAuthors(tx, roomId),
          lastSeq: tail.at(-1)?.seq ?? snapshot?.seq ?? 0n,
        }
      }),

    append: (batch) =>
      db.transaction(duty, clock.now(), async (tx) => {
        await bindAuthors(tx, batch)
        await insertUpdates(tx, batch)
      }),
  }
}

/** What is saved of a room, in the caller's own transaction and with the caller's rights. */
export async function readRooms(tx: Tx, roomIds: readonly string[]): Promise<ReadonlyMap<string, Uint8Array[]>> {
  const { rows } = await tx.execute<{ room_id: string; state: Buffer }>(
    sql`select room_id, state from read_rooms(${sql.param([...roomIds])}::uuid[])`,
  )
  const held = Map.groupBy(rows, (row) => row.room_id)
  return new Map(roomIds.map((id) => [id, (held.get(id) ?? []).map(({ state }) => ownBytes(state))]))
}

async function findSnapshot(tx: Tx, roomId: string): Promise<{ seq: bigint; state: Uint8Array } | undefined> {
  const { rows } = await tx.execute<{ up_to_seq: string; state: Buffer }>(
    sql`select up_to_seq, state from room_snapshots where room_id = ${roomId} order by up_to_seq desc limit 1`,
  )
  return rows[0] && { seq: BigInt(rows[0].up_to_seq), state: ownBytes(rows[0].state) }
}

async function listUpdates(tx: Tx, roomId: string, after: bigint): Promise<{ seq: bigint; update: Uint8Array }[]> {
  const { rows } = await tx.execute<{ seq: string; update: Buffer }>(
    sql`select seq, update from room_updates where room_id = ${roomId} and seq > ${after} order by seq`,
  )
  return rows.map(({ seq, update }) => ({ seq: BigInt(seq), update: ownBytes(update) }))
}

async function findAuthors(tx: Tx, roomId: string) {
  const { rows } = await tx.execute<{ client_id: string; officer_id: string; agency_id: string }>(
    sql`select client_id, officer_id, agency_id from room_authors where room_id = ${roomId}`,
  )
  return new Map(
    rows.map((row) => [Number(row.client_id), { officerId: row.officer_id, agencyId: row.agency_id }] as const),
  )
}

/** The primary key decides who was first, also between two processes. */
async function bindAuthors(tx: Tx, batch: readonly NewUpdate[]): Promise<void> {
  const claims = batch.flatMap(({ newAuthors, ...row }) => newAuthors.map((clientId) => ({ ...row, clientId })))
  if (claims.length === 0) return
  const claimed = sql`unnest(
    ${column(claims, (claim) => claim.roomId)}::uuid[], ${column(claims, (claim) => claim.clientId)}::bigint[],
    ${column(claims, (claim) => claim.officerId)}::uuid[], ${column(claims, (claim) => claim.agencyId)}::uuid[],
    ${column(claims, (claim) => claim.at)}::timestamptz[]) as claimed (room_id, client_id, officer_id, agency_id, bound_at)`
  await tx.execute(sql`insert into room_authors (room_id, client_id, officer_id, agency_id, bound_at)
    select room_id, client_id, officer_id, agency_id, bound_at from ${claimed} on conflict do nothing`)
  const { rows } = await tx.execute(sql`select 1 from ${claimed} join room_authors a using (room_id, client_id)
    where (a.officer_id, a.agency_id) is distinct from (claimed.officer_id, claimed.agency_id) limit 1`)
  if (rows.length > 0) throw new AuthorTaken('a client id of this batch belongs to another officer')
}

async function insertUpdates(tx: Tx, batch: readonly NewUpdate[]): Promise<void> {
  await tx.execute(sql`insert into room_updates (room_id, officer_id, agency_id, session_id, update, saved_at)
    select room_id, officer_id, agency_id, session_id, update, saved_at from unnest(
      ${column(batch, (row) => row.roomId)}::uuid[], ${column(batch, (row) => row.officerId)}::uuid[],
      ${column(batch, (row) => row.agencyId)}::uuid[], ${column(batch, (row) => row.sessionId)}::uuid[],
      ${column(batch, (row) => row.update)}::bytea[], ${column(batch, (row) => row.at)}::timestamptz[])
      with ordinality as row (room_id, officer_id, agency_id, session_id, update, saved_at, place)
    order by place`)
}

/** One array parameter for a whole column, so that a batch of any size is the same statement. */
const column = <Row>(rows: readonly Row[], value: (row: Row) => unknown) => sql`${sql.param(rows.map(value))}`

/** pg hands out slices of its receive buffer, which would stay in memory as long as the slice. */
const ownBytes = (bytes: Buffer): Uint8Array => new Uint8Array(bytes)

import type { Queries } from './postgres-store.ts'
import type { Author, StoredUpdate } from './store.ts'
import { isSound } from './stored-bytes.ts'

/** One update of the raw log, with the instant at which it was saved. */
export type LoggedUpdate = StoredUpdate & { readonly savedAt: Date }

type Row = {
  seq: string
  officer_id: string
  agency_id: string
  saved_at: Date
  update: Buffer
  sum: string | null
}

/**
 * The raw log of a room after a number, as it was saved and before anything was compacted, in the caller's own
 * transaction and with the caller's rights; up to the damage where there is one. A stretch shorter than asked is the last.
 */
export async function readRoomLog(
  transaction: Queries,
  roomId: string,
  { after, atMost }: { readonly after: number; readonly atMost: number },
): Promise<LoggedUpdate[]> {
  const { rows } = await transaction.query<Row>({
    text: 'select seq, officer_id, agency_id, saved_at, update, sum from read_room_log($1, $2, $3)',
    values: [roomId, after, atMost],
  })
  const damaged = rows.findIndex(({ update, sum }) => !isSound(update, sum))
  return rows.slice(0, damaged === -1 ? rows.length : damaged).map((row) => ({
    seq: Number(row.seq),
    officerId: row.officer_id,
    agencyId: row.agency_id,
    savedAt: row.saved_at,
    update: row.update,
  }))
}

/** Whom each client id of a room belongs to, and whether the caller may know of the room at all. */
export async function readRoomAuthors(
  transaction: Queries,
  roomId: string,
): Promise<ReadonlyMap<number, Author> | undefined> {
  const { rows: asked } = await transaction.query<{ opens: boolean }>({
    text: 'select opens_room($1) as opens',
    values: [roomId],
  })
  if (!asked[0]?.opens) return undefined
  const { rows } = await transaction.query<{ client_id: string; officer_id: string; agency_id: string }>({
    text: 'select client_id, officer_id, agency_id from read_room_authors($1)',
    values: [roomId],
  })
  return new Map(
    rows.map((row) => [Number(row.client_id), { officerId: row.officer_id, agencyId: row.agency_id }] as const),
  )
}

/** The update after a number, if it is not what was saved. */
export async function damageAfter(transaction: Queries, roomId: string, after: number): Promise<number | undefined> {
  const { rows } = await transaction.query<Row>({
    text: 'select seq, update, sum from read_room_log($1, $2, 1)',
    values: [roomId, after],
  })
  const row = rows[0]
  return row && !isSound(row.update, row.sum) ? Number(row.seq) : undefined
}

/** How many updates a room has in the caller's eyes, and how many of them up to a number. */
export async function countRoomLog(
  transaction: Queries,
  roomId: string,
  upTo: number,
): Promise<{ readonly done: number; readonly total: number }> {
  const { rows } = await transaction.query<{ done: string; total: string }>({
    text: 'select count(*) filter (where seq <= $2) as done, count(*) as total from read_room_log($1, 0, 2147483647)',
    values: [roomId, upTo],
  })
  return { done: Number(rows[0]!.done), total: Number(rows[0]!.total) }
}

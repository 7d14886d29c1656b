import type { Database } from '@lianban/db'
import { type SQL, sql } from 'drizzle-orm'
import { columnsSql } from './columns.ts'
import { hashesIn } from './growing-log.ts'
import { pages } from './pages.ts'
import { tileWidth } from './tile.ts'
import { type Held, type LoggedEntry, type RecordedHead, type Verdict, verifyLog, type WaitingEntry } from './verify.ts'

const pageSize = 2000
const pageOfEntries = tileWidth * 8
const pageOfTiles = 32

/** Verifies the log of a database while it goes on growing, a page at a time. */
export async function verifyDatabase(db: Database, held: Held = {}): Promise<Verdict> {
  const read: Read = async (query) =>
    (await db.transaction({ duty: 'verifier' }, new Date(), (tx) => tx.execute<never>(query))).rows
  // One statement, one snapshot: what comes later belongs to the next verification.
  const [until] = await read<{ leaves: string; size: string; signed: string }>(sql`
    select (select coalesce(max(leaf_index) + 1, 0) from audit_leaves) as leaves,
           (select coalesce(max(size), 0) from audit_heads) as size,
           (select coalesce(max(size), 0) from audit_checkpoints) as signed`)
  return verifyLog(
    {
      entries: pages<LoggedEntry>((last) => entriesFrom(read, (last?.index ?? -1) + 1, Number(until!.leaves))),
      heads: pages<RecordedHead>(async (last) => {
        const rows = await read<{ size: string; root_hash: Buffer }>(sql`
          select size, root_hash from audit_heads
          where size > ${last?.size ?? 0} and size <= ${until!.size} order by size limit ${pageSize}`)
        return rows.map((row) => ({ size: Number(row.size), rootHash: row.root_hash }))
      }),
      checkpoints: pages(async (last: { size: number; note: string } | undefined) => {
        const rows = await read<{ size: string; note: string }>(sql`
          select size, note from audit_checkpoints
          where size > ${last?.size ?? 0} and size <= ${until!.signed} order by size limit ${pageSize}`)
        return rows.map(({ size, note }) => ({ size: Number(size), note }))
      }),
      tiles: (level) =>
        pages(async (last: { tile: number; hashes: Buffer } | undefined) => {
          const rows = await read<{ tile: string; hashes: Buffer }>(sql`
            select tile, hashes from audit_tiles
            where level = ${level} and tile > ${last?.tile ?? -1} order by tile limit ${pageOfTiles}`)
          return rows.map(({ tile, hashes }) => ({ tile: Number(tile), hashes }))
        }),
      waiting: pages(async (last: (WaitingEntry & { arrival: string }) | undefined) =>
        read<WaitingEntry & { arrival: string }>(sql`
          select arrival, body::jsonb ->> 'id' as "entryId", body from audit_intake
          where arrival > ${last?.arrival ?? 0} order by arrival limit ${pageSize}`),
      ),
    },
    held,
  )
}

type Read = <Row extends object>(query: SQL) => Promise<Row[]>
type Joined = {
  entries: number
  first_read: string
  last_read: string
  bodies: string
  hashes: Buffer
  columns: string
}

/**
 * Entries joined into one row, which costs the driver a small part of what a row each costs. Canonical bodies have no line
 * breaks; where the parts do not fit together, somebody wrote past the program, and the rows are read one by one.
 */
async function entriesFrom(read: Read, first: number, end: number): Promise<LoggedEntry[]> {
  if (first >= end) return []
  const [joined] = await read<Joined>(
    sql`select * from read_audit_page(${first}::bigint, ${end}::bigint, ${pageOfEntries})`,
  )
  if (!joined?.entries) return []
  const { entries, bodies, hashes, columns } = joined
  const parts = { body: bodies.split('\n'), leafHash: hashesIn(hashes), columns: columns.split('\n') }
  const isPlain = Object.values(parts).every((part) => part.length === entries)
  if (isPlain && Number(joined.first_read) === first && Number(joined.last_read) === first + entries - 1)
    return parts.body.map((body, i) => ({
      index: first + i,
      body,
      leafHash: parts.leafHash[i]!,
      columns: parts.columns[i]!,
    }))
  const rows = await read<{ leaf_index: string; leaf_hash: Buffer; body: string; columns: string }>(
    sql`select leaf_index, leaf_hash, body, ${sql.raw(columnsSql)} as columns
      from audit_leaves where leaf_index >= ${first} and leaf_index < ${end} order by leaf_index limit ${pageOfEntries}`,
  )
  return rows.map((row) => ({
    index: Number(row.leaf_index),
    leafHash: row.leaf_hash,
    body: row.body,
    columns: row.columns,
  }))
}

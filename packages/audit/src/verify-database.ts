import { copyOut, type Database } from '@lianban/db'
import { type SQL, sql } from 'drizzle-orm'
import { entriesQuery } from './copied-rows.ts'
import { entriesInRows } from './entry-rows.ts'
import { pages } from './pages.ts'
import type { LoggedEntry } from './reckoning.ts'
import { tileWidth } from './tile.ts'
import { type Held, type RecordedHead, type Verdict, verifyLog, type WaitingEntry } from './verify.ts'

const pageSize = 2000
const pageOfEntries = tileWidth * 8
const pagesAhead = 2
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
  const copied = (first: number, end: number) =>
    db.transaction({ duty: 'verifier' }, new Date(), (tx) => copyOut(tx, entriesQuery(first, end)))
  return verifyLog(
    {
      entries: rowsUntil(Number(until!.leaves), copied),
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

/** Entries in pieces; the rows of the next pages are fetched while the caller works on one. */
async function* rowsUntil(
  size: number,
  fetch: (first: number, end: number) => Promise<Buffer[]>,
): AsyncGenerator<Iterable<LoggedEntry>> {
  const ahead: Promise<Buffer[]>[] = []
  for (let first = 0; first < size || ahead.length > 0; ) {
    for (; first < size && ahead.length < pagesAhead; first += pageOfEntries) {
      const page = fetch(first, Math.min(first + pageOfEntries, size))
      // Its failure is met when it is awaited below; a caller that stops early must not leave it unhandled.
      page.catch(() => {})
      ahead.push(page)
    }
    for (const rows of await ahead.shift()!) yield entriesInRows(rows)
  }
}

type Read = <Row extends object>(query: SQL) => Promise<Row[]>

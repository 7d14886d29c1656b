import type { Database } from '@lianban/db'
import { type SQL, sql } from 'drizzle-orm'
import { columnsSql } from './columns.ts'
import { hashesIn } from './growing-log.ts'
import { pages } from './pages.ts'
import { tileWidth } from './tile.ts'
import { type Held, type LoggedEntry, type RecordedHead, type Verdict, verifyLog, type WaitingEntry } from './verify.ts'

const pageSize = 2000
const pageOfEntries = tileWidth * 4
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
  return verifyLog(
    {
      entries: entriesUntil(Number(until!.leaves), (first, end) => entriesFrom(read, first, end)),
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

/** Pages of entries, of which the next ones are fetched while the caller works on one. */
async function* entriesUntil(
  size: number,
  fetch: (first: number, end: number) => Promise<LoggedEntry[]>,
): AsyncGenerator<LoggedEntry[]> {
  const ahead: Promise<LoggedEntry[]>[] = []
  for (let first = 0; first < size || ahead.length > 0; ) {
    for (; first < size && ahead.length < pagesAhead; first += pageOfEntries) {
      const page = fetch(first, Math.min(first + pageOfEntries, size))
      // Its failure is met when it is awaited below; a caller that stops early must not leave it unhandled.
      page.catch(() => {})
      ahead.push(page)
    }
    yield await ahead.shift()!
  }
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
type Alone = { leaf_index: string; leaf_hash: Buffer; body: string; columns: string }

/**
 * Entries joined into rows of many, which costs the driver a small part of what a row each costs. Canonical bodies have no
 * line breaks; where the parts do not fit together, somebody wrote past the program, and the entries are read one by one.
 */
async function entriesFrom(read: Read, first: number, end: number): Promise<LoggedEntry[]> {
  const rows = await read<Joined>(sql`select * from read_audit_page(${first}::bigint, ${end}::bigint)`)
  const entries = rows.map(entriesIn)
  if (entries.every((page) => page !== undefined)) return entries.flat()
  const alone = await read<Alone>(
    sql`select leaf_index, leaf_hash, body, ${sql.raw(columnsSql)} as columns
      from audit_leaves where leaf_index >= ${first} and leaf_index < ${end} order by leaf_index`,
  )
  return alone.map(({ leaf_index, leaf_hash, body, columns }) => ({
    index: Number(leaf_index),
    leafHash: leaf_hash,
    body,
    columns,
  }))
}

function entriesIn({ entries, bodies, ...joined }: Joined): LoggedEntry[] | undefined {
  const first = Number(joined.first_read)
  const leafHashes = hashesIn(joined.hashes)
  const columns = joined.columns.split('\n')
  const [lines, bytes] = [bodies.split('\n'), Buffer.from(bodies)]
  const found: LoggedEntry[] = []
  for (let [at, next] = [0, 0]; next >= 0; at = next) {
    next = bytes.indexOf(lineBreak, at + 1)
    bytes[at] = 0
    const prefixed = bytes.subarray(at, next < 0 ? bytes.length : next)
    const [leafHash, line] = [leafHashes[found.length], columns[found.length]]
    if (!leafHash || line === undefined) return undefined
    found.push({
      index: first + found.length,
      body: lines[found.length + 1]!,
      prefixed,
      leafHash,
      columns: line,
    })
  }
  const isWhole = [leafHashes, columns, found].every(({ length }) => length === entries)
  return isWhole && Number(joined.last_read) === first + entries - 1 ? found : undefined
}

const lineBreak = '\n'.charCodeAt(0)

import type { Database } from '@lianban/db'
import { type SQL, sql } from 'drizzle-orm'
import { type LoggedEntry, type RecordedHead, type UnloggedEntry, type Verdict, verifyLog } from './verify.ts'

const pageSize = 2000
const noId = '00000000-0000-0000-0000-000000000000'

/** Verifies the log of a database while it goes on growing, a page at a time. */
export async function verifyDatabase(db: Database, held: readonly RecordedHead[] = []): Promise<Verdict> {
  const read = async <Row extends Record<string, unknown>>(query: SQL) =>
    (await db.transaction({ duty: 'verifier' }, new Date(), (tx) => tx.execute<Row>(query))).rows
  // One statement, one snapshot: later heads and leaves belong to the next verification.
  const [until] = await read<{ leaves: string; size: string }>(sql`
    select (select coalesce(max(leaf_index) + 1, 0) from audit_leaves) as leaves,
           (select coalesce(max(size), 0) from audit_heads) as size`)

  const entries = pages<LoggedEntry>(async (last) => {
    const rows = await read<{ leaf_index: string; entry_id: string; leaf_hash: Buffer; body: string | null }>(sql`
      select l.leaf_index, l.entry_id, l.leaf_hash, e.body
      from audit_leaves l left join audit_entries e on e.id = l.entry_id
      where l.leaf_index > ${last?.index ?? -1} and l.leaf_index < ${until!.leaves}
      order by l.leaf_index limit ${pageSize}`)
    return rows.map((row) => ({
      index: Number(row.leaf_index),
      entryId: row.entry_id,
      leafHash: row.leaf_hash,
      body: row.body,
    }))
  })
  const heads = pages<RecordedHead>(async (last) => {
    const rows = await read<{ size: string; root_hash: Buffer }>(sql`
      select size, root_hash from audit_heads
      where size > ${last?.size ?? 0} and size <= ${until!.size} order by size limit ${pageSize}`)
    return rows.map((row) => ({ size: Number(row.size), rootHash: row.root_hash }))
  })
  const unlogged = pages<UnloggedEntry>(async (last) => {
    const rows = await read<{ id: string; body: string | null; is_queued: boolean }>(sql`
      select * from (
        select e.id, e.body, exists (select from audit_queue q where q.entry_id = e.id) as is_queued
        from audit_entries e where not exists (select from audit_leaves l where l.entry_id = e.id)
        union all
        select q.entry_id, null, true
        from audit_queue q where not exists (select from audit_entries e where e.id = q.entry_id)) as unlogged
      where id > ${last?.entryId ?? noId} order by id limit ${pageSize}`)
    return rows.map((row) => ({ entryId: row.id, body: row.body, isQueued: row.is_queued }))
  })
  return verifyLog({ entries, heads, unlogged }, held)
}

/** Keyset pages; the next is fetched while the caller works on the one before. */
async function* pages<Item>(fetchAfter: (last: Item | undefined) => Promise<Item[]>): AsyncGenerator<Item[]> {
  let page = await fetchAfter(undefined)
  while (page.length > 0) {
    const following = page.length < pageSize ? Promise.resolve([]) : fetchAfter(page.at(-1))
    // Its failure is met when it is awaited below; a caller that stops early must not leave it unhandled.
    following.catch(() => {})
    yield page
    page = await following
  }
}

import type { Database, Tx } from '@lianban/db'
import { sql } from 'drizzle-orm'
import type { ReadTile } from './tile.ts'

/** A signed note over the log at a size. */
export type SignedHead = { readonly size: number; readonly note: string }

/** The newest checkpoint, or the newest up to a size. */
export async function newestCheckpoint(
  tx: Tx,
  upTo: number = Number.MAX_SAFE_INTEGER,
): Promise<SignedHead | undefined> {
  const { rows } = await tx.execute<{ size: string; note: string }>(
    sql`select size, note from audit_checkpoints where size <= ${upTo} order by size desc limit 1`,
  )
  return rows[0] && { size: Number(rows[0].size), note: rows[0].note }
}

/** Tiles of the log, for whoever asks: hashes tell nothing of what was done, so one question without a context is enough. */
export const tilesOfDatabase =
  (db: Database): ReadTile =>
  async ({ level, tile, width }) => {
    const { rows } = await db.pool.query<{ hashes: Buffer | null }>({
      name: 'audit_tile',
      text: 'select audit_tile($1::int, $2::bigint, $3::int) as hashes',
      values: [level, tile, width],
    })
    return rows[0]?.hashes ?? undefined
  }

/** The entries under a tile of leaf hashes, each after its length in two bytes (C2SP tlog-tiles). */
export async function readBundle(tx: Tx, tile: number, width: number): Promise<Uint8Array | undefined> {
  const { rows } = await tx.execute<{ count: number; bundle: Buffer | null }>(sql`
    select count(*)::int as count, string_agg(substring(int4send(octet_length(body)) from 3) || convert_to(body, 'UTF8'), ''::bytea
      order by leaf_index) as bundle
    from audit_leaves where leaf_index >= ${tile * 256} and leaf_index < ${tile * 256 + width}`)
  return rows[0]?.count === width ? (rows[0].bundle ?? undefined) : undefined
}

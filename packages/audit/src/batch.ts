import type { PoolClient } from 'pg'
import { type GrowingLog, growFrom, hashesIn } from './growing-log.ts'
import { makeTree } from './merkle.ts'
import type { Signer } from './signer.ts'
import { makeTileWriter } from './tile-writer.ts'

export const batchSize = 1000

type HeadRow = { size: string; root_hash: Buffer; leaves: string | null; tiles: string | null; signed: string | null }

/** The log as the last head left it, and the size of the last checkpoint. */
export async function loadLog(client: PoolClient): Promise<GrowingLog & { readonly signedSize: number }> {
  return asSequencer(client, new Date(), async () => {
    const { rows } = await client.query<HeadRow>(
      `select size, root_hash, (select max(leaf_index) + 1 from audit_leaves) as leaves,
         (select max(tile) + 1 from audit_tiles where level = 0) as tiles, (select max(size) from audit_checkpoints) as signed
       from audit_heads order by size desc limit 1`,
    )
    const head = rows[0]
    if (!head) return { ...(await growFrom(undefined, async () => undefined)), signedSize: 0 }
    if (head.leaves !== head.size)
      throw new Error(`audit head of ${head.size} entries stands over ${head.leaves} leaves`)
    const [size, signedSize] = [Number(head.size), Number(head.signed ?? 0)]
    if (size >= 256 && head.tiles === null) return { ...(await replay(client)), signedSize }
    const log = await growFrom({ size, rootHash: head.root_hash }, async ({ level, tile, width }) => {
      const found = await client.query<{ hashes: Buffer | null }>('select audit_tile($1, $2, $3) as hashes', [
        level,
        tile,
        width,
      ])
      return found.rows[0]?.hashes ?? undefined
    })
    return { ...log, signedSize }
  })
}

/** A log from before there were tiles: they are made from its leaves, and written with the next batch. */
async function replay(client: PoolClient): Promise<GrowingLog> {
  const tiles = makeTileWriter([])
  const tree = makeTree(undefined, tiles.completed)
  for (;;) {
    const { rows } = await client.query<{ leaf_hash: Buffer }>(
      'select leaf_hash from audit_leaves where leaf_index >= $1 order by leaf_index limit 10000',
      [tree.size],
    )
    if (rows.length === 0) return { tree, tiles }
    for (const row of rows) tree.append(row.leaf_hash)
  }
}

/**
 * Takes the longest-waiting entries into the tree and answers how many, with a head over them and, where a signer is
 * given, a checkpoint of it. After an error the log must be loaded again.
 */
export async function sequenceBatch(
  client: PoolClient,
  { tree, tiles }: GrowingLog,
  { now, signer }: { readonly now: Date; readonly signer?: Signer | undefined },
): Promise<number> {
  const sent = await client.query<{ first_index: string; taken: number; leaf_hashes: Buffer | null }>(
    `${opening(now)}; select * from take_audit_entries(${batchSize})`,
  )
  const taken = (sent as unknown as (typeof sent)[])[2]!.rows[0]!
  if (taken.taken === 0) {
    await client.query('commit')
    return 0
  }
  if (Number(taken.first_index) !== tree.size)
    throw new Error(`entries from ${taken.first_index} on do not go on from a log of ${tree.size}`)
  for (const hash of hashesIn(taken.leaf_hashes!)) tree.append(hash)
  const complete = tiles.taken()
  await client.query(
    [
      ...complete.map(
        ({ level, tile, hashes, rootHash }) =>
          `insert into audit_tiles values (${level}, ${tile}, ${hex(hashes)}, ${hex(rootHash)})`,
      ),
      `insert into audit_heads (size, root_hash, at) values (${tree.size}, ${hex(tree.root())}, '${now.toISOString()}')`,
      ...(signer ? [checkpointing(client, signer, tree, now)] : []),
      'commit',
    ].join(';'),
  )
  return taken.taken
}

/** Signs the last head, where nothing came after it for a while. */
export async function signHead(client: PoolClient, { tree }: GrowingLog, signer: Signer, now: Date): Promise<void> {
  await client.query([opening(now), checkpointing(client, signer, tree, now), 'commit'].join(';'))
}

const checkpointing = (client: PoolClient, signer: Signer, tree: GrowingLog['tree'], now: Date): string =>
  `insert into audit_checkpoints values (${tree.size}, ${client.escapeLiteral(
    signer.checkpoint({ size: tree.size, rootHash: tree.root() }),
  )}, '${now.toISOString()}') on conflict do nothing`

const hex = (bytes: Uint8Array): string => `'\\x${Buffer.from(bytes).toString('hex')}'`

const opening = (now: Date): string =>
  `begin; select set_config('lianban.duty', 'sequencer', true), set_config('lianban.now', '${now.toISOString()}', true)`

async function asSequencer<T>(client: PoolClient, now: Date, work: () => Promise<T>): Promise<T> {
  await client.query(opening(now))
  const result = await work()
  await client.query('commit')
  return result
}

import { equalBytes } from '@lianban/kernel/digest'
import type { PoolClient } from 'pg'
import { leafHash, makeTree, type Tree } from './merkle.ts'

export const batchSize = 1000

/** The tree as the last head left it. A head that does not add up is a fault: going on from it would sign the damage. */
export async function loadTree(client: PoolClient): Promise<Tree> {
  const { rows } = await asSequencer(client, new Date(), () =>
    client.query<{ size: string; root_hash: Buffer; right_edge: Buffer; leaves: string }>(
      `select h.size, h.root_hash, h.right_edge, (select max(leaf_index) + 1 from audit_leaves) as leaves
       from audit_heads h order by h.size desc limit 1`,
    ),
  )
  const head = rows[0]
  if (!head) return makeTree()
  const tree = makeTree({ size: Number(head.size), subtrees: cut(head.right_edge) })
  if (head.leaves !== head.size) throw new Error(`audit head of ${head.size} entries stands over ${head.leaves} leaves`)
  if (!equalBytes(tree.root(), head.root_hash))
    throw new Error(`audit head of ${head.size} entries has a right edge of another root`)
  return tree
}

/** Takes the longest-waiting entries into the tree and answers how many. After an error the tree must be loaded again. */
export async function sequenceBatch(client: PoolClient, tree: Tree, now: Date): Promise<number> {
  return asSequencer(client, now, async () => {
    const { rows } = await client.query<{ arrival: string; id: string; body: string }>(
      `select q.arrival, e.id, e.body from audit_queue q join audit_entries e on e.id = q.entry_id
       order by q.arrival limit $1`,
      [batchSize],
    )
    if (rows.length === 0) return 0
    const first = tree.size
    const hashes = rows.map((row) => leafHash(row.body))
    for (const hash of hashes) tree.append(hash)
    await client.query(
      `with taken as (delete from audit_queue where arrival = any ($1::bigint[])),
         leaves as (insert into audit_leaves (leaf_index, entry_id, leaf_hash)
           select $2::bigint + ordinality - 1, entry_id, leaf_hash
           from unnest($3::uuid[], $4::bytea[]) with ordinality as leaf (entry_id, leaf_hash, ordinality))
       insert into audit_heads (size, root_hash, right_edge, at) values ($5, $6, $7, $8)`,
      [
        rows.map((row) => row.arrival),
        first,
        rows.map((row) => row.id),
        hashes,
        tree.size,
        tree.root(),
        Buffer.concat(tree.edge().subtrees),
        now,
      ],
    )
    return rows.length
  })
}

async function asSequencer<T>(client: PoolClient, now: Date, work: () => Promise<T>): Promise<T> {
  await client.query(`begin; select set_config('lianban.duty', 'sequencer', true),
    set_config('lianban.now', '${now.toISOString()}', true)`)
  const result = await work()
  await client.query('commit')
  return result
}

const cut = (edge: Buffer): Buffer[] =>
  Array.from({ length: edge.length / 32 }, (_, i) => edge.subarray(i * 32, i * 32 + 32))

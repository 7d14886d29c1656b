import {
  leafHash,
  makeTileProofs,
  type TileProofs,
  tilesOfDatabase,
  verifyConsistency,
  verifyInclusion,
} from '@lianban/audit'
import { type Embedded, openDatabase } from '@lianban/db'
import pg from 'pg'
import type { Measured } from '../measurement.ts'

const turns = 400

/** Proofs of inclusion and consistency from the tiles in the database, some of them verified. */
export async function measureProofs({ ownerUrl, programUrl }: Embedded, size: number): Promise<Measured> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const db = openDatabase({ url: programUrl, maxConnections: 2 })
  const proofs = makeTileProofs(tilesOfDatabase(db))
  const root = await proofs.root(size)
  const found = { inclusion: [] as number[], consistency: [] as number[] }
  for (let turn = 0; turn < turns; turn++) {
    const index = Math.floor(((turn * 7919) % 1000) * (size / 1000))
    const inclusion = await timed(found.inclusion, () => proofs.inclusion(index, size))
    const consistency = await timed(found.consistency, () => proofs.consistency(index + 1, size))
    if (turn % 40 > 0) continue
    const { rows } = await owner.query<{ body: string }>('select body from audit_leaves where leaf_index = $1', [index])
    const isIn = verifyInclusion({ leaf: leafHash(rows[0]!.body), index, size, proof: inclusion, root })
    const earlier = { size: index + 1, root: await proofs.root(index + 1) }
    if (!isIn || !verifyConsistency({ earlier, later: { size, root }, proof: consistency }))
      throw new Error('a proof fails')
  }
  await owner.end()
  await db.close()
  const row = (proof: string, times: readonly number[]) => ({
    proof: `${proof}, from tiles`,
    median_us: at(times, 0.5),
    p95_us: at(times, 0.95),
  })
  return {
    rows: [row('inclusion', found.inclusion), row('consistency', found.consistency)],
    summary: { proof_us: at(found.inclusion, 0.5) },
  }
}

async function timed(times: number[], prove: () => ReturnType<TileProofs['inclusion']>): Promise<Uint8Array[]> {
  const start = performance.now()
  const proof = await prove()
  times.push((performance.now() - start) * 1000)
  return proof
}

const at = (values: readonly number[], part: number): number =>
  Math.round(values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)]!)

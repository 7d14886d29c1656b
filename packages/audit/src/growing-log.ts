import { equalBytes } from '@lianban/kernel/digest'
import { makeTree, type RightEdge, rootOf, type Tree } from './merkle.ts'
import { type ReadTile, tileWidth } from './tile.ts'
import { makeTileWriter, type TileWriter } from './tile-writer.ts'

/** The log as a sequencer goes on with it: the tree, and the tiles that are being filled. */
export type GrowingLog = { readonly tree: Tree; readonly tiles: TileWriter }

/** The log as its last head left it. Hashes that do not add up to the head are a fault: going on would sign the damage. */
export async function growFrom(
  head: { readonly size: number; readonly rootHash: Uint8Array } | undefined,
  read: ReadTile,
): Promise<GrowingLog> {
  const partial: Uint8Array[][] = []
  for (let [level, hashes] = [0, head?.size ?? 0]; hashes > 0; level++, hashes = Math.floor(hashes / tileWidth)) {
    const width = hashes % tileWidth
    const tile = { level, tile: Math.floor(hashes / tileWidth), width }
    const bytes = width === 0 ? new Uint8Array() : await read(tile)
    if (bytes?.length !== width * 32) throw new Error(`audit tile ${JSON.stringify(tile)} is missing`)
    partial.push(hashesIn(bytes))
  }
  const tiles = makeTileWriter(partial)
  const tree = makeTree(rightEdge(head?.size ?? 0, partial), tiles.completed)
  if (head && !equalBytes(tree.root(), head.rootHash))
    throw new Error(`audit head of ${head.size} entries has tiles of another root`)
  return { tree, tiles }
}

export const hashesIn = (tile: Uint8Array): Uint8Array[] =>
  Array.from({ length: tile.length / 32 }, (_, i) => tile.subarray(i * 32, i * 32 + 32))

/** The largest subtrees stand in the highest tile; within a tile they are cut off from the left, the largest first. */
function rightEdge(size: number, partial: readonly (readonly Uint8Array[])[]): RightEdge {
  const subtrees: Uint8Array[] = []
  for (const hashes of partial.toReversed())
    for (let [at, width] = [0, tileWidth / 2]; width >= 1; width /= 2)
      if (hashes.length & width) {
        subtrees.push(rootOf(hashes.slice(at, at + width)))
        at += width
      }
  return { size, subtrees }
}

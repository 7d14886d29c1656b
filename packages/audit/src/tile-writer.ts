import { joined } from './bytes.ts'
import type { Completed } from './merkle.ts'
import { tileWidth } from './tile.ts'

/** A complete tile and the root over it, which is one hash of the level above. */
export type CompleteTile = {
  readonly level: number
  readonly tile: number
  readonly hashes: Uint8Array
  readonly rootHash: Uint8Array
}

export type TileWriter = {
  /** For the tree: each hash that stands in a tile is the root of a subtree whose height is a multiple of eight. */
  readonly completed: Completed
  /** The tiles that were completed since this was asked last. */
  taken(): CompleteTile[]
}

/** Gathers the hashes of a growing tree into tiles. `partial` holds the hashes of the incomplete tile of each level. */
export function makeTileWriter(partial: readonly (readonly Uint8Array[])[]): TileWriter {
  const rows = partial.map((hashes) => [...hashes])
  let done: CompleteTile[] = []
  return {
    completed(height, index, hash) {
      if (height % 8 > 0) return
      const level = height / 8
      if (height > 0 && rows[level - 1]!.length === tileWidth)
        done.push({ level: level - 1, tile: index, hashes: joined(...rows[level - 1]!.splice(0)), rootHash: hash })
      rows[level] ??= []
      rows[level].push(hash)
    },
    taken() {
      const tiles = done
      done = []
      return tiles
    },
  }
}

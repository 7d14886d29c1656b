import { type Completed, hashAt } from './merkle.ts'
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
  const rows = partial.map((hashes) => {
    const row = makeRow()
    for (const hash of hashes) row.push(hash, 0)
    return row
  })
  let done: CompleteTile[] = []
  return {
    completed(height, index, hashes, at) {
      if ((height & 7) !== 0) return
      const level = height >> 3
      const below = rows[level - 1]
      if (below?.isFull())
        done.push({ level: level - 1, tile: index, hashes: below.taken(), rootHash: hashAt(hashes, at) })
      rows[level] ??= makeRow()
      rows[level].push(hashes, at)
    },
    taken() {
      const tiles = done
      done = []
      return tiles
    },
  }
}

/** A tile that is being filled. */
function makeRow() {
  const bytes = new Uint8Array(tileWidth * 32)
  let end = 0
  return {
    isFull: () => end === bytes.length,
    push(hashes: Uint8Array, at: number) {
      for (let i = 0; i < 32; i++) bytes[end++] = hashes[at + i]!
    },
    taken() {
      end = 0
      return bytes.slice()
    },
  }
}

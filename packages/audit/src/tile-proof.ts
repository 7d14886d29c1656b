import { makeHeldTiles } from './held-tiles.ts'
import { nodeHash, rootOf } from './merkle.ts'
import { type ReadTile, tileHolding, tileWidth } from './tile.ts'

/** The proofs of a tree, made from its tiles. A tile that cannot be had is a fault. */
export type TileProofs = {
  inclusion(index: number, size: number): Promise<Uint8Array[]>
  consistency(earlier: number, later: number): Promise<Uint8Array[]>
  root(size: number): Promise<Uint8Array>
}

/** Only the tiles on the way are read, and each of them once: the upper ones are the same few for every proof. */
export function makeTileProofs(read: ReadTile): TileProofs {
  const held = makeHeldTiles(read)

  /** The root of the `index`-th complete subtree with 2^height leaves. */
  async function subtree(height: number, index: number, size: number): Promise<Uint8Array> {
    const level = Math.floor(height / 8)
    const span = 2 ** (height % 8)
    const tile = await held(tileHolding(level, index * span, size))
    return tile.root((index * span) % tileWidth, span)
  }

  /** The root over the leaves from `first` to before `end`, where `first` is what RFC 6962 splits at. */
  async function over(first: number, end: number, size: number): Promise<Uint8Array> {
    const width = end - first
    const height = Math.floor(Math.log2(width))
    if (2 ** height === width) return subtree(height, first / width, size)
    const split = splitOf(width)
    return nodeHash(await over(first, first + split, size), await over(first + split, end, size))
  }

  async function path(index: number, first: number, end: number, size: number): Promise<Uint8Array[]> {
    if (end - first === 1) return []
    const middle = first + splitOf(end - first)
    return index < middle
      ? [...(await path(index, first, middle, size)), await over(middle, end, size)]
      : [...(await path(index, middle, end, size)), await over(first, middle, size)]
  }

  async function subproof(
    earlier: number,
    first: number,
    end: number,
    isKnown: boolean,
    size: number,
  ): Promise<Uint8Array[]> {
    if (earlier === end) return isKnown ? [] : [await over(first, end, size)]
    const middle = first + splitOf(end - first)
    return earlier <= middle
      ? [...(await subproof(earlier, first, middle, isKnown, size)), await over(middle, end, size)]
      : [...(await subproof(earlier, middle, end, false, size)), await over(first, middle, size)]
  }

  return {
    async inclusion(index, size) {
      if (!isCount(index) || !isCount(size) || index >= size)
        throw new RangeError(`no leaf ${index} in a tree of ${size}`)
      return path(index, 0, size, size)
    },
    async consistency(earlier, later) {
      if (!isCount(earlier) || !isCount(later) || earlier === 0 || earlier > later)
        throw new RangeError(`a tree of ${later} has no proof from ${earlier}`)
      return subproof(earlier, 0, later, true, later)
    },
    root: async (size) => (size === 0 ? rootOf([]) : over(0, size, size)),
  }
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

/** The largest power of two below the size. */
function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

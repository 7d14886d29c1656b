import { hashesIn } from './growing-log.ts'
import { nodeHash, rootOf } from './merkle.ts'
import { type ReadTile, tileHolding, tilePath, tileWidth } from './tile.ts'

/** The proofs of a tree, made from its tiles. A tile that cannot be had is a fault. */
export type TileProofs = {
  inclusion(index: number, size: number): Promise<Uint8Array[]>
  consistency(earlier: number, later: number): Promise<Uint8Array[]>
  root(size: number): Promise<Uint8Array>
}

const keptTiles = 512

/** Complete tiles above the leaves are kept: they never change, and every proof goes through the same few. */
export function makeTileProofs(read: ReadTile): TileProofs {
  const kept = new Map<string, Uint8Array[]>()

  /** The root of the `index`-th complete subtree with 2^height leaves. */
  async function subtree(height: number, index: number, size: number): Promise<Uint8Array> {
    const level = Math.floor(height / 8)
    const span = 2 ** (height % 8)
    const ref = tileHolding(level, index * span, size)
    const path = tilePath(ref)
    const hashes = kept.get(path) ?? hashesIn((await read(ref)) ?? new Uint8Array())
    if (hashes.length !== ref.width) throw new Error(`the tile ${path} cannot be had`)
    if (level > 0 && ref.width === tileWidth && kept.size < keptTiles) kept.set(path, hashes)
    const at = (index * span) % tileWidth
    const complete = span > 1 && level > 0 ? kept.get(`${path}/${at}/${span}`) : undefined
    const root = complete?.[0] ?? rootOf(hashes.slice(at, at + span))
    if (span > 8 && level > 0 && ref.width === tileWidth && kept.size < keptTiles)
      kept.set(`${path}/${at}/${span}`, [root])
    return root
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

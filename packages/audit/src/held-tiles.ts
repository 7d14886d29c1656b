import { hashAt, nodeHash } from './merkle.ts'
import { type ReadTile, type TileRef, tilePath } from './tile.ts'

/** The root over a piece of a tile: as many of its hashes as a power of two says, from a multiple of that on. */
export type HeldTile = { root(at: number, span: number): Uint8Array }

const mostHeld = 256

/** No tile ever changes, complete or not: those asked for last stay, each with the nodes that were reckoned inside of it. */
export function makeHeldTiles(read: ReadTile): (ref: TileRef) => Promise<HeldTile> {
  const held = new Map<string, Promise<HeldTile>>()
  return (ref) => {
    const path = tilePath(ref)
    const tile = held.get(path) ?? opened(read, ref, path)
    held.delete(path)
    held.set(path, tile)
    for (const oldest of held.keys()) {
      if (held.size <= mostHeld) break
      held.delete(oldest)
    }
    // One that could not be had is asked for again.
    tile.catch(() => held.delete(path))
    return tile
  }
}

async function opened(read: ReadTile, ref: TileRef, path: string): Promise<HeldTile> {
  const bytes = await read(ref)
  if (bytes?.length !== ref.width * 32) throw new Error(`the tile ${path} cannot be had`)
  const nodes = new Map<number, Uint8Array>()
  function root(at: number, span: number): Uint8Array {
    if (span === 1) return hashAt(bytes!, at * 32)
    const key = at * 512 + span
    const known = nodes.get(key)
    if (known) return known
    const half = span / 2
    const found = hashAt(nodeHash(root(at, half), root(at + half, half)), 0)
    nodes.set(key, found)
    return found
  }
  return { root }
}

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { growFrom } from './growing-log.ts'
import { hashAt, leafHash, makeTree, rootOf } from './merkle.ts'
import { consistencyProof, inclusionProof, verifyConsistency, verifyInclusion } from './proof.ts'
import { type ReadTile, tileOf, tilePath, tilesOf } from './tile.ts'
import { makeTileProofs } from './tile-proof.ts'
import { makeTileWriter } from './tile-writer.ts'

const most = 66_000
const leaves = Array.from({ length: most }, (_, i) => leafHash(`entry ${i}`))
const levels: Uint8Array[][] = [[], [], []]
const writer = makeTileWriter([])
const whole = makeTree(undefined, (height, index, hashes, at) => {
  if (height % 8 === 0) levels[height / 8]![index] = hashAt(hashes, at)
  writer.completed(height, index, hashes, at)
})
for (const leaf of leaves) whole.append(leaf)
const complete = writer.taken()

/** Tiles of any of its trees: a hash is the same in all that have it. */
const read: ReadTile = async ({ level, tile, width }) => {
  const hashes = levels[level]?.slice(tile * 256, tile * 256 + width)
  return hashes?.length === width ? Buffer.concat(hashes) : undefined
}

describe('tiles', () => {
  test('[AU33] the tiles of the specification’s example are those of the specification', () => {
    const tiles = [...tilesOf(70_000)]
    const count = (level: number, isWhole: boolean) =>
      tiles.filter((tile) => tile.level === level && (tile.width === 256) === isWhole)
    expect(count(0, true)).toHaveLength(273)
    expect(count(0, false)).toEqual([{ level: 0, tile: 273, width: 112 }])
    expect(count(1, true)).toHaveLength(1)
    expect(count(1, false)).toEqual([{ level: 1, tile: 1, width: 17 }])
    expect(count(2, false)).toEqual([{ level: 2, tile: 0, width: 1 }])
    expect([...tilesOf(256)]).toEqual([
      { level: 0, tile: 0, width: 256 },
      { level: 1, tile: 0, width: 1 },
    ])
  })

  test('[AU33] a path names one tile, and a tile has one path', () => {
    expect(tilePath({ level: 0, tile: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067')
    expect(tilePath({ level: 2, tile: 0, width: 7 })).toBe('tile/2/000.p/7')
    const any = fc.record({ level: fc.nat(63), tile: fc.nat(2 ** 40), width: fc.integer({ min: 1, max: 256 }) })
    fc.assert(
      fc.property(any, (ref) => {
        expect(tileOf(tilePath(ref))).toEqual(ref)
      }),
    )
  })

  test.each([
    'tile/0/1234',
    'tile/0/x000/001',
    'tile/00/001',
    'tile/64/001',
    'tile/0/001.p/0',
    'tile/0/001.p/256',
    'tile/0/001.p/01',
    'tile/0/../001',
    'tile/0/x001/',
    'tile/entries/001',
    '/tile/0/001',
  ])('[AU33] what names no tile is none: %s', (path) => {
    expect(tileOf(path)).toBeUndefined()
  })

  test('[AU34] a tile is complete with its 256th hash, and its root is a hash of the level above', () => {
    expect(complete.filter(({ level }) => level === 0)).toHaveLength(257)
    expect(complete.filter(({ level }) => level === 1)).toHaveLength(1)
    const upper = complete.find(({ level }) => level === 1)!
    expect(Buffer.from(upper.hashes)).toEqual(
      Buffer.concat(
        complete
          .filter(({ level }) => level === 0)
          .slice(0, 256)
          .map(({ rootHash }) => rootHash),
      ),
    )
  })

  test('[AU34] a log goes on from its tiles as if it had never stopped', async () => {
    for (const size of [0, 1, 255, 256, 257, 600, 65_535, 65_536]) {
      const grown = await growFrom({ size, rootHash: await makeTileProofs(read).root(size) }, read)
      const later = size + 300
      for (const leaf of leaves.slice(size, later)) grown.tree.append(leaf)
      expect(grown.tree.root()).toEqual(await makeTileProofs(read).root(later))
      const between = ({ level, tile }: { level: number; tile: number }) => {
        const end = (tile + 1) * 256 ** (level + 1)
        return end > size && end <= later
      }
      expect(grown.tiles.taken()).toEqual(complete.filter(between))
    }
  })

  test('[AU30] a log does not go on from tiles of another root, or without one of them', async () => {
    const head = { size: 600, rootHash: rootOf(leaves.slice(0, 600)) }
    const other: ReadTile = async (ref) => {
      const tile = await read(ref)
      return ref.level === 1 ? Uint8Array.from(tile!).fill(1, 0, 1) : tile
    }
    await expect(growFrom(head, other)).rejects.toThrow('another root')
    await expect(growFrom(head, async () => undefined)).rejects.toThrow('missing')
  })
})

describe('proofs from tiles', () => {
  test('[AU35] they are those of the definition, for every leaf and every earlier size of small trees', async () => {
    for (const size of [1, 2, 7, 255, 256, 257, 300]) {
      const proofs = makeTileProofs(read)
      for (let at = 0; at < size; at += size > 20 ? 17 : 1) {
        expect(await proofs.inclusion(at, size)).toEqual(inclusionProof(leaves.slice(0, size), at))
        expect(await proofs.consistency(at + 1, size)).toEqual(consistencyProof(leaves.slice(0, size), at + 1))
      }
    }
  })

  test('[AU35] in a tree of three levels they verify, from any size to any later one', async () => {
    const proofs = makeTileProofs(read)
    expect(await proofs.root(most)).toEqual(whole.root())
    const later = { size: most, root: whole.root() }
    for (const index of [0, 255, 256, 65_535, 65_536, most - 1]) {
      const claim = { leaf: leaves[index]!, index, ...later }
      expect(verifyInclusion({ ...claim, proof: await proofs.inclusion(index, most) })).toBe(true)
    }
    for (const size of [1, 256, 40_000, 65_536, 65_537, most]) {
      const earlier = { size, root: await proofs.root(size) }
      expect(verifyConsistency({ earlier, later, proof: await proofs.consistency(size, most) })).toBe(true)
    }
  })

  test('[AU62] a proof reads the tiles on its way once, and the next one only what is not held yet', async () => {
    const asked: string[] = []
    const proofs = makeTileProofs((ref) => {
      asked.push(tilePath(ref))
      return read(ref)
    })
    await proofs.inclusion(1000, most)
    expect(asked).toHaveLength(new Set(asked).size)
    expect(asked).toEqual(expect.arrayContaining(['tile/0/003', 'tile/1/000']))
    // The leaf's own tile, and the ragged right edge of each level.
    expect(asked.length).toBeLessThanOrEqual(5)
    asked.length = 0
    await proofs.inclusion(1001, most)
    expect(asked).toEqual([])
    await proofs.inclusion(30_000, most)
    expect(asked).toEqual(['tile/0/117'])
  })

  test('[AU62] a tile that could not be had is asked for again', async () => {
    let isThere = false
    const proofs = makeTileProofs(async (ref) => (isThere ? read(ref) : undefined))
    await expect(proofs.root(300)).rejects.toThrow('cannot be had')
    isThere = true
    expect(await proofs.root(300)).toEqual(rootOf(leaves.slice(0, 300)))
  })

  test('[AU35] without its tiles there is no proof, and none of what is not in the tree', async () => {
    const proofs = makeTileProofs(async () => undefined)
    await expect(proofs.inclusion(3, 10)).rejects.toThrow('cannot be had')
    for (const [index, size] of [
      [10, 10],
      [-1, 10],
      [0.5, 10],
      [0, 0],
    ] as const)
      await expect(proofs.inclusion(index, size)).rejects.toThrow(RangeError)
    for (const [earlier, later] of [
      [0, 5],
      [6, 5],
      [Number.NaN, 5],
    ] as const)
      await expect(proofs.consistency(earlier, later)).rejects.toThrow(RangeError)
  })
})

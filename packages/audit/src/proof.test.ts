import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leafHash, rootOf } from './merkle.ts'
import { consistencyProof, inclusionProof, verifyConsistency, verifyInclusion } from './proof.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const aLog = (size: number) => Array.from({ length: size }, (_, i) => leafHash(`entry ${i}`))
const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const published = inputs.map((input) => leafHash(Buffer.from(input, 'hex')))
const flipped = (bytes: Uint8Array, bit: number) => {
  const copy = Uint8Array.from(bytes)
  copy[bit >> 3]! ^= 1 << (bit & 7)
  return copy
}

describe('inclusion', () => {
  test('[AU4] the published inclusion proofs are reached', () => {
    expect(inclusionProof(published.slice(0, 1), 0)).toEqual([])
    expect(inclusionProof(published, 0).map(hex)).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ])
    expect(inclusionProof(published, 5).map(hex)).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ])
  })

  test('[AU4] every leaf of every small tree proves its own index and no other', () => {
    for (let size = 1; size <= 33; size++) {
      const leaves = aLog(size)
      const root = rootOf(leaves)
      for (let index = 0; index < size; index++) {
        const claim = { leaf: leaves[index]!, index, size, proof: inclusionProof(leaves, index), root }
        const accepted = leaves.flatMap((_, i) => (verifyInclusion({ ...claim, index: i }) ? [i] : []))
        expect(accepted).toEqual([index])
      }
    }
  })

  test('[AU5] an inclusion claim with any bit changed is refused', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(), fc.nat(255), fc.nat(), (size, at, bit, part) => {
        const leaves = aLog(size)
        const index = at % size
        const claim = { leaf: leaves[index]!, index, size, proof: inclusionProof(leaves, index), root: rootOf(leaves) }
        const changed = part % (claim.proof.length + 2)
        const forged =
          changed === 0
            ? { ...claim, leaf: flipped(claim.leaf, bit) }
            : changed === 1
              ? { ...claim, root: flipped(claim.root, bit) }
              : { ...claim, proof: claim.proof.with(changed - 2, flipped(claim.proof[changed - 2]!, bit)) }
        expect(verifyInclusion(claim)).toBe(true)
        expect(verifyInclusion(forged)).toBe(false)
        expect(verifyInclusion({ ...claim, proof: [...claim.proof, claim.root] })).toBe(false)
        expect(verifyInclusion({ ...claim, index: index + size })).toBe(false)
      }),
    )
  })

  test.each([Number.NaN, -1, 0.5, 2 ** 60])('[AU5] %s is no index and is refused without a crash', (index) => {
    const leaves = aLog(3)
    expect(verifyInclusion({ leaf: leaves[0]!, index, size: 3, proof: [], root: rootOf(leaves) })).toBe(false)
    expect(() => inclusionProof(leaves, index)).toThrow(RangeError)
  })
})

describe('consistency', () => {
  test('[AU6] the published consistency proofs are reached', () => {
    expect(consistencyProof(published, 1).map(hex)).toEqual(inclusionProof(published, 0).map(hex))
    expect(consistencyProof(published, 6).map(hex)).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ])
    expect(consistencyProof(published.slice(0, 5), 2).map(hex)).toEqual([
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ])
  })

  test('[AU6] every small tree proves every earlier size of itself', () => {
    const leaves = aLog(33)
    for (let size = 1; size <= leaves.length; size++) {
      const later = { size, root: rootOf(leaves.slice(0, size)) }
      for (let earlierSize = 1; earlierSize <= size; earlierSize++) {
        const earlier = { size: earlierSize, root: rootOf(leaves.slice(0, earlierSize)) }
        const proof = consistencyProof(leaves.slice(0, size), earlierSize)
        expect(verifyConsistency({ earlier, later, proof })).toBe(true)
      }
    }
  })

  test('[AU7] a log rewritten before the earlier head cannot prove consistency', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(20), fc.nat(), (earlierSize, more, at) => {
        const leaves = aLog(earlierSize + more)
        const rewritten = leaves.with(at % earlierSize, leafHash('another story'))
        const earlier = { size: earlierSize, root: rootOf(leaves.slice(0, earlierSize)) }
        const later = { size: rewritten.length, root: rootOf(rewritten) }
        expect(verifyConsistency({ earlier, later, proof: consistencyProof(rewritten, earlierSize) })).toBe(false)
        expect(verifyConsistency({ earlier, later, proof: consistencyProof(leaves, earlierSize) })).toBe(false)
      }),
    )
  })

  test('[AU7] a consistency proof with any bit changed is refused', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 20 }),
        fc.nat(255),
        fc.nat(),
        (size, more, bit, part) => {
          const leaves = aLog(size + more)
          const earlier = { size, root: rootOf(leaves.slice(0, size)) }
          const later = { size: leaves.length, root: rootOf(leaves) }
          const proof = consistencyProof(leaves, size)
          const changed = part % proof.length
          const forged = proof.with(changed, flipped(proof[changed]!, bit))
          expect(verifyConsistency({ earlier, later, proof: forged })).toBe(false)
          expect(verifyConsistency({ earlier, later, proof: proof.slice(1) })).toBe(false)
          expect(verifyConsistency({ earlier: later, later: earlier, proof })).toBe(false)
        },
      ),
    )
  })
})

import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leafHash, makeTree, nodeHash, rootOf } from './merkle.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

// The test vectors of the certificate-transparency reference implementation.
const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const leaves = inputs.map((input) => leafHash(Buffer.from(input, 'hex')))

/** RFC 6962 §2.1, word for word and slow. */
function slowRoot(bodies: readonly Uint8Array[]): Buffer {
  const hash = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
  if (bodies.length === 0) return hash()
  if (bodies.length === 1) return hash(Buffer.of(0), bodies[0]!)
  const split = 2 ** Math.ceil(Math.log2(bodies.length) - 1)
  return hash(Buffer.of(1), slowRoot(bodies.slice(0, split)), slowRoot(bodies.slice(split)))
}

test('[AU1] a leaf is hashed after 0x00 and a node after 0x01', () => {
  expect(hex(leafHash('abc'))).toBe(createHash('sha256').update('\0abc').digest('hex'))
  const node = createHash('sha256')
    .update(Buffer.concat([Buffer.of(1), leaves[0]!, leaves[1]!]))
    .digest('hex')
  expect(hex(nodeHash(leaves[0]!, leaves[1]!))).toBe(node)
})

test('[AU2] the roots of the published test vectors are reached', () => {
  expect(inputs.map((_, last) => hex(rootOf(leaves.slice(0, last + 1))))).toEqual(roots)
  expect(hex(rootOf([]))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
})

test('[AU2] a tree of any size has the root of the definition', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 8 }), { maxLength: 70 }), (bodies) => {
      expect(hex(rootOf(bodies.map((body) => leafHash(body))))).toBe(hex(slowRoot(bodies)))
    }),
  )
})

test('[AU3] a tree resumed from its right edge grows like the tree itself', () => {
  fc.assert(
    fc.property(fc.nat(40), fc.nat(40), (before, after) => {
      const all = Array.from({ length: before + after }, (_, i) => leafHash(String(i)))
      const tree = makeTree()
      for (const leaf of all.slice(0, before)) tree.append(leaf)
      const resumed = makeTree(tree.edge())
      for (const leaf of all.slice(before)) resumed.append(leaf)
      expect(resumed.size).toBe(all.length)
      expect(hex(resumed.root())).toBe(hex(rootOf(all)))
    }),
  )
})

test('[AU3] a right edge with a subtree too many or too few is refused', () => {
  expect(() => makeTree({ size: 3, subtrees: [leaves[0]!] })).toThrow(RangeError)
  expect(() => makeTree({ size: 4, subtrees: [leaves[0]!, leaves[1]!] })).toThrow(RangeError)
  expect(() => makeTree({ size: 1.5, subtrees: [leaves[0]!] })).toThrow(RangeError)
})

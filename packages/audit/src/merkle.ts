import { roomForHashes, sha256, sha256Into } from '@lianban/kernel/digest'

/** Where a tree stands: its size and the roots of its complete subtrees, largest first (at most one for each bit of the size). */
export type RightEdge = { readonly size: number; readonly subtrees: readonly Uint8Array[] }

/** Told of each subtree as it becomes complete: the `index`-th of those with 2^height leaves. Its hash stays there for the moment. */
export type Completed = (height: number, index: number, hashes: Uint8Array, at: number) => void

/** A growing RFC 6962 tree that holds nothing but its right edge. */
export type Tree = {
  readonly size: number
  append(leaf: Uint8Array): void
  /** Appends the hash of these bytes if it is the one that is expected, and tells whether it was. */
  appendHashOf(leaf: Uint8Array, expected: Uint8Array, at: number): boolean
  root(): Uint8Array
  edge(): RightEdge
}

/** RFC 6962 §2.1: the hash of an entry, prefix 0x00. */
export function leafHash(body: string | Uint8Array): Uint8Array {
  if (typeof body === 'string') return sha256(`\0${body}`)
  const prefixed = new Uint8Array(body.length + 1)
  prefixed.set(body, 1)
  return sha256(prefixed)
}

const joint = new Uint8Array(65).fill(1, 0, 1)

/** RFC 6962 §2.1: the hash of two subtrees, prefix 0x01. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  joint.set(left, 1)
  joint.set(right, 33)
  return sha256(joint)
}

export function makeTree(from: RightEdge = { size: 0, subtrees: [] }, completed?: Completed): Tree {
  if (!Number.isSafeInteger(from.size) || from.size < 0 || bitsOf(from.size) !== from.subtrees.length) {
    throw new RangeError(`a tree of ${from.size} leaves does not have ${from.subtrees.length} complete subtrees`)
  }
  let size = from.size
  let depth = from.subtrees.length
  // The roots of complete subtrees one behind the other: those that become one lie side by side, and it takes their place.
  const roots = roomForHashes(64 * 32)
  for (const [at, root] of from.subtrees.entries()) roots.set(root, at * 32)
  // Two hashes behind the prefix, which stands so that both are moved four bytes at a time.
  const both = new Uint8Array(new ArrayBuffer(68), 3).fill(1, 0, 1)
  const [to, fours] = [new Uint32Array(both.buffer, 4), new Uint32Array(roots.buffer, roots.byteOffset, 64 * 8)]
  /** The newest leaf lies behind the roots: those that are complete with it become one. */
  function grow(): void {
    completed?.(0, size, roots, depth * 32)
    let index = size
    for (let height = 1; index % 2 === 1; height++) {
      index = (index - 1) / 2
      depth--
      for (let i = 0; i < 16; i++) to[i] = fours[depth * 8 + i]!
      sha256Into(both, roots, depth * 32)
      completed?.(height, index, roots, depth * 32)
    }
    depth++
    size++
  }
  const subtrees = (): Uint8Array[] => Array.from({ length: depth }, (_, at) => hashAt(roots, at * 32))
  return {
    get size() {
      return size
    },
    append(leaf) {
      roots.set(leaf, depth * 32)
      grow()
    },
    appendHashOf(leaf, expected, at) {
      const start = depth * 32
      sha256Into(leaf, roots, start)
      if (expected.length < at + 32) return false
      for (let i = 0; i < 32; i++) if (roots[start + i] !== expected[at + i]) return false
      grow()
      return true
    },
    root: () => (size === 0 ? sha256('') : subtrees().reduceRight((right, left) => nodeHash(left, right))),
    edge: () => ({ size, subtrees: subtrees() }),
  }
}

/** A hash of its own, out of bytes that hold many. */
export const hashAt = (hashes: Uint8Array, at: number): Uint8Array => new Uint8Array(hashes.subarray(at, at + 32))

/** The root over leaf hashes. */
export function rootOf(leaves: readonly Uint8Array[]): Uint8Array {
  const tree = makeTree()
  for (const leaf of leaves) tree.append(leaf)
  return tree.root()
}

function bitsOf(size: number): number {
  let bits = 0
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) bits += rest % 2
  return bits
}

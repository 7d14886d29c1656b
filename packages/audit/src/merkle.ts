import { sha256 } from '@lianban/kernel/digest'

/** Where a tree stands: its size and the roots of its complete subtrees, largest first (at most one for each bit of the size). */
export type RightEdge = { readonly size: number; readonly subtrees: readonly Uint8Array[] }

/** Told of each subtree as it becomes complete: the `index`-th of those with 2^height leaves. */
export type Completed = (height: number, index: number, hash: Uint8Array) => void

/** A growing RFC 6962 tree that holds nothing but its right edge. */
export type Tree = {
  readonly size: number
  append(leaf: Uint8Array): void
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
  const subtrees = [...from.subtrees]
  return {
    get size() {
      return size
    },
    append(leaf) {
      let [hash, height, index] = [leaf, 0, size]
      completed?.(0, index, hash)
      while (index % 2 === 1) {
        hash = nodeHash(subtrees.pop()!, hash)
        index = Math.floor(index / 2)
        completed?.(++height, index, hash)
      }
      subtrees.push(hash)
      size++
    },
    root: () => (size === 0 ? sha256('') : subtrees.reduceRight((right, left) => nodeHash(left, right))),
    edge: () => ({ size, subtrees: [...subtrees] }),
  }
}

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

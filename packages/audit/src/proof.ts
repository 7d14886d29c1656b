import { equalBytes } from '@lianban/kernel/digest'
import { nodeHash, rootOf } from './merkle.ts'

/** RFC 6962 §2.1.1: what a holder of one leaf needs to reach the root. */
export function inclusionProof(leaves: readonly Uint8Array[], index: number): Uint8Array[] {
  if (!isCount(index) || index >= leaves.length) throw new RangeError(`no leaf ${index} in a tree of ${leaves.length}`)
  if (leaves.length === 1) return []
  const split = splitOf(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return index < split
    ? [...inclusionProof(left, index), rootOf(right)]
    : [...inclusionProof(right, index - split), rootOf(left)]
}

/** RFC 6962 §2.1.2: what a holder of an earlier root needs to see that the tree only grew. */
export function consistencyProof(leaves: readonly Uint8Array[], earlierSize: number): Uint8Array[] {
  if (!isCount(earlierSize) || earlierSize === 0 || earlierSize > leaves.length) {
    throw new RangeError(`a tree of ${leaves.length} has no proof from ${earlierSize}`)
  }
  return subproof(leaves, earlierSize, true)
}

function subproof(leaves: readonly Uint8Array[], earlierSize: number, isKnown: boolean): Uint8Array[] {
  if (earlierSize === leaves.length) return isKnown ? [] : [rootOf(leaves)]
  const split = splitOf(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return earlierSize <= split
    ? [...subproof(left, earlierSize, isKnown), rootOf(right)]
    : [...subproof(right, earlierSize - split, false), rootOf(left)]
}

/** RFC 9162 §2.1.3.2: whether the leaf stands at this index of the tree with this root. */
export function verifyInclusion(claim: {
  readonly leaf: Uint8Array
  readonly index: number
  readonly size: number
  readonly proof: readonly Uint8Array[]
  readonly root: Uint8Array
}): boolean {
  const { index, size, proof } = claim
  if (!isCount(index) || !isCount(size) || index >= size || !areHashes(claim.leaf, claim.root, ...proof)) return false
  let [at, last, hash] = [index, size - 1, claim.leaf]
  for (const sibling of proof) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash)
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else hash = nodeHash(hash, sibling)
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && equalBytes(hash, claim.root)
}

/** RFC 9162 §2.1.4.2: whether the earlier tree is a prefix of the later one. */
export function verifyConsistency(claim: {
  readonly earlier: { readonly size: number; readonly root: Uint8Array }
  readonly later: { readonly size: number; readonly root: Uint8Array }
  readonly proof: readonly Uint8Array[]
}): boolean {
  const { earlier, later, proof } = claim
  if (!isCount(earlier.size) || !isCount(later.size) || earlier.size === 0 || earlier.size > later.size) return false
  if (!areHashes(earlier.root, later.root, ...proof)) return false
  if (earlier.size === later.size) return proof.length === 0 && equalBytes(earlier.root, later.root)
  let [at, last] = [earlier.size - 1, later.size - 1]
  while (at % 2 === 1) [at, last] = [half(at), half(last)]
  // An earlier tree that is one complete subtree is its own first hash, and the proof leaves it out.
  const path = at === 0 ? [earlier.root, ...proof] : [...proof]
  const first = path.shift()
  if (!first) return false
  let [before, after] = [first, first]
  for (const sibling of path) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      before = nodeHash(sibling, before)
      after = nodeHash(sibling, after)
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else after = nodeHash(after, sibling)
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && equalBytes(before, earlier.root) && equalBytes(after, later.root)
}

const half = (count: number): number => Math.floor(count / 2)
const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0
const areHashes = (...hashes: readonly Uint8Array[]): boolean => hashes.every((hash) => hash.length === 32)

/** The largest power of two below the size. */
function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

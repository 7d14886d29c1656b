import { canonicalJson } from '@lianban/kernel'
import { digestOf, sha256Hex } from '@lianban/kernel/digest'
import type { PackageItem } from './handoff.ts'
import { refusals } from './refusals.ts'

export type Piece = Pick<PackageItem, 'kind' | 'recordId' | 'title'> & {
  readonly material?: string
  readonly value: unknown
}

/** Keeps each piece as its bytes and their digest, in the order given. */
export const frozen = (pieces: readonly Piece[]): PackageItem[] =>
  pieces.map(({ value, material = null, ...piece }, i) => {
    const content = canonicalJson(value)
    return { ...piece, material, position: i + 1, content, digest: sha256Hex(content) }
  })

/** The one digest that every receipt is over: SHA-256 of the canonical list of the items' digests. */
export const packageDigestOf = (items: readonly PackageItem[]): string =>
  digestOf(
    items.map(({ position, kind, recordId, title, material, digest }) => ({
      position,
      kind,
      recordId,
      title,
      digest,
      ...(material !== null && { material }),
    })),
  )

/** Before anybody signs, the package must still be what was frozen. */
export function assertIntact(items: readonly PackageItem[], packageDigest: string): void {
  const damaged = items.find((item) => sha256Hex(item.content) !== item.digest)
  if (damaged) throw refusals.packageDamaged(damaged.position)
  if (packageDigestOf(items) !== packageDigest) throw refusals.packageDamaged(0)
}

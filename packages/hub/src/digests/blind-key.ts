import { createHmac } from 'node:crypto'
import type { IdentifierKind } from '@lianban/kernel'

/** The least that a secret may hold, so that the digests of a few million phone numbers cannot be tried one by one. */
export const leastSecretBytes = 32

/** Turns identifiers into digests that tell nothing to whoever lacks the secret. */
export type BlindKey = {
  /** Names the secret without giving it away; digests made with another one are never compared. */
  readonly id: string
  digestOf(kind: IdentifierKind | 'identity' | 'name' | 'letter', value: string): Buffer
  /** What is signed with under a name; it is reckoned anew each time and lies nowhere. */
  secretOf(name: string): Buffer
}

export function makeBlindKey(secret: Uint8Array): BlindKey {
  if (secret.length < leastSecretBytes) throw new Error(`a blind key has at least ${leastSecretBytes} bytes`)
  const keyed = (text: string) => createHmac('sha256', secret).update(text).digest()
  return {
    id: keyed('lianban blind key').toString('hex', 0, 8),
    digestOf: (kind, value) => keyed(`${kind}\n${value}`),
    // No kind of identifier has this name.
    secretOf: (name) => keyed(`secret\n${name}`),
  }
}

import { randomBytes } from 'node:crypto'
import { canonicalJson } from '@lianban/kernel'
import { sha256Hex } from '@lianban/kernel/digest'

export const makeSalt = (): Buffer => randomBytes(16)

/** SHA-256 over the salt and the canonical input: once the salt is destroyed, even a short input cannot be guessed. */
export const inputDigest = (salt: Uint8Array, input: unknown): string =>
  sha256Hex(Buffer.concat([salt, Buffer.from(canonicalJson(input))]))

import { ed25519 } from '@noble/curves/ed25519.js'
import type { VerifySignature } from './signature.ts'

// What signature.ts does, for a page without node:crypto. As strict as OpenSSL: one signature has one form.
export function ed25519Verifier(publicKey: Uint8Array): VerifySignature {
  if (publicKey.length !== 32) throw new RangeError(`a public key of ${publicKey.length} bytes, not 32`)
  return (message, signature) =>
    signature.length === 64 && ed25519.verify(signature, message, publicKey, { zip215: false })
}

/** A browser has no SM2: such a witness is told as one that could not be checked here, and does not count. */
export const sm2Verifier = (_publicKey: Uint8Array): VerifySignature | undefined => undefined

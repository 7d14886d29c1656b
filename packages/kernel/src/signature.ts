import { createPublicKey, verify } from 'node:crypto'

/** Tells whether a signature over a message is that of one key. */
export type VerifySignature = (message: Uint8Array, signature: Uint8Array) => boolean

/** RFC 8032, by the 32 bytes of the public key. */
export function ed25519Verifier(publicKey: Uint8Array): VerifySignature {
  const key = keyOf(ed25519Header, publicKey, 32)
  return (message, signature) => signature.length === 64 && verify(null, message, key, signature)
}

/**
 * GM/T 0003.2 with SM3 and an empty signer's identifier (what OpenSSL does unless told otherwise), by the 65 bytes of the
 * uncompressed public key. The signature is r and s, 32 bytes each: it has no second form.
 */
export function sm2Verifier(publicKey: Uint8Array): VerifySignature | undefined {
  const key = keyOf(sm2Header, publicKey, 65)
  return (message, signature) => signature.length === 64 && verify('sm3', message, key, derOf(signature))
}

const ed25519Header = '302a300506032b6570032100'
const sm2Header = '3059301306072a8648ce3d020106082a811ccf5501822d034200'

function keyOf(header: string, publicKey: Uint8Array, length: number) {
  if (publicKey.length !== length) throw new RangeError(`a public key of ${publicKey.length} bytes, not ${length}`)
  return createPublicKey({ key: Buffer.concat([Buffer.from(header, 'hex'), publicKey]), format: 'der', type: 'spki' })
}

function derOf(signature: Uint8Array): Buffer {
  const numbers = Buffer.concat([integerOf(signature.subarray(0, 32)), integerOf(signature.subarray(32))])
  return Buffer.concat([Buffer.from([0x30, numbers.length]), numbers])
}

function integerOf(bytes: Uint8Array): Buffer {
  let start = 0
  while (start < 31 && bytes[start] === 0) start++
  const digits = Buffer.from([...(bytes[start]! > 0x7f ? [0] : []), ...bytes.subarray(start)])
  return Buffer.concat([Buffer.from([0x02, digits.length]), digits])
}

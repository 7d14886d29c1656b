import { sha256 } from '@lianban/kernel/digest'
import { ed25519Verifier, sm2Verifier, type VerifySignature } from '@lianban/kernel/signature'
import { base64Of, bytesOf, hexOf, joined, utf8 } from './bytes.ts'

/** How a key signs: a log's notes, a witness's cosignatures, or those of a witness with commercial cryptography. */
export type KeyKind = 'log' | 'witness' | 'witness-sm2'

/** A public key that notes are checked by. `verify` is absent where this program cannot check the algorithm. */
export type VerifierKey = {
  readonly name: string
  readonly keyId: string
  readonly kind: KeyKind
  readonly publicKey: Uint8Array
  readonly verify: VerifySignature | undefined
}

// C2SP signed-note has no byte for SM2: such types begin with 0xff and a name that nobody else will choose.
const prefixes: Readonly<Record<KeyKind, Uint8Array>> = {
  log: Uint8Array.of(0x01),
  witness: Uint8Array.of(0x04),
  'witness-sm2': joined(Uint8Array.of(0xff), utf8('lianban/sm2-sm3-cosignature/v1\n')),
}
const lengths: Readonly<Record<KeyKind, number>> = { log: 32, witness: 32, 'witness-sm2': 65 }

export function verifierKey(name: string, kind: KeyKind, publicKey: Uint8Array): VerifierKey {
  if (!/^[^\s+]+$/.test(name)) throw new RangeError(`“${name}” is no name of a key`)
  const verify = kind === 'witness-sm2' ? sm2Verifier(publicKey) : ed25519Verifier(publicKey)
  return { name, keyId: keyIdOf(name, kind, publicKey), kind, publicKey, verify }
}

/** `name+id+base64(type, public key)`, as Go's sumdb/note reads and writes it. */
export const verifierKeyText = ({ name, keyId, kind, publicKey }: Omit<VerifierKey, 'verify'>): string =>
  `${name}+${keyId}+${base64Of(joined(prefixes[kind], publicKey))}`

/** Reads a verifier key; nothing of what is not one, or whose id is not that of its name and key. */
export function parseVerifierKey(text: string): VerifierKey | undefined {
  const [, name, keyId, base64] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text) ?? []
  const bytes = base64 === undefined ? undefined : bytesOf(base64)
  if (name === undefined || !bytes) return undefined
  for (const kind of Object.keys(prefixes) as KeyKind[]) {
    const prefix = prefixes[kind]
    if (bytes.length !== prefix.length + lengths[kind] || !prefix.every((byte, i) => bytes[i] === byte)) continue
    const key = attempted(() => verifierKey(name, kind, bytes.subarray(prefix.length)))
    return key?.keyId === keyId ? key : undefined
  }
  return undefined
}

const keyIdOf = (name: string, kind: KeyKind, publicKey: Uint8Array): string =>
  hexOf(sha256(joined(utf8(`${name}\n`), prefixes[kind], publicKey)).subarray(0, 4))

/** A point that does not lie on its curve is no key. */
function attempted(make: () => VerifierKey): VerifierKey | undefined {
  try {
    return make()
  } catch {
    return undefined
  }
}

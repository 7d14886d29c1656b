import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { base64Of, utf8 } from './bytes.ts'
import { type Manifest, sealedManifest } from './carton.ts'
import { checkpointText, cosignedMessage, joinCosignature, type TreeHead } from './checkpoint.ts'
import { formatNote, type NoteSignature } from './note.ts'
import { type Receipt, sealedBytes } from './receipt.ts'
import { type KeyKind, type VerifierKey, verifierKey } from './verifier-key.ts'

/** The log's own key: what it signs is a checkpoint of the log that its name says. */
export type Signer = {
  readonly key: VerifierKey
  checkpoint(head: TreeHead): string
  /** Seals what the hub adds to a proof when it hands out a receipt. */
  receipt(parts: Omit<Receipt, 'seal' | 'v'>): Receipt
  /** Seals the list of what lies in a bundle. */
  manifest(parts: Omit<Manifest, 'seal' | 'v'>): Manifest
}

/** A witness's key. */
export type Cosigner = {
  readonly key: VerifierKey
  cosign(text: string, at: Date): NoteSignature
}

/** A private key as text: `PRIVATE+KEY+name+kind+base64(PKCS 8)`. It is a secret. */
export function makeKeyText(name: string, kind: KeyKind): string {
  const { privateKey } =
    kind === 'witness-sm2' ? generateKeyPairSync('ec', { namedCurve: 'SM2' }) : generateKeyPairSync('ed25519')
  const text = `PRIVATE+KEY+${name}+${kind}+${base64Of(privateKey.export({ format: 'der', type: 'pkcs8' }))}`
  readKey(text)
  return text
}

export function makeSigner(keyText: string): Signer {
  const { key, privateKey } = readKey(keyText)
  if (key.kind !== 'log') throw new RangeError('this is the key of a witness, not that of a log')
  return {
    key,
    checkpoint(head) {
      const text = checkpointText({ origin: key.name, ...head })
      const signature = sign(null, utf8(text), privateKey)
      return formatNote({ text, signatures: [{ name: key.name, keyId: key.keyId, signature }] })
    },
    receipt(parts) {
      const receipt = { v: 'lianban-receipt/1' as const, ...parts }
      return { ...receipt, seal: base64Of(sign(null, sealedBytes(receipt), privateKey)) }
    },
    manifest(parts) {
      const manifest = { v: 'lianban-bundle/1' as const, ...parts }
      return { ...manifest, seal: base64Of(sign(null, sealedManifest(manifest), privateKey)) }
    },
  }
}

export function makeCosigner(keyText: string): Cosigner {
  const { key, privateKey } = readKey(keyText)
  if (key.kind === 'log') throw new RangeError('this is the key of a log, not that of a witness')
  return {
    key,
    cosign(text, at) {
      const seconds = Math.floor(at.getTime() / 1000)
      const message = cosignedMessage(text, seconds)
      const proper =
        key.kind === 'witness' ? sign(null, message, privateKey) : numbersOf(sign('sm3', message, privateKey))
      return { name: key.name, keyId: key.keyId, signature: joinCosignature(seconds, proper) }
    },
  }
}

function readKey(text: string): { key: VerifierKey; privateKey: KeyObject } {
  const [, name, kind, base64] =
    /^PRIVATE\+KEY\+([^\s+]+)\+(log|witness|witness-sm2)\+([A-Za-z0-9+/=]+)$/.exec(text) ?? []
  if (!name || !kind || !base64) throw new RangeError('this is no private key of a log or a witness')
  // Read again even when just made: only then does OpenSSL take a key of this curve for an SM2 key.
  const privateKey = createPrivateKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'pkcs8' })
  return { key: verifierKey(name, kind as KeyKind, publicBytes(privateKey, kind as KeyKind)), privateKey }
}

const publicBytes = (privateKey: KeyObject, kind: KeyKind): Uint8Array =>
  createPublicKey(privateKey)
    .export({ format: 'der', type: 'spki' })
    .subarray(kind === 'witness-sm2' ? -65 : -32)

/** The two numbers of a DER signature, 32 bytes each. */
function numbersOf(der: Uint8Array): Uint8Array {
  const length = der[3]!
  const [r, s] = [der.subarray(4, 4 + length), der.subarray(6 + length)]
  const proper = new Uint8Array(64)
  for (const [number, end] of [
    [r, 32],
    [s, 64],
  ] as const) {
    const digits = number[0] === 0 ? number.subarray(1) : number
    proper.set(digits, end - digits.length)
  }
  return proper
}

import { base64Of, bytesOf, joined, utf8 } from './bytes.ts'

/** How large a log is and what its root is; the origin says which log. */
export type TreeHead = { readonly size: number; readonly rootHash: Uint8Array }
export type Checkpoint = TreeHead & { readonly origin: string }

/** C2SP tlog-checkpoint: what is signed. */
export const checkpointText = ({ origin, size, rootHash }: Checkpoint): string =>
  `${origin}\n${size}\n${base64Of(rootHash)}\n`

/** Reads the text of a checkpoint without further lines; nothing of what is not one. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const [, origin, size, root] = /^([^\n]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n$/.exec(text) ?? []
  const rootHash = root === undefined ? undefined : bytesOf(root)
  if (origin === undefined || !rootHash || !Number.isSafeInteger(Number(size))) return undefined
  return { origin, size: Number(size), rootHash }
}

/** C2SP tlog-cosignature: what a witness signs, at a time in seconds. */
export const cosignedMessage = (text: string, seconds: number): Uint8Array =>
  utf8(`cosignature/v1\ntime ${seconds}\n${text}`)

/** The time and the signature proper of a cosignature. */
export function splitCosignature(signature: Uint8Array): { seconds: number; proper: Uint8Array } | undefined {
  if (signature.length !== 72) return undefined
  const seconds = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0)
  return seconds > Number.MAX_SAFE_INTEGER ? undefined : { seconds: Number(seconds), proper: signature.subarray(8) }
}

export function joinCosignature(seconds: number, proper: Uint8Array): Uint8Array {
  const time = new Uint8Array(8)
  new DataView(time.buffer).setBigUint64(0, BigInt(seconds))
  return joined(time, proper)
}

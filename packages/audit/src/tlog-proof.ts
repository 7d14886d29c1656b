import { base64Of, bytesOf } from './bytes.ts'

/** C2SP tlog-proof: an index, the way from the leaf to the root, and the checkpoint of that root. */
export type TlogProof = { readonly index: number; readonly hashes: readonly Uint8Array[]; readonly checkpoint: string }

const firstLine = 'c2sp.org/tlog-proof@v1'

export const formatProof = ({ index, hashes, checkpoint }: TlogProof): string =>
  `${[firstLine, `index ${index}`, ...hashes.map(base64Of)].join('\n')}\n\n${checkpoint}`

/** Reads a proof without extra data; nothing of what is not one, to the byte. */
export function parseProof(text: string): TlogProof | undefined {
  const split = text.indexOf('\n\n')
  const [first, second, ...lines] = text.slice(0, Math.max(split, 0)).split('\n')
  const [, index] = /^index (0|[1-9]\d{0,15})$/.exec(second ?? '') ?? []
  const hashes = lines.map(bytesOf)
  if (first !== firstLine || index === undefined || hashes.length > 63) return undefined
  if (hashes.some((hash) => hash?.length !== 32)) return undefined
  return { index: Number(index), hashes: hashes as Uint8Array[], checkpoint: text.slice(split + 2) }
}

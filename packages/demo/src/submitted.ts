import { canonicalJson } from '@lianban/kernel'
import { sha256Hex } from '@lianban/kernel/digest'

/** The input with the submission key that belongs to it: the same deed with the same words is the same submission, on every load. */
export function submitted<Input extends object>(deed: string, input: Input): Input & { submissionId: string } {
  return { ...input, submissionId: namedUuid(deed, canonicalJson(input)) }
}

/** The same names always give the same UUID (RFC 9562, version 8, over SHA-256). */
function namedUuid(...names: readonly string[]): string {
  const hex = sha256Hex(JSON.stringify(['lianban-demo', ...names]))
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

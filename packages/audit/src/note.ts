import { base64Of, bytesOf, utf8 } from './bytes.ts'
import type { VerifierKey } from './verifier-key.ts'

/** A signature line of a note: whose it says it is, and its bytes. */
export type NoteSignature = { readonly name: string; readonly keyId: string; readonly signature: Uint8Array }

/** C2SP signed-note: a text and who signed it. */
export type Note = { readonly text: string; readonly signatures: readonly NoteSignature[] }

const mostSignatures = 64

/** Reads a note; nothing of what is not one, to the byte. */
export function parseNote(note: string): Note | undefined {
  const split = note.lastIndexOf('\n\n')
  if (split < 0 || !note.endsWith('\n') || !note.isWellFormed() || hasControls(note)) return undefined
  const lines = note.slice(split + 2, -1).split('\n')
  const signatures = lines.length > mostSignatures ? [] : lines.map(signatureOf)
  if (signatures.length === 0 || signatures.includes(undefined)) return undefined
  return { text: note.slice(0, split + 1), signatures: signatures as NoteSignature[] }
}

export const formatNote = ({ text, signatures }: Note): string => `${text}\n${signatures.map(signatureLine).join('')}`

/** `— name base64(key id, signature)` */
export const signatureLine = ({ name, keyId, signature }: NoteSignature): string => {
  const id = keyId.match(/../g)!.map((digits) => Number.parseInt(digits, 16))
  return `— ${name} ${base64Of(Uint8Array.from([...id, ...signature]))}\n`
}

export function signatureOf(line: string): NoteSignature | undefined {
  const [, name, base64] = /^— ([^\s+]+) (\S+)$/.exec(line) ?? []
  const bytes = base64 === undefined ? undefined : bytesOf(base64)
  if (name === undefined || !bytes || bytes.length <= 4) return undefined
  const keyId = Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return { name, keyId, signature: bytes.subarray(4) }
}

const hasControls = (text: string): boolean =>
  Array.from(text).some((character) => character < ' ' && character !== '\n')

/** Whether the note bears a signature of this log's key; one that is its key's and does not verify spoils the note. */
export function isSignedBy({ text, signatures }: Note, key: VerifierKey): boolean {
  const own = signatures.filter(({ name, keyId }) => name === key.name && keyId === key.keyId)
  return own.length > 0 && own.every(({ signature }) => key.verify?.(utf8(text), signature) === true)
}

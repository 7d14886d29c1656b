import { type Checkpoint, cosignedMessage, parseCheckpoint, splitCosignature } from './checkpoint.ts'
import { isSignedBy, type Note, type NoteSignature, parseNote } from './note.ts'
import { type ProofProblem, proofProblems } from './proof-problems.ts'
import { parseVerifierKey, type VerifierKey } from './verifier-key.ts'

export type Witness = { readonly agency: string; readonly key: VerifierKey }

/** Whom a verifier believes: the log's key, the witnesses, and how many of which agencies make a checkpoint confirmed. */
export type Trust = {
  readonly log: VerifierKey
  readonly witnesses: readonly Witness[]
  readonly quorum: readonly { readonly need: number; readonly of: readonly string[] }[]
}

/** The same as a file: keys as text. It is handed over once, and not with the receipts that it is to check. */
export type TrustText = {
  readonly log: string
  readonly witnesses: readonly { readonly agency: string; readonly key: string }[]
  readonly quorum: Trust['quorum']
}

export type ConfirmedCheckpoint = Checkpoint & {
  readonly cosigned: readonly { readonly agency: string; readonly at: Date }[]
  /** Witnesses whose algorithm cannot be checked here; they do not count. */
  readonly unchecked: readonly string[]
}

/** Nothing of what is not whole: a verifier without a key, or a quorum that nobody could ever meet, believes nobody. */
export function parseTrust({ log, witnesses, quorum }: TrustText): Trust | undefined {
  const key = parseVerifierKey(log)
  const known = witnesses.map(({ agency, key }) => ({ agency, key: parseVerifierKey(key) }))
  const agencies = new Set(witnesses.map(({ agency }) => agency))
  if (key?.kind !== 'log' || known.some((witness) => !witness.key || witness.key.kind === 'log')) return undefined
  const isMeetable = ({ need, of }: Trust['quorum'][number]) =>
    Number.isSafeInteger(need) && need > 0 && of.filter((agency) => agencies.has(agency)).length >= need
  return quorum.every(isMeetable) ? { log: key, witnesses: known as Witness[], quorum } : undefined
}

/**
 * Opens a checkpoint that is to be relied on: signed by the log first, then by known witnesses only, each once and in the
 * order of the trust, and by as many as the quorum asks for. What Go's note would pass over is refused here.
 */
export function openCheckpoint(note: string, trust: Trust): ConfirmedCheckpoint | ProofProblem {
  const parsed = parseNote(note)
  const checkpoint = parsed && parseCheckpoint(parsed.text)
  if (!parsed || !checkpoint) return proofProblems.noteUnreadable()
  if (checkpoint.origin !== trust.log.name) return proofProblems.anotherLog(checkpoint.origin)
  const [first, ...others] = parsed.signatures
  if (!first || !isOf(first, trust.log)) return proofProblems.unknownKey(first?.name ?? '')
  if (!isSignedBy(parsed, trust.log)) return proofProblems.signatureWrong(first.name)
  const cosigned: { agency: string; at: Date }[] = []
  const unchecked: string[] = []
  let last = -1
  for (const signature of others) {
    const place = trust.witnesses.findIndex(({ key }) => isOf(signature, key))
    const witness = trust.witnesses[place]
    if (!witness) return proofProblems.unknownKey(signature.name)
    if (place <= last) return proofProblems.signatureOutOfPlace(signature.name)
    last = place
    const at = cosignedAt(parsed, signature, witness.key)
    if (at === false) return proofProblems.signatureWrong(signature.name)
    if (at) cosigned.push({ agency: witness.agency, at })
    else unchecked.push(witness.agency)
  }
  const agencies = new Set(cosigned.map(({ agency }) => agency))
  const unmet = trust.quorum.find(({ need, of }) => of.filter((agency) => agencies.has(agency)).length < need)
  return unmet ? proofProblems.notConfirmed(unmet, [...agencies]) : { ...checkpoint, cosigned, unchecked }
}

const isOf = (signature: NoteSignature, key: VerifierKey): boolean =>
  signature.name === key.name && signature.keyId === key.keyId

/** When a witness cosigned; false where its signature does not hold, nothing where it cannot be checked. */
export function cosignedAt(
  { text }: Pick<Note, 'text'>,
  { signature }: NoteSignature,
  key: VerifierKey,
): Date | false | undefined {
  const split = splitCosignature(signature)
  if (!split) return false
  if (!key.verify) return undefined
  return key.verify(cosignedMessage(text, split.seconds), split.proper) && new Date(split.seconds * 1000)
}

import { canonicalJson } from '@lianban/kernel'
import { bytesOf, utf8 } from './bytes.ts'
import { leafHash } from './merkle.ts'
import { verifyInclusion } from './proof.ts'
import { isProblem, type ProofProblem, proofProblems } from './proof-problems.ts'
import { type ReadableEntry, readableEntry } from './readable-entry.ts'
import { parseProof } from './tlog-proof.ts'
import { type ConfirmedCheckpoint, openCheckpoint, type Trust } from './trust.ts'

/** What the hub calls the ids of an entry, for people: under its seal, but not in the log. */
export type Names = Readonly<Record<string, { readonly zh: string; readonly en: string }>>

/** A receipt as it lies in its file: canonical JSON in one line. The entry's bytes are exactly what is hashed. */
export type Receipt = {
  readonly v: 'lianban-receipt/1'
  readonly entry: string
  /** C2SP tlog-proof, with the confirmed checkpoint. */
  readonly proof: string
  readonly names: Names
  /** The log's signature over all of the above, so that nothing around the proof can be changed either. */
  readonly seal: string
}

export type VerifiedReceipt = {
  readonly ok: true
  readonly index: number
  readonly entry: ReadableEntry
  readonly checkpoint: ConfirmedCheckpoint
  readonly names: Names
}

export const receiptText = (receipt: Receipt): string => `${canonicalJson(receipt)}\n`

/** What is sealed. No checkpoint begins like this, so a seal can never pass for the signature of one. */
export const sealedBytes = ({ v, entry, proof, names }: Omit<Receipt, 'seal'>): Uint8Array =>
  utf8(`${v} seal\n${canonicalJson({ v, entry, proof, names })}`)

/** Whether a receipt holds, by itself and by whom the verifier trusts. Pure: it asks nobody. */
export function verifyReceipt(text: string, trust: Trust): VerifiedReceipt | ({ readonly ok: false } & ProofProblem) {
  const refused = (problem: ProofProblem) => ({ ok: false as const, ...problem })
  const receipt = parseReceipt(text)
  if (!receipt) return refused(proofProblems.notAReceipt())
  const proof = parseProof(receipt.proof)
  if (!proof) return refused(proofProblems.proofUnreadable())
  const checkpoint = openCheckpoint(proof.checkpoint, trust)
  if (isProblem(checkpoint)) return refused(checkpoint)
  const { index } = proof
  const { size, rootHash: root } = checkpoint
  if (!verifyInclusion({ leaf: leafHash(receipt.entry), index, size, proof: proof.hashes, root }))
    return refused(proofProblems.notInLog(index))
  const entry = readableEntry(receipt.entry)
  if (!entry) return refused(proofProblems.entryUnreadable())
  const seal = bytesOf(receipt.seal)
  if (!seal || trust.log.verify?.(sealedBytes(receipt), seal) !== true) return refused(proofProblems.sealWrong())
  return { ok: true, index, entry, checkpoint, names: receipt.names }
}

/** The one text of a receipt: what reads as one and is written differently is none. */
function parseReceipt(text: string): Receipt | undefined {
  try {
    const receipt = JSON.parse(text) as Receipt
    const { v, entry, proof, names, seal } = receipt
    const isWhole = [entry, proof, seal].every((part) => typeof part === 'string') && typeof names === 'object'
    if (v !== 'lianban-receipt/1' || !isWhole || names === null || !areNames(names)) return undefined
    return receiptText({ v, entry, proof, names, seal }) === text ? receipt : undefined
  } catch {
    return undefined
  }
}

const areNames = (names: Names): boolean =>
  Object.values(names).every((name) => typeof name?.zh === 'string' && typeof name.en === 'string')

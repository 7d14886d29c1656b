import type { Sentence } from '@lianban/kernel'
import { equalBytes } from '@lianban/kernel/digest'
import { base64Of } from './bytes.ts'
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts'
import { isSignedBy, parseNote } from './note.ts'
import { verifyConsistency } from './proof.ts'
import type { ReadTile } from './tile.ts'
import { makeTileProofs } from './tile-proof.ts'
import type { VerifierKey } from './verifier-key.ts'

/** A checkpoint that goes on from what was seen before, or both heads and why they cannot both be true. */
export type Witnessed =
  | { readonly isConsistent: true; readonly text: string; readonly checkpoint: Checkpoint }
  | {
      readonly isConsistent: false
      readonly code: 'forged' | 'rolled-back' | 'forked' | 'tiles-wrong'
      /** Whether the two notes alone prove it to anybody: both are signed by the log. */
      readonly isProof: boolean
      readonly problem: Sentence
    }

/**
 * What a witness does before it cosigns: the note is the log's own, no shorter than the last one seen, and its tree has
 * that one as a prefix. The tiles are the log's, and believed only as far as they hash to both roots.
 */
export async function witnessed(given: {
  readonly offered: string
  readonly held: string | undefined
  readonly key: VerifierKey
  readonly read: ReadTile
}): Promise<Witnessed> {
  const { key, read } = given
  const offered = opened(given.offered, key)
  if (!offered)
    return refused(
      'forged',
      false,
      '检查点不是由本日志的密钥签署的。',
      'The checkpoint is not signed by the key of the log.',
    )
  const consistent = { isConsistent: true, text: offered.text, checkpoint: offered.checkpoint } as const
  if (given.held === undefined) return consistent
  const held = opened(given.held, key)
  if (!held) throw new Error('the checkpoint kept from the last time is not one of this log')
  const [earlier, later] = [held.checkpoint, offered.checkpoint]
  const [before, now] = [headOf(earlier), headOf(later)]
  if (later.size < earlier.size)
    return refused(
      'rolled-back',
      true,
      `日志倒退：此前见到 ${before.zh}，现在只有 ${now.zh}。`,
      `The log went back: seen before was ${before.en}, now there is only ${now.en}.`,
    )
  const forked = () =>
    refused(
      'forked',
      later.size === earlier.size,
      `日志分叉：此前见到的 ${before.zh} 不是现在的 ${now.zh} 的前缀。`,
      `The log forked: ${before.en}, seen before, is no prefix of ${now.en}, offered now.`,
    )
  if (later.size === earlier.size) return equalBytes(later.rootHash, earlier.rootHash) ? consistent : forked()
  if (earlier.size === 0) return consistent
  const proofs = makeTileProofs(read)
  const proof = await proofs.consistency(earlier.size, later.size)
  const roots = {
    earlier: { size: earlier.size, root: earlier.rootHash },
    later: { size: later.size, root: later.rootHash },
  }
  if (verifyConsistency({ ...roots, proof })) return consistent
  if (equalBytes(await proofs.root(later.size), later.rootHash)) return forked()
  return refused(
    'tiles-wrong',
    false,
    `日志给出的哈希块与其检查点 ${now.zh} 不符。`,
    `The tiles that the log hands out do not have the root of its checkpoint ${now.en}.`,
  )
}

const refused = (
  code: 'forged' | 'rolled-back' | 'forked' | 'tiles-wrong',
  isProof: boolean,
  zh: string,
  en: string,
): Witnessed => ({
  isConsistent: false,
  code,
  isProof,
  problem: { zh, en },
})

function opened(note: string, key: VerifierKey): { text: string; checkpoint: Checkpoint } | undefined {
  const parsed = parseNote(note)
  const checkpoint = parsed && parseCheckpoint(parsed.text)
  if (!parsed || !checkpoint || checkpoint.origin !== key.name || !isSignedBy(parsed, key)) return undefined
  return { text: parsed.text, checkpoint }
}

const headOf = ({ size, rootHash }: Checkpoint): Sentence => {
  const root = base64Of(rootHash)
  return { zh: `${size} 条（根 ${root}）`, en: `${size} entries (root ${root})` }
}

import type { Tx } from '@lianban/db'
import { sql } from 'drizzle-orm'
import { type Names, receiptText } from './receipt.ts'
import type { Signer } from './signer.ts'
import type { TileProofs } from './tile-proof.ts'
import { formatProof } from './tlog-proof.ts'
import type { Trust } from './trust.ts'
import { confirmedCheckpoint } from './witnessing.ts'

/** What receipts are made with: one for the process, since it keeps the upper tiles. */
export type Receipts = { readonly signer: Signer; readonly trust: Trust; readonly proofs: TileProofs }

/**
 * The receipt for an entry that the transaction may see; `waiting` until enough witnesses have cosigned a checkpoint
 * that covers it, and nothing where there is no such entry.
 */
export async function makeReceipt(
  tx: Tx,
  { signer, trust, proofs }: Receipts,
  { entryId, names }: { readonly entryId: string; readonly names: Names },
): Promise<{ readonly receipt: string } | 'waiting' | undefined> {
  const { rows } = await tx.execute<{ body: string; leaf_index: string | null }>(
    sql`select body, leaf_index from audit_entries where id = ${entryId} order by leaf_index limit 1`,
  )
  const entry = rows[0]
  if (!entry) return undefined
  const confirmed = entry.leaf_index === null ? undefined : await confirmedCheckpoint(tx, trust)
  const index = Number(entry.leaf_index)
  if (!confirmed || confirmed.checkpoint.size <= index) return 'waiting'
  const hashes = await proofs.inclusion(index, confirmed.checkpoint.size)
  const proof = formatProof({ index, hashes, checkpoint: confirmed.note })
  return { receipt: receiptText(signer.receipt({ entry: entry.body, proof, names })) }
}

import { callAtCommit, type Tx } from '@lianban/db'
import type { EntryId } from '@lianban/kernel'
import { bodyOf, type Entry } from './entry.ts'
import { inputDigest, makeSalt } from './input-digest.ts'

/** Writes the entry in the caller's transaction, with its commit: the act and its entry are there together or not at all. */
export async function appendEntry(
  tx: Tx,
  { input, ...entry }: Omit<Entry, 'inputDigest'> & { readonly input?: unknown },
): Promise<EntryId> {
  const salt = input === undefined ? null : makeSalt()
  const body = bodyOf(salt ? { ...entry, inputDigest: inputDigest(salt, input) } : entry)
  callAtCommit(tx, 'append_audit_entry', [body, salt])
  return entry.id
}

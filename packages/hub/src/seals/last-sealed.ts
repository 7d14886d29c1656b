import type { Tx } from '@lianban/db'
import type { CaseId, SealId } from '@lianban/kernel'
import { stateOf } from './seal.ts'
import { sealsOf } from './store.ts'

/** The newest version of a dossier that all who had to have signed: its number, what they signed, and when the last did. */
export async function lastSealed(
  tx: Tx,
  caseId: CaseId,
): Promise<{ number: number; digest: string; at: Date } | undefined> {
  const sealed = (await sealsOf(tx, caseId)).find((seal) => stateOf(seal) === 'sealed')
  return sealed && { number: sealed.number, digest: sealed.digest, at: sealed.signatures.at(-1)!.signedAt }
}

/** The versions that all who had to have signed. */
export const sealedIn = async (tx: Tx, caseId: CaseId): Promise<SealId[]> =>
  (await sealsOf(tx, caseId)).filter((seal) => stateOf(seal) === 'sealed').map(({ id }) => id)

import type { Tx } from '@lianban/db'
import type { GrantId } from '@lianban/kernel'
import { type Grant, type GrantRow, lockGrant } from '../grants/index.ts'
import { findRecord, recordRefOf, type SharedRecord } from './record.ts'

/** A grant, locked, with the case whose trail its acts belong to. */
export async function grantWithCase(tx: Tx, id: GrantId): Promise<GrantRow & { readonly caseId?: string }> {
  const grant = await lockGrant(tx, id)
  return grant.recordKind === 'Case' ? { ...grant, caseId: grant.recordId } : grant
}

export const recordOf = (tx: Tx, grant: Grant): Promise<SharedRecord> => findRecord(tx, recordRefOf(grant))

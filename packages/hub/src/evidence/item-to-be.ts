import type { Tx } from '@lianban/db'
import { type CaseId, type EvidenceId, newId } from '@lianban/kernel'
import type { Officer } from '@lianban/policy'
import { findCase } from '../cases/index.ts'
import { lock } from '../lock.ts'
import { standingIn } from '../standing/index.ts'
import type { EvidenceRow } from './evidence-item.ts'

type ItemToBe = Pick<EvidenceRow, 'id' | 'caseId' | 'agencyId' | 'ofCase' | 'standing'>

/** An item that is about to go into the register of the case, which waits for its turn there: what the rules are asked about. */
export async function itemToBe(tx: Tx, caseId: CaseId, { agencyId }: Pick<Officer, 'agencyId'>): Promise<ItemToBe> {
  const ofCase = await findCase(tx, caseId)
  await lock(tx, 'EvidenceRegister', ofCase.id)
  return {
    id: newId<EvidenceId>(),
    caseId: ofCase.id,
    agencyId: agencyId as ItemToBe['agencyId'],
    ofCase,
    standing: standingIn(ofCase),
  }
}

import type { Tx } from '@lianban/db'
import type { CaseId, EvidenceId } from '@lianban/kernel'
import { itemsByIds } from '../evidence/index.ts'
import { refusals } from './refusals.ts'

/** An item of this case; of another one nothing is told but that it is none of this. */
export async function itemInCase(tx: Tx, caseId: CaseId, id: EvidenceId) {
  const [item] = await itemsByIds(tx, [id])
  if (item?.caseId !== caseId) throw refusals.itemElsewhere()
  return item
}

import type { Tx } from '@lianban/db'
import type { CaseId } from '@lianban/kernel'
import type { Law } from '@lianban/law'
import { stepsOf } from './step-store.ts'

/** Whether the procuratorate’s own steps have led to where its opinion on the case is written. */
export async function isOpinionDue(tx: Tx, { handoffs }: Pick<Law, 'handoffs'>, caseId: CaseId): Promise<boolean> {
  const steps = await stepsOf(tx, caseId)
  return Object.values(handoffs).some(
    ({ prepared, track }) =>
      prepared === 'giveOpinion' &&
      steps.findLast((step) => step.track === track?.name)?.standing === track?.standsFor.prepared,
  )
}

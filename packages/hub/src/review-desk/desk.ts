import type { Tx } from '@lianban/db'
import type { SignedIn } from '@lianban/identity'
import type { AgencyId, CaseId } from '@lianban/kernel'
import { type CaseRow, findCase } from '../cases/index.ts'
import { type Standing, standingIn } from '../standing/index.ts'

/** 审查台: what one agency makes of the evidence of a case. It names no case to the log, whose trail others read. */
export type ReviewDesk = {
  readonly id: string
  readonly agencyId: AgencyId
  readonly ofCase: CaseRow
  readonly standing: readonly Standing[]
}

export async function deskOf(
  tx: Tx,
  caseId: CaseId,
  { agencyId }: SignedIn['officer'],
  id: string = caseId,
): Promise<ReviewDesk> {
  const ofCase = await findCase(tx, caseId)
  return { id, agencyId, ofCase, standing: standingIn(ofCase) }
}

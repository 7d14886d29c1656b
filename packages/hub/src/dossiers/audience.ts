import type { Tx } from '@lianban/db'
import type { AgencyId } from '@lianban/kernel'
import { findAgency } from '../agencies/index.ts'
import type { CaseRow } from '../cases/index.ts'
import { isLive } from '../grants/index.ts'
import { memberNotOnCase } from './refusals.ts'
import type { Audience } from './section.ts'

/** The agencies a section is opened to: never wider than the case, and always with the agency that opens it. */
export async function membersWithin(
  tx: Tx,
  ofCase: Pick<CaseRow, 'ownerAgencyId' | 'leadAgencyId' | 'grants'>,
  asked: { audience: Audience; memberAgencyIds: readonly AgencyId[]; ownerAgencyId: AgencyId; now: Date },
): Promise<AgencyId[]> {
  if (asked.audience === 'case') return []
  const onCase = new Set([
    ofCase.ownerAgencyId,
    ofCase.leadAgencyId,
    ...ofCase.grants.filter((grant) => isLive(grant, asked.now)).map((grant) => grant.granteeAgencyId),
  ])
  const outsider = asked.memberAgencyIds.find((id) => !onCase.has(id))
  if (outsider) throw memberNotOnCase((await findAgency(tx, { id: outsider })).shortZh)
  return [...new Set([asked.ownerAgencyId, ...asked.memberAgencyIds])]
}

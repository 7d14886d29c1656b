import type { Tx } from '@lianban/db'
import type { AgencyId } from '@lianban/kernel'
import { agencyCards } from '../agencies/index.ts'
import type { CaseRow } from '../cases/index.ts'
import type { SectionRow } from '../dossiers/index.ts'
import { isLive } from '../grants/index.ts'
import type { Hub } from '../hub.ts'
import { officerOf } from '../sharing/index.ts'

/**
 * The agencies that have a part in a dossier: whoever opened and leads the case, those whose leader the rules let write
 * some section, and those that a section names and lets read.
 */
export async function partiesOf(
  { tx, hub, now }: { tx: Tx; hub: Hub; now: Date },
  ofCase: CaseRow,
  sections: readonly SectionRow[],
): Promise<AgencyId[]> {
  const own = [ofCase.ownerAgencyId, ofCase.leadAgencyId]
  const guests = ofCase.grants.filter((grant) => isLive(grant, now)).map(({ granteeAgencyId }) => granteeAgencyId)
  const cards = await agencyCards(tx, guests)
  const taking = [...cards.values()].filter((agency) => {
    const leader = officerOf({ agency, officer: null }, 'leader')
    const may = (action: string, section: SectionRow) => Boolean(hub.policy.allows(leader, action, 'Section', section))
    return sections.some(
      (section) =>
        may('write', section) ||
        (section.members.some(({ agencyId }) => agencyId === agency.id) && may('read', section)),
    )
  })
  return [...new Set([...own, ...taking.map(({ id }) => id)])]
}

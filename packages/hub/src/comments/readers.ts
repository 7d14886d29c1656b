import type { Tx } from '@lianban/db'
import type { AgencyId, OfficerId } from '@lianban/kernel'
import { type AgencyCard, agencyCards, officerCards, postsOf, rolesOfOfficers } from '../agencies/index.ts'
import type { SectionRow } from '../dossiers/index.ts'
import { isLive } from '../grants/index.ts'
import type { Hub } from '../hub.ts'

type Asked = { readonly hub: Hub; readonly tx: Tx; readonly now: Date }

const agenciesAround = (section: SectionRow, now: Date): AgencyId[] => [
  ...new Set([
    ...section.case.flatMap(({ ownerAgencyId, leadAgencyId }) => [ownerAgencyId, leadAgencyId]),
    ...section.caseGrants.filter((grant) => isLive(grant, now)).map(({ granteeAgencyId }) => granteeAgencyId),
  ]),
]

/** The officers who may read a section at this moment, as far as their agencies show their posts. */
export async function readersOfSection({ hub, tx, now }: Asked, section: SectionRow) {
  const agencies = await agencyCards(tx, agenciesAround(section, now))
  const found = []
  for (const agency of agencies.values())
    for (const { id, postZh, postEn, roles } of await postsOf(tx, agency.id))
      if (mayRead(hub, section, { id, agency, roles })) found.push({ id, postZh, postEn, agency })
  return found
}

/** Whether each of these officers may read the section; of one whom nobody knows the answer is no. */
export async function areReaders(
  { hub, tx }: Asked,
  section: SectionRow,
  officerIds: readonly OfficerId[],
): Promise<boolean> {
  const cards = await officerCards(tx, officerIds)
  const roles = await rolesOfOfficers(tx, officerIds)
  return officerIds.every((id) => {
    const agency = cards.get(id)?.agency
    return agency !== undefined && mayRead(hub, section, { id, agency, roles: roles.get(id) ?? [] })
  })
}

function mayRead(
  { policy }: Hub,
  section: SectionRow,
  { id, agency, roles }: { readonly id: OfficerId; readonly agency: AgencyCard; readonly roles: readonly string[] },
): boolean {
  const officer = { id, agencyId: agency.id, agencyKind: agency.kind, region: agency.region, roles }
  return Boolean(policy.allows(officer, 'read', 'Section', section))
}

import type { AgencyId } from '@lianban/kernel'
import { isLive, withheldFrom } from '../grants/index.ts'
import { type ClueRow, withholdable } from './clue.ts'

/**
 * The fields of a clue that an agency does not get to see. Whoever reads it only as part of a case sees no more of it
 * than the agency that opened the case, which sees nothing once its own grant is gone.
 */
export function withheldFromClue(agencyId: AgencyId, clue: ClueRow, now: Date): string[] {
  const own = withheldDirectly(agencyId, clue, now)
  if (own) return own
  const throughCases = clue.caseGrants
    .filter((grant) => grant.granteeAgencyId === agencyId && grant.showsClues && isLive(grant, now))
    .map((grant) => withheldDirectly(grant.ownerAgencyId, clue, now))
  return withholdable
    .map(({ field }) => field)
    .filter((field) => throughCases.every((withheld) => !withheld || withheld.includes(field)))
}

/** By ownership or a grant of its own; nothing when the agency has neither. */
function withheldDirectly(agencyId: AgencyId, clue: ClueRow, now: Date): string[] | undefined {
  const isOpen = clue.grants.some((grant) => grant.granteeAgencyId === agencyId && isLive(grant, now))
  return clue.ownerAgencyId === agencyId || isOpen ? withheldFrom(agencyId, clue, now) : undefined
}

/** Whether an agency that takes a clue up may let it go on with the case: its own clue, or one given to be passed on. */
export const mayPassOn = (agencyId: AgencyId, clue: ClueRow, now: Date): boolean =>
  clue.ownerAgencyId === agencyId ||
  clue.grants.some((grant) => grant.granteeAgencyId === agencyId && grant.allowsOnward && isLive(grant, now))

import type { Officer, Policy } from '@lianban/policy'
import { openTo, type Reader, withheldFrom } from '../grants/index.ts'
import { type ClueRow, withholdable } from './clue.ts'

/** An officer who reads, and the moment. */
export type Reading = {
  readonly hub: { readonly policy: Pick<Policy, 'allows' | 'withheldFields'> }
  readonly officer: Officer
  readonly now: Date
}

/**
 * The fields of a clue that a reader does not get to see. Whoever reads it only as part of a case sees no more of it
 * than the agency that opened the case, which sees nothing once its own grant is gone.
 */
export function withheldFromClue(reader: Reader, clue: ClueRow, now: Date): string[] {
  const own = withheldDirectly(reader, clue, now)
  if (own) return own
  const throughCases = openTo(clue.caseGrants, reader, now)
    .filter((grant) => grant.showsClues)
    .map((grant) => withheldDirectly({ agencyId: grant.ownerAgencyId, id: null }, clue, now))
  return withholdable
    .map(({ field }) => field)
    .filter((field) => throughCases.every((withheld) => !withheld || withheld.includes(field)))
}

/** What an officer who may read a clue does not see of it: what the grants leave out, and what the rules withhold. */
export function hiddenInClue({ hub, officer, now }: Reading, clue: ClueRow): string[] {
  const byRule = hub.policy.withheldFields(officer, 'Clue', clue)
  return [...new Set([...withheldFromClue(officer, clue, now), ...byRule])]
}

/** By ownership or a grant of its own; nothing when the reader has neither. */
function withheldDirectly(reader: Reader, clue: ClueRow, now: Date): string[] | undefined {
  const isOpen = clue.ownerAgencyId === reader.agencyId || openTo(clue.grants, reader, now).length > 0
  return isOpen ? withheldFrom(reader, clue, now) : undefined
}

/** Whether whoever takes a clue up may let it go on with the case: the agency’s own clue, or one given to be passed on. */
export const mayPassOn = (reader: Reader, clue: ClueRow, now: Date): boolean =>
  clue.ownerAgencyId === reader.agencyId || openTo(clue.grants, reader, now).some((grant) => grant.allowsOnward)

import type { Sentence } from '@lianban/kernel'
import type { RuleExplained } from '@lianban/policy'
import type { Reading } from '../clues/index.ts'
import { officerOf, withheldFor, withholdableOf } from '../sharing/index.ts'
import type { Whom } from './whom.ts'
import { type Agencies, type Reason, reasonsInGrants, type SharedRow } from './withheld-by-grants.ts'

/** A field of a record that its reader does not get to see, and why not. */
type WithheldExplained = { readonly field: string; readonly words: Sentence; readonly by: readonly Reason[] }

type Given = {
  readonly reading: Reading
  readonly agencies: Agencies
  /** The rules by which the officer reads the record. */
  readonly readBy: readonly RuleExplained[]
}

/** Field by field, by the grants and the rules under which the officer reads the record. */
export function explainWithheld(record: SharedRow, given: Given): WithheldExplained[] {
  const { reading, agencies } = given
  const hidden = withheldFor(reading, record)
  return withholdableOf[record.kind]
    .filter(({ field }) => hidden.includes(field))
    .map(({ field, zh, en }) => ({
      field,
      words: { zh, en },
      by: [...reasonsInGrants(field, record, { reading, agencies }), ...reasonsInRules(field, record, given)],
    }))
}

/** A field is kept back by rules when every rule to read that holds keeps it back: another post may see it. */
function reasonsInRules(field: string, { kind, row }: SharedRow, { reading, agencies, readBy }: Given): Reason[] {
  const { officer, hub } = reading
  const { policy } = hub
  if (!policy.withheldFields(officer, kind, row).includes(field)) return []
  const agency = agencies.get(officer.agencyId)!
  const isSeen = (['intake', 'duty_officer', 'handler', 'leader'] as const).some((role) => {
    const colleague = officerOf({ agency, officer: null }, role)
    return policy.allows(colleague, 'read', kind, row) && !policy.withheldFields(colleague, kind, row).includes(field)
  })
  const ask: Whom = isSeen
    ? { closer: 'own-agency', agency, roles: ['leader'] }
    : { closer: 'nobody', agency: null, roles: [] }
  return readBy.map(({ rule, because }) => ({ words: because, rule, ask }))
}

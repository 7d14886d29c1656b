import type { AgencyId, Sentence } from '@lianban/kernel'
import type { RuleId } from '@lianban/policy'
import type { AgencyCard } from '../agencies/index.ts'
import type { CaseRow } from '../cases/index.ts'
import type { ClueRow, Reading } from '../clues/index.ts'
import { type Grant, openTo } from '../grants/index.ts'
import { deciders, type Whom } from './whom.ts'
import { byCase, byGrant } from './withheld-words.ts'

/** One thing that keeps a field back, the rule if it is one, and who could change that. */
export type Reason = { readonly words: Sentence; readonly rule: RuleId | null; readonly ask: Whom }

export type SharedRow =
  | { readonly kind: 'Case'; readonly row: CaseRow }
  | { readonly kind: 'Clue'; readonly row: ClueRow }

export type Agencies = ReadonlyMap<AgencyId, AgencyCard>

type Given = { readonly reading: Reading; readonly agencies: Agencies }

/** The agencies that gave what readers have of a record, so that they can be named. */
export const giversOf = (row: object): AgencyId[] => {
  const { grants = [], caseGrants = [] } = row as { grants?: Grant[]; caseGrants?: Grant[] }
  return [...grants, ...caseGrants].flatMap((grant) => [grant.ownerAgencyId, giver(grant)])
}

/** The grants that leave a field out, when none that is open to the officer has it. */
export function reasonsInGrants(field: string, record: SharedRow, { reading, agencies }: Given): Reason[] {
  const { officer, now } = reading
  const { row } = record
  if ([row.ownerAgencyId, 'leadAgencyId' in row && row.leadAgencyId].includes(officer.agencyId)) return []
  const own = openTo(row.grants, officer, now)
  const ask = (agencyId: AgencyId) => whoGives(agencyId, record, { reading, agencies })
  if (own.length > 0)
    return own.every((grant) => grant.withheldFields.includes(field))
      ? own.map((grant) => ({
          words: byGrant(grant, agencies.get(giver(grant))),
          rule: null,
          ask: ask(giver(grant)),
        }))
      : []
  if (record.kind === 'Case') return []
  const through = openTo(record.row.caseGrants, officer, now).filter((grant) => grant.showsClues)
  if (through.some((grant) => hasItself(grant.ownerAgencyId, field, record.row, now))) return []
  return [...new Set(through.map((grant) => grant.ownerAgencyId))].map((agencyId) => ({
    words: byCase(agencies.get(agencyId)),
    rule: null,
    ask: ask(row.ownerAgencyId),
  }))
}

/** Whether the agency of a case has the field of the clue itself. */
const hasItself = (agencyId: AgencyId, field: string, clue: ClueRow, now: Date): boolean =>
  clue.ownerAgencyId === agencyId ||
  openTo(clue.grants, { agencyId, id: null }, now).some((grant) => !grant.withheldFields.includes(field))

function whoGives(agencyId: AgencyId, { kind, row }: SharedRow, { reading, agencies }: Given): Whom {
  const agency = agencies.get(agencyId) ?? null
  const { policy } = reading.hub
  const asked = { policy, kind, action: 'read', row, ownAgencyId: reading.officer.agencyId, agencies }
  return { closer: 'owner', agency, roles: agency ? deciders('owner', agency, asked) : [] }
}

const giver = (grant: Grant): AgencyId => grant.onwardAgencyId ?? grant.ownerAgencyId

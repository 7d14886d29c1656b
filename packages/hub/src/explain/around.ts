import type { Tx } from '@lianban/db'
import type { AgencyId, OfficerId } from '@lianban/kernel'
import { agencyCards, officerCards } from '../agencies/index.ts'
import type { Grantee } from '../sharing/index.ts'
import { ownersOf } from './whom.ts'

/** An agency that a record names, or one officer of it. */
type Named = { readonly agencyId: AgencyId; readonly officerId: OfficerId | null }

/** Attributes in which a record names an agency that has something to do with it. */
const naming = [
  'ownerAgencyId',
  'leadAgencyId',
  'fromAgencyId',
  'toAgencyId',
  'proposedByAgencyId',
  'onwardAgencyId',
  'agencyId',
]

/** Relations that tie an agency to the record; with whom its owner has agreements is no tie, and nobody's to learn here. */
const tying = ['case', 'grants', 'caseGrants', 'members', 'parties', 'taskForceSeats', 'seats']

/** Whoever stands around a record: its own agencies first, then those its grants, members and parties name, each once. */
export async function standingAround(tx: Tx, row: object): Promise<Grantee[]> {
  const own = new Set(ownIn(row).map(({ agencyId }) => agencyId))
  const named = new Map(namedIn(row).map((one) => [one.officerId ?? one.agencyId, one]))
  const agencies = await agencyCards(
    tx,
    [...named.values()].map(({ agencyId }) => agencyId),
  )
  const officers = await officerCards(
    tx,
    [...named.values()].flatMap(({ officerId }) => officerId ?? []),
  )
  const found = [...named.values()].flatMap(({ agencyId, officerId }) => {
    const agency = agencies.get(agencyId)
    return agency ? [{ agency, officer: (officerId && officers.get(officerId)) || null }] : []
  })
  const guests = found.filter(({ agency }) => !own.has(agency.id))
  return [
    ...found.filter(({ agency }) => own.has(agency.id)),
    ...guests.toSorted(
      (a, b) => a.agency.region.localeCompare(b.agency.region) || a.agency.slug.localeCompare(b.agency.slug),
    ),
  ]
}

function namedIn(row: object): Named[] {
  const related = tying.flatMap((name) => (row as Record<string, readonly object[] | undefined>)[name] ?? [])
  return [...ownIn(row), ...granteeIn(row), ...readersIn(row), ...related.flatMap(namedIn)]
}

/** The officers to whom the record is kept, if it is: those of its owner who stand before it. */
function readersIn(row: object): Named[] {
  const { readers = [], caseReaders = [], circle = [] } = row as Partial<Record<string, readonly Kept[]>>
  const { owner } = ownersOf(row)
  return [...readers, ...caseReaders, ...circle].flatMap(({ officerId = null, memberId = officerId }) =>
    memberId && memberId !== owner ? [{ agencyId: owner, officerId: memberId as OfficerId }] : [],
  )
}

type Kept = { readonly officerId?: OfficerId; readonly memberId?: AgencyId | OfficerId | null }

const ownIn = (row: object): Named[] =>
  naming.flatMap((name) => {
    const agencyId = (row as Record<string, AgencyId | null | undefined>)[name]
    return agencyId ? [{ agencyId, officerId: seatedIn(row, agencyId) }] : []
  })

/** Whose seat it is, if it is one officer's and not a whole agency's. */
const seatedIn = (row: object, agencyId: AgencyId): OfficerId | null =>
  'memberId' in row && row.memberId !== agencyId ? (row.memberId as OfficerId) : null

function granteeIn(row: object): Named[] {
  if (!('granteeAgencyId' in row)) return []
  const { granteeAgencyId: agencyId, granteeOfficerId: officerId } = row as {
    granteeAgencyId: AgencyId
    granteeOfficerId?: OfficerId | null
  }
  return [{ agencyId, officerId: officerId ?? null }]
}

import type { AgencyId } from '@lianban/kernel'
import type { Gap, Policy, RuleExplained } from '@lianban/policy'
import type { AgencyCard, Role } from '../agencies/index.ts'
import { officerOf } from '../sharing/index.ts'
import { unstated } from './acts.ts'

/**
 * Who could close a gap: the officer's own agency, the one that owns the record or its section. Where no one can, the
 * agency that may do it itself, or by law nobody.
 */
type Closer = 'own-agency' | 'owner' | 'section-owner' | 'does-it' | 'nobody'

const closers: Readonly<Record<string, Closer>> = {
  role: 'own-agency',
  label: 'own-agency',
  grant: 'owner',
  'grant-state': 'owner',
  expired: 'owner',
  level: 'owner',
  handling: 'owner',
  member: 'section-owner',
  audience: 'section-owner',
}

/** The agency and the posts in it to turn to; no agency where no one can open the way. */
export type Whom = { readonly closer: Closer; readonly agency: AgencyCard | null; readonly roles: Role[] }

type Given = {
  readonly policy: Pick<Policy, 'allows'>
  readonly kind: string
  readonly action: string
  readonly row: object
  readonly ownAgencyId: AgencyId
  readonly agencies: ReadonlyMap<AgencyId, AgencyCard>
}

/** Whom to ask so that a rule comes to allow the act: everybody who has to move, or whose task it is if a gap is for nobody to close. */
export function whomToAsk({ gaps }: Pick<RuleExplained, 'gaps'>, given: Given): Whom[] {
  const needed = [...new Set(gaps.map((gap) => (isOfOwnGrant(gap, given) ? 'nobody' : closerOf(gap))))]
  if (needed.includes('nobody')) return [doer(given)]
  return needed.map((closer) => {
    const agency = given.agencies.get(idOf(closer, given)) ?? null
    return { closer, agency, roles: closer === 'own-agency' || !agency ? ['leader'] : deciders(closer, agency, given) }
  })
}

/** The agency of the record whose posts may do it themselves: the asker's own is no one else. */
function doer(given: Given): Whom {
  const { leadAgencyId, toAgencyId } = given.row as Record<string, AgencyId | undefined>
  const { owner, sectionOwner } = ownersOf(given.row)
  for (const id of [owner, leadAgencyId, sectionOwner, toAgencyId]) {
    const agency = id && id !== given.ownAgencyId ? given.agencies.get(id) : undefined
    const roles = agency ? mayDo(given.action, agency, given) : []
    if (agency && roles.length) return { closer: 'does-it', agency, roles }
  }
  return { closer: 'nobody', agency: null, roles: [] }
}

/** Posts are told as if all of the agency might know of the record: to whom it is kept is not for others to learn. */
function mayDo(action: string, agency: AgencyCard, { policy, kind, row }: Given): Role[] {
  const openly = 'circle' in row ? { ...row, circle: [{ memberId: agency.id }] } : row
  return (['intake', 'duty_officer', 'handler', 'leader'] as const).filter((role) =>
    policy.allows(officerOf({ agency, officer: null }, role), action, kind, openly, unstated),
  )
}

/** No agency is granted a record of its own: what takes a grant is for others to do. */
const isOfOwnGrant = ({ kind }: Gap, given: Given): boolean =>
  ['grant', 'grant-state', 'expired', 'level'].includes(kind) && idOf('owner', given) === given.ownAgencyId

const closerOf = ({ kind }: Gap): Closer => closers[kind] ?? 'nobody'

/** The agency whose record it is, of any kind of row. */
export function ownersOf(row: object): { owner: AgencyId; sectionOwner: AgencyId } {
  const {
    ownerAgencyId,
    fromAgencyId,
    proposedByAgencyId,
    leadAgencyId,
    case: cases,
  } = row as Record<string, AgencyId> & {
    case?: { ownerAgencyId: AgencyId }[]
  }
  const own = (ownerAgencyId ?? fromAgencyId ?? proposedByAgencyId ?? leadAgencyId)!
  return { owner: cases?.[0]?.ownerAgencyId ?? own, sectionOwner: own }
}

function idOf(closer: Closer, { row, ownAgencyId }: Given): AgencyId {
  if (closer === 'own-agency') return ownAgencyId
  const { owner, sectionOwner } = ownersOf(row)
  return closer === 'section-owner' ? sectionOwner : owner
}

/** The posts that the rules let share the record, open it to the whole agency or restrict the section; where no rule says, handlers and leaders. */
export function deciders(closer: Closer, agency: AgencyCard, given: Given): Role[] {
  const ofSection = given.kind === 'Section'
  const deciding = closer !== 'section-owner' ? 'share' : ofSection ? 'restrict' : 'widen'
  const speaks = ofSection ? deciding === 'restrict' : given.kind === 'Case' || given.kind === 'Clue'
  const allowed = speaks ? mayDo(deciding, agency, given) : []
  return allowed.length ? allowed : ['handler', 'leader']
}

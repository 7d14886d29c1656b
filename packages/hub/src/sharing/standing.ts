import type { Tx } from '@lianban/db'
import type { Sentence } from '@lianban/kernel'
import type { Officer } from '@lianban/policy'
import { type AgencyCard, type OfficerCard, type Role, rolesOf, rolesOfOfficers } from '../agencies/index.ts'
import type { SectionRow } from '../dossiers/index.ts'
import type { Hub } from '../hub.ts'
import type { SharedRecord } from './record.ts'
import { actionWords } from './words.ts'

export type AllowedAct = {
  readonly action: string
  readonly zh: string
  readonly en: string
  readonly rule: string
  readonly because: Sentence
}
/** Whose standing is asked for: every post of an agency, or one officer of it. */
export type Grantee = { readonly agency: AgencyCard; readonly officer: OfficerCard | null }

export type RoleStanding = { readonly role: Role; readonly officers: number; readonly actions: AllowedAct[] }

/**
 * What each role of a grantee may do with a record, decided by the same rules that decide in earnest: an officer with
 * only this role stands before the row.
 */
export async function standingOf(
  hub: Hub,
  tx: Tx,
  grantee: Grantee,
  record: SharedRecord,
  sections: readonly SectionRow[],
): Promise<RoleStanding[]> {
  const posts = await postsHeld(tx, grantee)
  return [...new Set(posts.flat())].flatMap((role): RoleStanding[] => {
    const somebody = officerOf(grantee, role)
    const actions = Object.entries(actionWords[record.kind]).flatMap(([action, words]): AllowedAct[] => {
      const decision =
        action === 'write'
          ? sections.map((section) => hub.policy.allows(somebody, 'write', 'Section', section)).find(Boolean)
          : hub.policy.allows(somebody, action, record.kind, record.row)
      return decision ? [{ action, ...words, rule: decision.rule, because: decision.because }] : []
    })
    return actions.length ? [{ role, officers: posts.filter((held) => held.includes(role)).length, actions }] : []
  })
}

/** The roles of the one officer, or of every post of the agency, one array a post. */
export async function postsHeld(tx: Tx, { agency, officer }: Grantee): Promise<readonly (readonly Role[])[]> {
  if (!officer) return (await rolesOf(tx, [agency.id])).get(agency.id) ?? []
  return [(await rolesOfOfficers(tx, [officer.id])).get(officer.id) ?? []]
}

/** The grantee in this role. For a whole agency the id belongs to nobody, so that no rule about a person matches. */
export const officerOf = ({ agency, officer }: Grantee, role: Role): Officer => ({
  id: officer?.id ?? ('00000000-0000-7000-8000-000000000000' as Officer['id']),
  agencyId: agency.id,
  agencyKind: agency.kind,
  region: agency.region,
  roles: [role],
})

import type { Tx } from '@lianban/db'
import type { Sentence } from '@lianban/kernel'
import type { Officer } from '@lianban/policy'
import { type AgencyCard, type Role, rolesOf } from '../agencies/index.ts'
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
export type RoleStanding = { readonly role: Role; readonly officers: number; readonly actions: AllowedAct[] }

/**
 * What each role of an agency may do with a record, decided by the same rules that decide in earnest: an officer of
 * that agency with only this role stands before the row.
 */
export async function standingOf(
  hub: Hub,
  tx: Tx,
  agency: AgencyCard,
  record: SharedRecord,
  sections: readonly SectionRow[],
): Promise<RoleStanding[]> {
  const posts = (await rolesOf(tx, [agency.id])).get(agency.id) ?? []
  return [...new Set(posts.flat())].flatMap((role): RoleStanding[] => {
    const somebody = officerOf(agency, role)
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

/** A stand-in for any officer of the agency with this role; the id belongs to nobody, so no rule about a person matches. */
export const officerOf = (agency: AgencyCard, role: Role): Officer => ({
  id: '00000000-0000-7000-8000-000000000000' as Officer['id'],
  agencyId: agency.id,
  agencyKind: agency.kind,
  region: agency.region,
  roles: [role],
})

import type { Tx } from '@lianban/db'
import { rolesOf, rolesOfOfficers } from '../agencies/index.ts'
import { officerRolesAt, rolesAt } from '../history/index.ts'
import type { Grantee } from '../sharing/index.ts'
import type { PostsOf } from './standing.ts'

/** The posts of these grantees today. */
export async function postsNow(tx: Tx, grantees: readonly Grantee[]): Promise<PostsOf> {
  const ofAgencies = await rolesOf(tx, agenciesOf(grantees))
  const ofOfficers = await rolesOfOfficers(tx, officersOf(grantees))
  return ({ agency, officer }) => (officer ? [ofOfficers.get(officer.id) ?? []] : (ofAgencies.get(agency.id) ?? []))
}

/** The same as they were at an instant. */
export async function postsOn(tx: Tx, grantees: readonly Grantee[], at: Date): Promise<PostsOf> {
  const ofAgencies = await rolesAt(tx, agenciesOf(grantees), at)
  const ofOfficers = await officerRolesAt(tx, officersOf(grantees), at)
  return ({ agency, officer }) => (officer ? [ofOfficers.get(officer.id) ?? []] : (ofAgencies.get(agency.id) ?? []))
}

const agenciesOf = (grantees: readonly Grantee[]) => grantees.map(({ agency }) => agency.id)
const officersOf = (grantees: readonly Grantee[]) => grantees.flatMap(({ officer }) => officer?.id ?? [])

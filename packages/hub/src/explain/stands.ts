import type { Tx } from '@lianban/db'
import { agencyKinds, roles } from '@lianban/identity'
import type { AgencyId, OfficerId } from '@lianban/kernel'
import { type Grantee, officerOf } from '../sharing/index.ts'
import type { Stand } from './changes.ts'
import { postsNow } from './posts.ts'

/** Every post of those who stand around a record. */
export async function standsOf(tx: Tx, grantees: readonly Grantee[]): Promise<Stand[]> {
  const posts = await postsNow(tx, grantees)
  return grantees.flatMap((grantee) => {
    const held = posts(grantee)
    return [...new Set(held.flat())].map(
      (role): Stand => ({
        agency: grantee.agency,
        agencyKind: grantee.agency.kind,
        post: grantee.officer,
        role,
        officers: held.filter((all) => all.includes(role)).length,
        officer: officerOf(grantee, role),
      }),
    )
  })
}

/** Every post of an agency of each kind that has nothing to do with the record: what opens to it opens to all of them. */
export const outsiders = (): Stand[] =>
  agencyKinds.flatMap((agencyKind) =>
    roles.map(
      (role): Stand => ({
        agency: null,
        agencyKind,
        post: null,
        role,
        officers: 0,
        officer: {
          id: '00000000-0000-7000-8000-000000000000' as OfficerId,
          agencyId: '00000000-0000-7000-8000-000000000000' as AgencyId,
          agencyKind,
          region: '000000',
          roles: [role],
        },
      }),
    ),
  )

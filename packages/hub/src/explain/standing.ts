import type { Sentence } from '@lianban/kernel'
import type { Law } from '@lianban/law'
import type { Policy } from '@lianban/policy'
import type { Role } from '../agencies/index.ts'
import type { CaseRow } from '../cases/index.ts'
import type { ClueRow } from '../clues/index.ts'
import { type Grantee, officerOf, withheldFor, withholdableOf } from '../sharing/index.ts'
import { actsOn, unstated } from './acts.ts'

export type AllowedAct = {
  readonly action: string
  readonly words: Sentence
  readonly rule: string
  readonly because: Sentence
}

/** What one post of an agency, or of one officer, may do with a record. */
export type RoleStanding = { readonly role: Role; readonly officers: number; readonly acts: AllowedAct[] }

/** With what of the record each post does not see. */
export type SeeingStanding = RoleStanding & { readonly withheld: Sentence[] }

/** The roles of a grantee, one array a post. */
export type PostsOf = (grantee: Grantee) => readonly (readonly Role[])[]

/** Decided in earnest for each role by itself: an officer of the grantee with only this role stands before the row. */
export function standingOf(
  { law, policy, posts }: { law: Law; policy: Pick<Policy, 'allows'>; posts: PostsOf },
  grantee: Grantee,
  { kind, row }: { kind: string; row: object },
): RoleStanding[] {
  const held = posts(grantee)
  return [...new Set(held.flat())].flatMap((role): RoleStanding[] => {
    const acts = actsOn(law, kind, row).flatMap(({ action, words }): AllowedAct[] => {
      const decision = policy.allows(officerOf(grantee, role), action, kind, row, unstated)
      return decision ? [{ action, words, ...decision }] : []
    })
    return acts.length ? [{ role, officers: held.filter((roles) => roles.includes(role)).length, acts }] : []
  })
}

/** The same at an instant, with the parts of a case or a clue that grants and rules keep from each post that reads it. */
export const seeingOf = (
  { law, policy, posts, at }: { law: Law; policy: Pick<Policy, 'allows' | 'withheldFields'>; posts: PostsOf; at: Date },
  grantee: Grantee,
  { kind, row }: { kind: string; row: object },
): SeeingStanding[] =>
  standingOf({ law, policy, posts }, grantee, { kind, row }).map((standing) => {
    const reads = standing.acts.some(({ action }) => action === 'read')
    if (!reads || (kind !== 'Case' && kind !== 'Clue')) return { ...standing, withheld: [] }
    const reading = { hub: { policy }, officer: officerOf(grantee, standing.role), now: at }
    const hidden = withheldFor(reading, { kind, row: row as CaseRow | ClueRow })
    const withheld = withholdableOf[kind]
      .filter(({ field }) => hidden.includes(field))
      .map(({ zh, en }) => ({ zh, en }))
    return { ...standing, withheld }
  })

export type SectionDraft = {
  title: string
  audience: 'case' | 'members'
  memberAgencyIds: string[]
}
export type SectionProblem = 'required' | 'tooLong' | 'noMembers'

export const blankSection: SectionDraft = { title: '', audience: 'case', memberAgencyIds: [] }

export function sectionProblems(draft: SectionDraft): Partial<Record<keyof SectionDraft, SectionProblem>> {
  const found: Partial<Record<keyof SectionDraft, SectionProblem>> = {}
  if (draft.title.trim() === '') found.title = 'required'
  else if (draft.title.trim().length > 60) found.title = 'tooLong'
  if (draft.audience === 'members' && draft.memberAgencyIds.length === 0) found.memberAgencyIds = 'noMembers'
  return found
}

type Agency = { readonly id: string }
type Grant<A extends Agency> = { readonly grantee: A; readonly state: string; readonly expiresAt: string }

/** Who may be chosen as a reader: the case's owner and those it is shared with today, my own agency first. */
export function choosableAgencies<A extends Agency>(given: {
  owner: A
  grants: readonly Grant<A>[]
  mine: string
  now: Date
}): A[] {
  const live = given.grants.filter((grant) => grant.state === 'live' && new Date(grant.expiresAt) > given.now)
  const agencies = new Map([given.owner, ...live.map((grant) => grant.grantee)].map((agency) => [agency.id, agency]))
  return [...agencies.values()].toSorted((a, b) => Number(b.id === given.mine) - Number(a.id === given.mine))
}

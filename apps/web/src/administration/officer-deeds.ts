/** What can be proposed about one officer. */
export type Deed = 'changeRoles' | 'suspend' | 'reinstate'

/** What makes sense to offer: nothing while a change is waiting, and nothing that no rule would let this reader propose. */
export function deedsOn(officer: {
  readonly canPropose: boolean
  readonly waiting: string | null
  readonly state: 'active' | 'suspended'
}): Deed[] {
  if (!officer.canPropose || officer.waiting) return []
  return ['changeRoles', officer.state === 'active' ? 'suspend' : 'reinstate']
}

/** How the roles would change: what is gained and what is lost, in the order of the lists. */
export const rolesBetween = <Role extends string>(before: readonly Role[], after: readonly Role[]) => ({
  gained: after.filter((role) => !before.includes(role)),
  lost: before.filter((role) => !after.includes(role)),
})

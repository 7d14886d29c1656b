export const grantDeeds = ['approve', 'decline', 'passOn', 'extend', 'note', 'recall'] as const
export type GrantDeed = (typeof grantDeeds)[number]

type Grant = {
  readonly state: string
  readonly isNews: boolean
  readonly longer: object | null
  readonly extensionUntil: string | null
  readonly canDecide: boolean
  readonly canExtend: boolean
  readonly canRecall: boolean
  readonly canPassOn: boolean
  readonly canNote: boolean
}

/** What the hub would let this officer do about a grant now, and what there is to do. */
export function deedsFor(grant: Grant): GrantDeed[] {
  const open: Readonly<Record<GrantDeed, boolean>> = {
    approve: grant.canDecide,
    decline: grant.canDecide,
    passOn: grant.canPassOn,
    extend: grant.canExtend && grant.longer !== null && grant.extensionUntil === null,
    note: grant.canNote && grant.isNews,
    recall: grant.canRecall,
  }
  return grantDeeds.filter((deed) => open[deed])
}

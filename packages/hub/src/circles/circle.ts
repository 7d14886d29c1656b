import type { AgencyId, OfficerId } from '@lianban/kernel'

/** 知悉范围: who of the agency that answers for a record may know of it: all of that agency, or the officers it is kept to. */
export type Circle = readonly { readonly memberId: AgencyId | OfficerId }[]

type Kept = {
  readonly ownerAgencyId: AgencyId
  readonly isRestricted: boolean
  readonly readers: readonly { readonly officerId: OfficerId }[]
}

export const circleOf = ({ ownerAgencyId, isRestricted, readers }: Kept): Circle =>
  isRestricted ? readers.map(({ officerId }) => ({ memberId: officerId })) : [{ memberId: ownerAgencyId }]

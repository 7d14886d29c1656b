import type { AgencyId, OfficerId } from '@lianban/kernel'

/** Who asks. Agency, kind and region are certified by the operator, never self-declared. */
export type Officer = {
  readonly id: OfficerId
  readonly agencyId: AgencyId
  readonly agencyKind: string
  readonly region: string
  readonly roles: readonly string[]
}

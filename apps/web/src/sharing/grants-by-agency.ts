type Grant = {
  readonly grantee: { readonly id: string }
  readonly state: string
  readonly expiresAt: string
  readonly givenAt: string
}

/** The grant an agency sees a record by; there is one live grant an agency at most. */
export const liveGrantOf = <G extends Grant>(grants: readonly G[], agencyId: string): G | undefined =>
  grants.find((grant) => grant.state === 'live' && grant.grantee.id === agencyId)

/** Recalled or run out, the latest first: shown, because who could see it once matters too. */
export const pastGrants = <G extends Grant>(grants: readonly G[], now: Date): G[] =>
  grants
    .filter((grant) => grant.state !== 'live' || new Date(grant.expiresAt) <= now)
    .toSorted((a, b) => b.givenAt.localeCompare(a.givenAt))

/** Whether the agency keeps the case without any grant, because it leads it. */
export const leadsTheCase = (
  seers: readonly { readonly via: string; readonly agency: { readonly id: string } }[],
  agencyId: string,
): boolean => seers.some((seer) => seer.via === 'lead' && seer.agency.id === agencyId)

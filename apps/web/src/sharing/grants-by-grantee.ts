type Named = { readonly id: string }
type Grant = {
  readonly id: string
  readonly grantee: Named
  readonly granteeOfficer: Named | null
  readonly state: string
  readonly awaits: string | null
  readonly parentGrantId: string | null
  readonly expiresAt: string
  readonly givenAt: string
}
/** An agency, or one officer of it: what is granted to the one is not granted to the other. */
type Grantee = { readonly agency: Named; readonly officer: Named | null }

const isLive = (grant: Grant, now: Date): boolean => grant.state === 'live' && new Date(grant.expiresAt) > now

/** Every grant that the grantee sees a record by; a task force and the agency itself may each have brought one. */
export const liveGrantsOf = <G extends Grant>(grants: readonly G[], { agency, officer }: Grantee, now: Date): G[] =>
  grants.filter(
    (grant) =>
      isLive(grant, now) &&
      grant.grantee.id === agency.id &&
      (grant.granteeOfficer?.id ?? null) === (officer?.id ?? null),
  )

/** What waits for a second officer: whole grants, and longer terms of live ones. */
export const waitingGrants = <G extends Grant>(grants: readonly G[]): G[] => grants.filter((grant) => grant.awaits)

/** Recalled, declined or run out, the latest first: shown, because who could see it once matters too. */
export const pastGrants = <G extends Grant>(grants: readonly G[], now: Date): G[] =>
  grants
    .filter((grant) => grant.state !== 'proposed' && !isLive(grant, now))
    .toSorted((a, b) => b.givenAt.localeCompare(a.givenAt))

/** What ends together with a grant, because it was passed on from it. */
export const passedOnFrom = <G extends Grant>(grants: readonly G[], id: string, now: Date): G[] =>
  grants
    .filter((grant) => grant.parentGrantId === id && isLive(grant, now))
    .flatMap((child) => [child, ...passedOnFrom(grants, child.id, now)])

/** Whether the agency keeps the case without any grant, because it leads it. */
export const leadsTheCase = (
  seers: readonly { readonly via: string; readonly agency: Named }[],
  agencyId: string,
): boolean => seers.some((seer) => seer.via === 'lead' && seer.agency.id === agencyId)

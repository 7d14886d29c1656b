type Term = {
  readonly title: string
  readonly state: string
  readonly validFrom: string
  readonly validUntil: string
  readonly parties: readonly { readonly agency: { readonly id: string }; readonly signedAt: string | null }[]
}

/** The agreement that lasts longest among those in force with an agency; a seat without one is given nothing. */
export function carrying<Agreement extends Term>(
  agreements: readonly Agreement[],
  agencyId: string,
  now: Date,
): Agreement | undefined {
  const inForce = agreements.filter(
    ({ state, validFrom, validUntil, parties }) =>
      state === 'in_force' &&
      new Date(validFrom) <= now &&
      now < new Date(validUntil) &&
      parties.some(({ agency, signedAt }) => agency.id === agencyId && signedAt !== null),
  )
  return inForce.toSorted((a, b) => b.validUntil.localeCompare(a.validUntil))[0]
}

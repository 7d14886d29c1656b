/** How many shades there are to tell agencies apart by. */
export const shades = 8

/** Colleagues of one agency share its shade, in every room and every session. */
export function agencyShade(agencyId: string): number {
  let sum = 0
  for (const character of agencyId) sum = (sum * 31 + character.charCodeAt(0)) >>> 0
  return sum % shades
}

/** The same, but no two of these agencies share a shade while there are enough. */
export function shadesOf(agencyIds: Iterable<string>): ReadonlyMap<string, number> {
  const given = new Map<string, number>()
  const taken = new Set<number>()
  for (const agencyId of [...new Set(agencyIds)].sort()) {
    const own = agencyShade(agencyId)
    const free = Array.from({ length: shades }, (_, i) => (own + i) % shades).find((shade) => !taken.has(shade)) ?? own
    taken.add(free)
    given.set(agencyId, free)
  }
  return given
}

type Terms = { readonly state: string; readonly validUntil: string }

/** An agreement in force by its signatures whose term is over is shown as expired: nothing can be shared under it. */
export const shownState = (agreement: Terms, now: Date): string =>
  agreement.state === 'in_force' && new Date(agreement.validUntil) <= now ? 'expired' : agreement.state

const ranks: Readonly<Record<string, number>> = { proposed: 0, in_force: 1, expired: 2, ended: 2 }

/** What waits for a signature first, what nothing can be shared under any more last. */
export const inReadingOrder = <A extends Terms>(agreements: readonly A[], now: Date): A[] =>
  agreements.toSorted((a, b) => (ranks[shownState(a, now)] ?? 1) - (ranks[shownState(b, now)] ?? 1))

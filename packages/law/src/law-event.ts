/** Something that happened to a matter and that a deadline may speak of. */
export type LawEvent = {
  readonly id: string
  /** The matter: a case, a transfer, a seized item. Clocks of different matters know nothing of each other. */
  readonly about: string
  readonly code: string
  readonly at: Date
  /** The day that was set, for a limit that runs back from it. */
  readonly on?: Date
  readonly region?: string
  readonly variant?: string
  /** How much an extension grants, where it may grant less than the law allows. */
  readonly amount?: number
}

/** The order in which things happened, whatever the order in which they were entered; entered twice counts once. */
export function inOrder(events: readonly LawEvent[]): readonly LawEvent[] {
  const once = new Map(events.map((event) => [event.id, event]))
  return [...once.values()].toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))
}

export type TrailEntry = {
  readonly entryId: string
  readonly index: number | null
  readonly at: string
  readonly act: string
  readonly outcome: 'done' | 'refused'
  readonly sentence: { readonly zh: string; readonly en: string }
  readonly rule: string | null
  readonly leafHash: string | null
}
type Named = { readonly zh: string; readonly en: string }
export type Head = {
  readonly size: number
  readonly rootHash: string
  readonly at: string
  /** How much of the log so many agencies have cosigned as the policy asks for; nothing where nobody watches. */
  readonly confirmed: { readonly size: number; readonly by: readonly Named[] } | null
}

/** Confirmed once enough agencies have cosigned over it, in the tree once the head is over it; until then it waits. */
export function proofState(entry: TrailEntry, head: Head | null): 'confirmed' | 'inTree' | 'pending' {
  if (entry.index === null || head === null || entry.index >= head.size) return 'pending'
  return head.confirmed && entry.index < head.confirmed.size ? 'confirmed' : 'inTree'
}

export const shortHash = (hash: string): string => hash.slice(0, 12)

/** Newest first, by index where there is one; entries awaiting theirs are the newest. Refused attempts are never left out. */
export const orderedTrail = <E extends TrailEntry>(entries: readonly E[]): E[] =>
  entries.toSorted(
    (a, b) => (b.index ?? Number.MAX_SAFE_INTEGER) - (a.index ?? Number.MAX_SAFE_INTEGER) || b.at.localeCompare(a.at),
  )

export type DayOfTrail<E> = { readonly day: string; readonly entries: readonly E[] }

export function byDay<E extends TrailEntry>(entries: readonly E[], dayOf: (at: string) => string): DayOfTrail<E>[] {
  const days: { day: string; entries: E[] }[] = []
  for (const entry of entries) {
    const day = dayOf(entry.at)
    const last = days.at(-1)
    if (last?.day === day) last.entries.push(entry)
    else days.push({ day, entries: [entry] })
  }
  return days
}

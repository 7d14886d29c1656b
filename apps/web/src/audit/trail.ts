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
export type Head = { readonly size: number; readonly rootHash: string; readonly at: string }

/** In the tree once it has an index below the head; until then it is written but not yet provable. */
export const proofState = (entry: TrailEntry, head: Head | null): 'inTree' | 'pending' =>
  entry.index !== null && head !== null && entry.index < head.size ? 'inTree' : 'pending'

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

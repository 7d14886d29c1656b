/** What the history shows: a past moment as it was, or compared with another. */
export type Show = 'past' | 'before' | 'now' | `version ${number}`

type Sitting = { readonly upTo: number }
export type Asked = { readonly kind: 'past'; readonly seq: number } | Compared
type Compared = { readonly kind: 'compare'; readonly from: number; readonly to: number | undefined }

/** What is to be asked of the hub for a step and a way to show it; a comparison always runs from the older to the newer. */
export function askedFor(show: Show, sittings: readonly Sitting[], step: number): Asked {
  const seq = sittings[step]?.upTo ?? 0
  if (show === 'past') return { kind: 'past', seq }
  if (show === 'before') return { kind: 'compare', from: sittings[step - 1]?.upTo ?? 0, to: seq }
  if (show === 'now') return { kind: 'compare', from: seq, to: undefined }
  const other = Number(show.slice('version '.length))
  return { kind: 'compare', from: Math.min(seq, other), to: Math.max(seq, other) }
}

/** The step that a named moment belongs to: the first that reaches it. */
export function stepOf(sittings: readonly Sitting[], seq: number): number {
  const found = sittings.findIndex(({ upTo }) => upTo >= seq)
  return found === -1 ? sittings.length - 1 : found
}

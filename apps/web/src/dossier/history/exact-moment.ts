export type Exact = { readonly seq: number; readonly at: string }
type Step = { readonly upTo: number; readonly to: string }

/** The steps with the one that holds an exact moment cut off there, and which one that is. */
export function cutAt<Sitting extends Step>(
  sittings: readonly Sitting[],
  { seq, at }: Exact,
): { readonly sittings: readonly Sitting[]; readonly step: number } {
  const found = sittings.findIndex(({ upTo }) => upTo >= seq)
  const step = found === -1 ? sittings.length - 1 : found
  const sitting = sittings[step]
  if (!sitting || sitting.upTo <= seq) return { sittings, step }
  return { sittings: sittings.with(step, { ...sitting, upTo: seq, to: at }), step }
}

import type { EvidenceLine } from '../app/api-types.ts'

export const evidenceStates = [
  'admissible',
  'unchecked',
  'curable',
  'excluded',
  'broken',
  'pending',
  'convert',
] as const
export type EvidenceState = (typeof evidenceStates)[number]

type Shown = Pick<EvidenceLine, 'kind' | 'admissibility' | 'breaks' | 'pending' | 'conversion' | 'isConverted'>

/** Everything that can be said of an item at once: it may be curable and broken and on its way. */
export const statesOf = (line: Omit<Shown, 'kind'>): EvidenceState[] => [
  line.admissibility,
  ...(line.breaks > 0 ? (['broken'] as const) : []),
  ...(line.pending ? (['pending'] as const) : []),
  ...(line.conversion && !line.isConverted ? (['convert'] as const) : []),
]

/** The items of a kind and a state; an empty choice leaves all. */
export const wantedItems = <Line extends Shown>(lines: readonly Line[], kind: string, state: string): Line[] =>
  lines.filter(
    (line) => (kind === '' || line.kind === kind) && (state === '' || statesOf(line).some((each) => each === state)),
  )

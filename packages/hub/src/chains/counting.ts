import type { Admissibility, Counting } from '@lianban/law'

type Item = {
  readonly admissibility: Admissibility
  /** How it comes into the proceedings that took the case over, or what was decided on that. */
  readonly conversion: string | null
  readonly isConverted: boolean
}

const asFound: Record<Admissibility, Counting> = {
  admissible: 'yes',
  unchecked: 'unchecked',
  curable: 'curable',
  excluded: 'excluded',
}

/** Whether an item may be relied on as it stands: its checklist, and the word of the agency that took the case over. */
export function countingOf({ admissibility, conversion, isConverted }: Item): Counting {
  if (conversion === 'retaken' && isConverted) return 'replaced'
  if (conversion === 'not_used') return 'excluded'
  if (admissibility === 'excluded') return 'excluded'
  if (conversion !== null && !isConverted) return 'unconverted'
  return asFound[admissibility]
}

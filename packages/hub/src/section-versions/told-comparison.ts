import type { OfficerCard } from '../agencies/index.ts'
import type { Comparison } from '../chronicles/index.ts'

type Cast = { readonly people: readonly OfficerCard[]; readonly placeOf: (key: string) => number }

/** A comparison as a page shows it: each change with its officer, and how many letters came and went in all. */
export function toldComparison({ from, to, blocks }: Comparison, { people, placeOf }: Cast) {
  const counts = { added: 0, removed: 0, moved: 0, restyled: 0 }
  for (const { fate, pieces } of blocks) {
    if (fate === 'restyled') counts.restyled++
    for (const piece of pieces) if (piece.fate !== 'same') counts[piece.fate] += piece.text.length
  }
  return {
    from: { seq: from.seq, at: new Date(from.at) },
    to: { seq: to.seq, at: new Date(to.at) },
    people: [...people],
    counts,
    blocks: blocks.map(({ type, attrs, within, fate, pieces }) => ({
      type,
      attrs,
      within: [...within],
      fate,
      pieces: pieces.map(({ text, fate: piece, by }) => ({
        text,
        fate: piece,
        ...(by && { person: placeOf(by.officerId), at: new Date(by.at) }),
      })),
    })),
  }
}

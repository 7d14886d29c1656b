import type { AgencyKind } from '@lianban/identity'
import { gatesOf, type Law, type MoveTold, openMoves } from '@lianban/law'
import { besideOf, type TrackStanding } from './standings.ts'

/** The moves that the table of the track has now for an agency of this kind, and that are made by hand. */
export function movesByHand(law: Law, all: readonly TrackStanding[], at: TrackStanding, kind: AgencyKind): MoveTold[] {
  const { byHand, startsAnew, starts, keptBy } = law.tracks.tables[at.track]
  if (!keptBy.some((each) => each === kind)) return []
  const matter = { track: at.track, receipts: [], beside: besideOf(all) }
  const anew = startsAnew.includes(at.standing) ? openMoves(law, { ...matter, state: starts }) : []
  return [...openMoves(law, { ...matter, state: at.standing }), ...anew].filter(
    ({ move }) => !byHand || byHand.includes(move),
  )
}

/** A move as the page offers it: its article, its papers, and which more are asked for in which circumstances. */
export const moveOffered = (law: Law, { track }: TrackStanding, told: MoveTold) => ({
  move: told.move,
  words: told.words,
  toWords: told.toWords,
  deed: told.deed,
  asksNote: told.asksNote,
  basis: told.basis,
  barred: told.barred,
  papers: told.missing.filter(({ id }) => !gatesOf(law, track, told.move).some((gate) => gate.paper.id === id)),
  gates: gatesOf(law, track, told.move),
})

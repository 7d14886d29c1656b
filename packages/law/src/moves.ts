import type { Sentence } from '@lianban/kernel'
import { citationWords, type Laws, statusWords } from './citation.ts'
import { refusals } from './refusals.ts'
import type { Gate, Move, TrackName, Tracks } from './tracks.ts'

/** A matter on one of its tracks: its state, the papers it has, and where its other tracks stand. */
export type OnTrack = {
  readonly track: TrackName
  readonly state: string
  readonly receipts: readonly string[]
  readonly beside?: Partial<Record<TrackName, string>>
  /** What gates ask. An amount nobody entered opens no gate. */
  readonly fen?: number
  readonly flags?: readonly NonNullable<Gate['if']>[]
}

export type MoveTold = {
  readonly move: string
  readonly to: string
  readonly toWords: Sentence
  readonly words: Sentence
  readonly by: Move['by']
  readonly deed: Move['deed']
  readonly asksNote: boolean
  /** Papers without which the move is not made. */
  readonly missing: readonly { readonly id: string; readonly words: Sentence }[]
  /** Why another track of the matter closes the move. */
  readonly barred: Sentence | null
  readonly basis: readonly Sentence[]
  readonly event: string | null
}

type Law = { readonly tracks: Tracks; readonly laws: Laws }

/** Every legal move from where a matter stands, with what it lacks and what bars it. */
export function openMoves({ tracks, laws }: Law, matter: OnTrack): readonly MoveTold[] {
  const table = tracks.tables[matter.track]
  return table.moves
    .filter(({ from }) => from.includes(matter.state))
    .map((move) => ({
      move: move.id,
      to: move.to,
      words: move.words ?? table.states[move.to]!,
      toWords: table.states[move.to]!,
      by: move.by,
      deed: move.deed,
      asksNote: move.asksNote,
      missing: neededFor(move, matter)
        .filter((id) => !matter.receipts.includes(id))
        .map((id) => ({ id, words: tracks.receipts[id]! })),
      barred: barOn(tracks, move.id, matter),
      basis: move.basis.map((each) => citationWords(laws, each)),
      event: move.event ?? null,
    }))
}

/** The state after a move, or a refusal that says what is missing or what bars it; nothing is half-moved. */
export function stateAfter(law: Law, matter: OnTrack, move: string): string {
  const found = openMoves(law, matter).find((each) => each.move === move)
  if (!found) throw refusals.moveNotOpen(matter.state, move)
  if (found.barred) throw refusals.moveBarred(move, found.barred)
  if (found.missing.length > 0) throw refusals.papersMissing(move, found.missing)
  return found.to
}

function neededFor({ receipts, gates }: Move, { fen, flags = [] }: OnTrack): string[] {
  const gated = gates.filter((gate) =>
    gate.if ? flags.includes(gate.if) : fen === undefined || fen >= gate.fromAmount!,
  )
  return [...new Set([...receipts, ...gated.map(({ receipt }) => receipt)])]
}

function barOn(tracks: Tracks, move: string, { track, beside = {} }: OnTrack): Sentence | null {
  const bar = tracks.exclusions.find(
    (each) => each.table === track && each.moves.includes(move) && each.in.includes(beside[each.while] ?? ''),
  )
  return bar?.because ?? null
}

/** The papers that a move asks for only in certain circumstances, with the article that asks. */
export const gatesOf = ({ tracks, laws }: Law, track: TrackName, move: string) =>
  (tracks.tables[track].moves.find(({ id }) => id === move)?.gates ?? []).map((gate) => ({
    paper: { id: gate.receipt, words: tracks.receipts[gate.receipt]! },
    if: gate.if ?? null,
    fromFen: gate.fromAmount ?? null,
    basis: gate.basis.map((each) => citationWords(laws, each)),
    statusWords: statusWords[gate.status],
  }))

import type { Sentence } from '@lianban/kernel'
import { type LinedYaml, unknownName } from '@lianban/lined-yaml'
import { citationWords, type Laws } from './citation.ts'
import {
  type Custody,
  custodies,
  type HandoffDeed,
  HandoffFile,
  type HandoffKind,
  handoffDeeds,
} from './handoff-rule.ts'
import { type HandoffMove, type HandoffTable, tableOfKind } from './handoff-table.ts'
import type { Materials, ReturnReason } from './materials.ts'
import { noteUnknownLaws } from './note-unknown-laws.ts'
import type { Deadlines } from './read-deadlines.ts'
import { refusals } from './refusals.ts'
import type { Tracks } from './tracks.ts'

export type { HandoffMove } from './handoff-table.ts'

export type KindOfHandoff = HandoffKind & {
  readonly id: string
  readonly table: HandoffTable
  readonly file: string
  readonly line: number
}
export type Handoffs = Readonly<Record<string, KindOfHandoff>>

type Known = {
  readonly laws: Laws
  readonly deadlines: Deadlines | undefined
  readonly tracks: Tracks | undefined
  readonly materials: Materials | undefined
}

/** Reads the kinds of hand-over with their tables; a move that leads nowhere, or an unknown name, is noted by line. */
export function readHandoffs(yaml: LinedYaml, { laws, deadlines, tracks, materials }: Known): Handoffs | undefined {
  const file = yaml.checked(yaml.root, 'the handoffs', HandoffFile)
  if (!file || !deadlines || !tracks || !materials) return undefined
  const entries = yaml.mapping(yaml.mapping(yaml.root, 'the handoffs')?.get('kinds')?.value ?? null, 'kinds')
  const kinds: [string, KindOfHandoff][] = []
  for (const { name, value, line } of entries?.values() ?? []) {
    const kind = file.kinds[name]!
    noteUnknownLaws(yaml, value, laws, kind.basis)
    const table = tableOfKind(file.ladder, kind, kind.track && tracks.tables[kind.track.name])
    const note = (what: string, names: readonly string[], known: readonly string[]) => {
      for (const each of names.filter((one) => !known.includes(one))) yaml.refuse(value, unknownName(what, each, known))
    }
    const ids = table.moves.map(({ id }) => id)
    const { moves: withMoves, taken, givenBack } = kind.record
    const told = Object.keys(deadlines.events)
    note('move', Object.keys(kind.events), [...ids, ...(table.end ? [table.end.id] : [])])
    note('move', [...Object.keys(withMoves), ...Object.keys(kind.since)], ids)
    note(
      'event',
      [kind.events, kind.since, withMoves].flatMap((each) => Object.values(each).flat()),
      told,
    )
    note('event', [...taken, ...givenBack], told)
    note('kind', kind.ends, Object.keys(file.kinds))
    const onTrack = Object.keys(kind.track ? tracks.tables[kind.track.name].states : {})
    note('state', [...Object.values(kind.track?.standsFor ?? {}), ...(kind.track?.watched ?? [])], onTrack)
    note(
      'state',
      table.moves.flatMap(({ from, to }) => [...from, to]).filter((state) => !kind.track?.leavesOut.includes(state)),
      [...Object.keys(table.states), ...onTrack],
    )
    note(
      'receipt',
      table.moves.flatMap(({ papers }) => papers),
      Object.keys(tracks.receipts),
    )
    for (const [i, id] of ids.entries()) if (ids.indexOf(id) !== i) yaml.refuse(value, `${id} is the id of two moves`)
    const astray = Object.entries(table.states).find(([, { as }]) => as === 'accepted' && kind.moves === 'nothing')
    if (astray) yaml.refuse(value, `${name} moves nothing, so ${astray[0]} cannot be accepted`)
    kinds.push([name, { ...kind, id: name, table, file: yaml.file, line }])
  }
  return Object.fromEntries(kinds)
}

type Law = { readonly handoffs: Handoffs; readonly tracks: Tracks; readonly materials: Materials; readonly laws: Laws }

export function kindOfHandoff({ handoffs }: Pick<Law, 'handoffs'>, kind: string): KindOfHandoff {
  const found = Object.hasOwn(handoffs, kind) ? handoffs[kind] : undefined
  if (!found) throw refusals.handoffKindUnknown(kind)
  return found
}

/** A handoff as its table asks about it: where it stands, and how often its matter has come back. */
export type HandoffStanding = { readonly kind: string; readonly standing: string; readonly returns: number }

/** Every legal move from where a handoff stands. */
export const handoffMoves = (law: Pick<Law, 'handoffs'>, { kind, standing, returns }: HandoffStanding): HandoffMove[] =>
  kindOfHandoff(law, kind).table.moves.filter(
    ({ from, afterReturns }) => from.includes(standing) && returns >= afterReturns,
  )

/** The move, or a refusal that says what is missing; nothing is half-moved. */
export function handoffMove(law: Law, at: HandoffStanding, id: string, papers: readonly string[]): HandoffMove {
  const move = handoffMoves(law, at).find((each) => each.id === id)
  if (!move) throw refusals.moveNotOpen(at.standing, id)
  const missing = papersOf(law, move).filter((paper) => !papers.includes(paper.id))
  if (missing.length > 0) throw refusals.papersMissing(id, missing)
  return move
}

/** What the papers of a move are called. */
export const papersOf = (
  { tracks }: Pick<Law, 'tracks'>,
  { papers }: HandoffMove,
): { readonly id: string; readonly words: Sentence }[] => papers.map((id) => ({ id, words: tracks.receipts[id]! }))

/** The coded reasons for which a package of a kind comes back, whole or in part. */
export const returnReasons = (law: Law, kind: string, move: string): readonly ReturnReason[] =>
  law.materials.reasons.filter(
    ({ refusesAcceptance }) => move !== 'return' || kindOfHandoff(law, kind).returnsFor === 'any' || refusesAcceptance,
  )

export const basisOfHandoff = (law: Law, kind: string): readonly Sentence[] =>
  kindOfHandoff(law, kind).basis.map((each) => citationWords(law.laws, each))

/** What may be asked of the rules while the records make this of a handoff of this kind, by its table. */
export function deedsByCustody(
  law: Pick<Law, 'handoffs'>,
  kind: string,
): Readonly<Record<Custody, readonly HandoffDeed[]>> {
  const { moves, states } = kindOfHandoff(law, kind).table
  const open = (custody: Custody) =>
    new Set(moves.filter(({ from }) => from.some((state) => states[state]!.as === custody)).map(({ deed }) => deed))
  return Object.fromEntries(
    custodies.map((custody) => [custody, handoffDeeds.filter((deed) => open(custody).has(deed))]),
  ) as Record<Custody, HandoffDeed[]>
}

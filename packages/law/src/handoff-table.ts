import type { Sentence } from '@lianban/kernel'
import type { Asked, Custody, HandoffDeed, HandoffKind, HandoffSide, Ladder, Rung } from './handoff-rule.ts'
import type { Move, Table } from './tracks.ts'

export type HandoffMove = {
  readonly id: string
  readonly words: Sentence
  readonly from: readonly string[]
  readonly to: string
  readonly by: HandoffSide
  readonly rung: Rung
  readonly deed: HandoffDeed
  readonly asks: readonly Asked[]
  readonly papers: readonly string[]
  readonly afterReturns: number
  /** Whether somebody waits for it wherever it is open. */
  readonly isAwaited: boolean
  /** What the move is to the clocks. */
  readonly events: readonly string[]
}

/** The whole table of one kind: the ladder, and where the kind follows a track of the law, the track from its acceptance on. */
export type HandoffTable = {
  readonly starts: string
  readonly states: Readonly<Record<string, { readonly words: Sentence; readonly as: Custody }>>
  readonly moves: readonly HandoffMove[]
  /** Made by nobody: what follows when the record is taken back by a handoff of another kind. */
  readonly end: HandoffMove | null
}

const bySide = { sender: 'answer', receiver: 'act', overseer: 'oversee' } as const
const sides = { sender: 'sender', police: 'receiver', agency: 'receiver' } as const
const rungOf = { sender: 'answered', receiver: 'acted', overseer: 'overseen' } as const

export function tableOfKind(ladder: Ladder, kind: HandoffKind, track: Table | undefined): HandoffTable {
  const { moves: moving, events } = kind
  // Where nothing moves but the package, to accept it is no more than to take it.
  const asOf = (as: Custody): Custody => (moving === 'nothing' && as === 'accepted' ? 'taken' : as)
  const followed = track ? movesOfTrack(kind, track) : []
  const end = track ? endOfTrack(kind, track) : null
  const reached = new Set([...followed.flatMap(({ from, to }) => [...from, to]), ...(end ? [end.to] : [])])
  const ofTrack = Object.entries(track?.states ?? {}).filter(([state]) => reached.has(state) && !ladder.states[state])
  const moves = ladder.moves
    .filter(({ id }) => !kind.track?.replaces.includes(id))
    .map(({ deed, afterReturns = 0, ...move }) => ({
      ...move,
      from: [...move.from, ...moreFrom(kind, move.id)],
      deed: deed ?? bySide[move.by],
      afterReturns,
      isAwaited: true,
      events: events[move.id] ?? [],
    }))
  return {
    starts: ladder.starts,
    states: {
      ...Object.fromEntries(Object.entries(ladder.states).map(([id, { words, as }]) => [id, { words, as: asOf(as) }])),
      ...Object.fromEntries(ofTrack.map(([id, words]) => [id, { words, as: asOf(kind.track?.as[id] ?? 'accepted') }])),
    },
    moves: [...moves, ...followed],
    end,
  }
}

const moreFrom = ({ track }: HandoffKind, move: string): readonly string[] =>
  ({ notify: track?.notifiesFrom, conclude: track?.concludesFrom })[move] ?? []

function movesOfTrack(kind: HandoffKind, table: Table): HandoffMove[] {
  const { enters, entersFrom, leavesOut, asksAgency } = kind.track!
  const start = table.moves.filter((move) => move.from.includes(enters) && !leavesOut.includes(move.id))
  const found = new Set<Move>(start)
  for (const move of found)
    for (const next of table.moves) if (next.from.includes(move.to) && !leavesOut.includes(next.id)) found.add(next)
  return [...found].map(({ id, words, from, to, by, receipts, asksNote, isAwaited, event }) => {
    const side = by === 'procuratorate' ? kind.parties.procuratorate : sides[by]
    return {
      id,
      words: words ?? table.states[to]!,
      from: from.flatMap((state) => (state === enters ? entersFrom : [state])),
      to: to === enters ? entersFrom[0]! : to,
      by: side,
      rung: rungOf[side],
      deed: bySide[side],
      asks: [...(asksAgency.includes(id) ? ['agency' as const] : []), ...(asksNote ? ['note' as const] : [])],
      papers: receipts,
      afterReturns: 0,
      isAwaited,
      events: [...(event ? [event] : []), ...(kind.events[id] ?? [])],
    }
  })
}

/** From wherever the receiver has the record. */
function endOfTrack(kind: HandoffKind, table: Table): HandoffMove | null {
  const found = table.moves.find(({ id }) => id === kind.track?.endsBy)
  if (!found) return null
  const { id, words, to } = found
  return {
    id,
    words: words ?? table.states[to]!,
    from: [],
    to,
    by: 'sender',
    rung: 'concluded',
    deed: 'answer',
    asks: [],
    papers: [],
    afterReturns: 0,
    isAwaited: false,
    events: kind.events[id] ?? [],
  }
}

import type { Block, Run } from './blocks.ts'
import type { Chronicle, Moment } from './chronicle.ts'
import type { LetterId } from './clock-map.ts'

/** Letters that stand together and share where they came from. */
export type Piece = LetterId & {
  readonly at: number
  readonly text: string
  readonly marks: Run['marks']
  /** The letter that was written first; another, where this one was only moved. */
  readonly origin: LetterId
  readonly wrote: number
  /** The moment that set it anew where it stands, if it was written elsewhere. */
  readonly moved: number | undefined
}

/** The letters of a block, cut wherever another moment brought them. */
export function piecesOf(chronicle: Chronicle, { runs }: Block): Piece[] {
  return runs.flatMap((run) => {
    const pieces: Piece[] = []
    for (let done = 0; done < run.text.length; ) {
      const letter = { client: run.client, clock: run.clock + done }
      const here = chronicle.bornAt(letter)
      const origin = chronicle.originOf(letter)
      const there = origin.isMoved ? chronicle.bornAt(origin.letter) : here
      const length = Math.min(run.text.length - done, here.left, origin.left, there.left)
      pieces.push({
        ...letter,
        at: run.at + done,
        text: run.text.slice(done, done + length),
        marks: run.marks,
        origin: origin.letter,
        wrote: there.place,
        moved: origin.isMoved ? here.place : undefined,
      })
      done += length
    }
    return pieces
  })
}

/** Whom each client id belongs to, as the rooms bound it. */
export type Binding = ReadonlyMap<number, string>

/** Words of one officer, with when they were written and, where somebody set them anew elsewhere, who and when. */
export type Passage = LetterId & {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly officerId: string
  readonly firstAt: number
  readonly lastAt: number
  readonly moved: { readonly officerId: string; readonly at: number } | undefined
}

/** Words typed within this time are told as one. */
const oneBreathMs = 60_000

/**
 * Who wrote what stands here. The officer is whom the rooms bound to the client id of the letters, which their officer
 * cannot choose; the time is that of the update that brought them.
 */
export function passagesOf(chronicle: Chronicle, blocks: readonly Block[], authors: Binding): Passage[] {
  const passages: Passage[] = []
  for (const block of blocks) {
    let open: Passage | undefined
    for (const piece of piecesOf(chronicle, block)) {
      const next = passageOf(chronicle.moments, piece, authors)
      if (open && continues(open, next)) {
        open = { ...open, to: next.to, text: open.text + next.text, ...span(open, next) }
        passages[passages.length - 1] = open
      } else {
        open = next
        passages.push(open)
      }
    }
  }
  return passages
}

const span = (a: Passage, b: Passage) => ({
  firstAt: Math.min(a.firstAt, b.firstAt),
  lastAt: Math.max(a.lastAt, b.lastAt),
})

const continues = (open: Passage, next: Passage): boolean =>
  open.to === next.from &&
  open.client === next.client &&
  open.clock + (open.to - open.from) === next.clock &&
  open.officerId === next.officerId &&
  open.moved?.officerId === next.moved?.officerId &&
  open.moved?.at === next.moved?.at &&
  Math.abs(next.firstAt - open.lastAt) <= oneBreathMs

function passageOf(moments: readonly Moment[], piece: Piece, authors: Binding): Passage {
  const { client, clock, at, text, origin, wrote, moved } = piece
  const written = moments[wrote]!
  const officerId = authors.get(origin.client) ?? written.officerId
  const mover = moved === undefined ? undefined : moments[moved]!
  return {
    client,
    clock,
    from: at,
    to: at + text.length,
    text,
    officerId,
    firstAt: written.at,
    lastAt: written.at,
    moved: mover && { officerId: authors.get(client) ?? mover.officerId, at: mover.at },
  }
}

import type { Measure } from './measure.ts'
import { type Piece, spelled } from './pieces.ts'

/** Pieces side by side, and what each is set apart from the next so that the line ends at the margin. */
export type Line = { readonly pieces: readonly Piece[]; readonly width: number; readonly gap: number }

const neverFirst = /^[。，、；：？！）》〉」』】〕〗”’…—·%‰℃,.;:?!)\]}]/
const neverLast = /[《〈「『【〔〖（“‘([{]$/

type Room = { readonly width: number; readonly indent: number; readonly isJustified: boolean }

/** Pieces in lines; no line begins with what closes or ends with what opens. */
export function linesOf(given: readonly Piece[], room: Room, measure: Measure): Line[] {
  const rest = given.flatMap((piece) => (piece.width > room.width - room.indent ? spelled(piece, measure) : [piece]))
  const lines: Line[] = []
  for (let from = 0; from < rest.length || lines.length === 0; ) {
    const width = room.width - (lines.length === 0 ? room.indent : 0)
    const to = endOfLine(rest, from, width)
    const isLast = to >= rest.length
    lines.push(setOut(rest.slice(from, to), { width, isJustified: room.isJustified && !isLast }))
    from = to
    while (from < rest.length && rest[from]!.isSpace) from++
  }
  return lines
}

// A hair's breadth: 28 places fill a line exactly, and their sum may be rounded up.
const tolerance = 0.01

function endOfLine(pieces: readonly Piece[], from: number, width: number): number {
  let to = from
  for (let sum = 0; to < pieces.length; to++) {
    sum += pieces[to]!.width
    if (sum > width + tolerance && !pieces[to]!.isSpace) break
  }
  if (to >= pieces.length) return pieces.length
  for (let end = Math.max(to, from + 1); end > from; end--) if (mayBreakBefore(pieces, end)) return end
  return Math.max(to, from + 1)
}

function mayBreakBefore(pieces: readonly Piece[], place: number): boolean {
  const [before, after] = [pieces[place - 1]!, pieces[place]!]
  return after.note === undefined && !neverFirst.test(after.text) && !neverLast.test(before.text)
}

function setOut(given: readonly Piece[], room: { width: number; isJustified: boolean }): Line {
  const end = given.findLastIndex((piece) => !piece.isSpace) + 1
  const pieces = given.slice(0, end)
  const width = pieces.reduce((sum, piece) => sum + piece.width, 0)
  const gaps = pieces.length - 1
  return { pieces, width, gap: room.isJustified && gaps > 0 ? Math.max(0, room.width - width) / gaps : 0 }
}

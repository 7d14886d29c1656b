import type { Words } from '../paper.ts'
import type { Picture } from '../picture.ts'
import { characterPitch, type Face, sizes } from '../sheet.ts'
import { runsOf } from '../words.ts'
import type { Measure } from './measure.ts'

/** What a line is made of and never broken inside: one Chinese character, one word, one space, or the mark of a note. */
export type Piece = {
  readonly text: string
  readonly face: Face
  readonly size: number
  readonly width: number
  readonly isUnderlined: boolean
  readonly isSpace: boolean
  /** The footnote that hangs on this piece. */
  readonly note?: number
}

export type Setting = { readonly face: Face; readonly size: number }

/** Characters that fill a place of the grid, whatever their glyph's own width. */
const fillsPlace =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6“”‘’—…·①-⓿※〓■□▲△○●◎→←↑↓]/u

const atoms = /——|……|[ \u00a0]+|[!-~]+|\p{L}\p{M}*|./gsu

export const gridPitch = (size: number): number => (characterPitch * size) / sizes.三号

/** What a paper is set with: how wide things are, the footnotes that were met so far, and the pictures. */
export type Setter = {
  readonly measure: Measure
  readonly notes: string[]
  readonly pictures?: ReadonlyMap<string, Picture>
}

/** Words as pieces; the footnotes on them are numbered on. */
export function piecesOf(words: Words, setting: Setting, { measure, notes }: Setter): Piece[] {
  const { size } = setting
  return runsOf(words).flatMap((run) => {
    const face: Face = run.bold ? 'hei' : run.italic ? 'kai' : setting.face
    const pieces = [...run.text.matchAll(atoms)].flatMap(([text]) =>
      pieceOf(text, { face, size, isUnderlined: run.underline === true }, measure),
    )
    if (run.note === undefined) return pieces
    const note = notes.push(run.note)
    const text = `[${note}]`
    const mark = { text, face: 'fang' as const, size: size * 0.55, isUnderlined: false, isSpace: false, note }
    return [...pieces, { ...mark, width: measure.width(text, 'fang', mark.size) }]
  })
}

function pieceOf(text: string, shape: Pick<Piece, 'face' | 'size' | 'isUnderlined'>, measure: Measure): Piece[] {
  const isSpace = text.trim() === '' && text !== '\u3000'
  const own = measure.width(text, shape.face, shape.size)
  const width = fillsPlace.test(text) ? [...text].length * gridPitch(shape.size) : own
  return [{ ...shape, text, isSpace, width }]
}

/** A word too long for a line, in as many pieces as it has characters. */
export const spelled = (piece: Piece, measure: Measure): Piece[] =>
  [...piece.text].map((text) => ({ ...piece, text, width: measure.width(text, piece.face, piece.size) }))

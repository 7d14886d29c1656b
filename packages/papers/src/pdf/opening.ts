import type { Paper } from '../paper.ts'
import { characterPitch, linePitch, points, sizes } from '../sheet.ts'
import { plain } from '../words.ts'
import { type Box, blank } from './box.ts'
import { piecesOf, type Setter } from './pieces.ts'
import { textBoxes, textWidth } from './text-boxes.ts'

const red = '#d00000'
const titlePitch = 34

/** The first page down to the addressee: with a red letterhead and line, or with the title at its top. */
export function openingBoxes(paper: Paper, setter: Setter): Box[] {
  const marks = (paper.marks ?? []).flatMap((mark) => textBoxes(mark, setter, { face: 'hei', align: 'left' }))
  const number = paper.number
    ? textBoxes(paper.number, setter, { align: paper.letterhead ? 'center' : 'right', staysWithNext: true })
    : []
  const title = titleBoxes(paper.title, setter)
  const addressee = paper.addressee ? textBoxes(`${paper.addressee}：`, setter, { align: 'left' }) : []
  if (!paper.letterhead)
    return [...marks, blank(linePitch / 2), ...title, ...number, blank(linePitch, { isOnGrid: true }), ...addressee]
  const gap = Math.max(0, points(35) - marks.length * linePitch)
  return [
    ...marks,
    blank(gap),
    ...letterheadBoxes(paper.letterhead, setter),
    blank(linePitch),
    ...number,
    redLine,
    blank(2 * linePitch),
    ...title,
    blank(linePitch, { isOnGrid: true }),
    ...addressee,
  ]
}

function letterheadBoxes(letterhead: string, setter: Setter): Box[] {
  const size = Math.min(48, textWidth / Math.max(1, [...letterhead].length))
  return textBoxes(letterhead, setter, { face: 'title', size, pitch: size * 1.2, align: 'center', color: red })
}

const redLine: Box = {
  height: points(5),
  marks: [{ kind: 'rule', x1: 0, y1: points(4), x2: textWidth, y2: points(4), color: red, thickness: 1.5 }],
}

/** A title in lines of about one length. */
export function titleBoxes(title: string, setter: Setter): Box[] {
  const setting = { face: 'title', size: sizes.二号 } as const
  const whole = piecesOf(plain(title), setting, setter).reduce((sum, { width }) => sum + width, 0)
  const lines = Math.ceil(whole / (textWidth - 2 * characterPitch))
  const margin = lines > 1 ? Math.max(0, (textWidth - whole / lines) / 2 - setting.size) : 0
  return textBoxes(title, setter, {
    ...setting,
    pitch: titlePitch,
    align: 'center',
    left: margin,
    right: margin,
    staysWithNext: true,
  })
}

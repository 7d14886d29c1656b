import type { Paper, Signature } from '../paper.ts'
import { characterPitch, linePitch, points, sizes } from '../sheet.ts'
import { type Box, blank, type Mark } from './box.ts'
import { type Line, linesOf } from './lines.ts'
import { gridPitch, piecesOf, type Setter } from './pieces.ts'
import { textBoxes, textWidth } from './text-boxes.ts'

/** A round seal of an agency is 42 mm across. */
export const sealRadius = points(21)

/** The annexes by name, below the text. */
export function annexList({ annexes = [] }: Paper, setter: Setter): Box[] {
  if (annexes.length === 0) return []
  const two = 2 * characterPitch
  const isAlone = annexes.length === 1
  const lead = (isAlone ? 3 : 4.3) * characterPitch
  return [
    blank(linePitch, { isOnGrid: true, staysWithNext: true }),
    ...annexes.flatMap(({ title }, n) => {
      const before = `${n === 0 ? '附件：' : '\u3000\u3000\u3000'}${isAlone ? '' : `${n + 1}.`}`
      const [first, ...rest] = textBoxes(title, setter, { left: two + lead, align: 'left' })
      const mark = textBoxes(before, setter, { left: two, align: 'left' })[0]!
      return [{ ...first!, marks: [...mark.marks, ...first!.marks] }, ...rest]
    }),
  ]
}

/** Agencies centred over the date, which ends four characters before the margin; all of it in one piece. */
export function signatureBox(signature: Signature, setter: Setter): Box {
  const line = (text: string): Line =>
    linesOf(
      piecesOf(text, { face: 'fang', size: sizes.三号 }, setter),
      { width: textWidth, indent: 0, isJustified: false },
      setter.measure,
    )[0]!
  const date = line(signature.date)
  const centre = textWidth - 4 * characterPitch - date.width / 2
  const agencies = signature.agencies.map(line)
  const above = signature.hasPlaceForSeal ? 3 : 2
  const marks: Mark[] = agencies.map((agency, n) => ({
    kind: 'line',
    line: agency,
    x: Math.min(centre - agency.width / 2, textWidth - 2 * characterPitch - agency.width),
    middle: (above + n + 0.5) * linePitch,
  }))
  const dateTop = above + agencies.length
  marks.push({ kind: 'line', line: date, x: centre - date.width / 2, middle: (dateTop + 0.5) * linePitch })
  if (signature.hasPlaceForSeal) marks.unshift({ kind: 'seal', x: centre, y: dateTop * linePitch })
  return { height: (dateTop + (signature.hasPlaceForSeal ? 2.2 : 1)) * linePitch, marks, isOnGrid: true }
}

/** 版记: to whom copies go, between two rules at the foot of the last page. */
export function copiesBox(copiedTo: string, setter: Setter): Box {
  const pitch = linePitch * 0.85
  const left = 4 * gridPitch(sizes.四号)
  const before = textBoxes('抄送：', setter, { size: sizes.四号, pitch, left: characterPitch, align: 'left' })[0]!
  const lines = textBoxes(copiedTo, setter, { size: sizes.四号, pitch, left, right: characterPitch, align: 'left' })
  const rule = (y: number): Mark => ({ kind: 'rule', x1: 0, y1: y, x2: textWidth, y2: y, thickness: 1 })
  const height = lines.length * pitch + 6
  const text = lines.flatMap((box, n) =>
    [...(n === 0 ? before.marks : []), ...box.marks].map((mark) => shifted(mark, n * pitch + 3)),
  )
  return { height, marks: [rule(0), ...text, rule(height)], isAtFoot: true }
}

const shifted = (mark: Mark, down: number): Mark =>
  mark.kind === 'line' ? { ...mark, middle: mark.middle + down } : mark

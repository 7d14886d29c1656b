import type { Block, HeadingLevel, ListItem, Words } from '../paper.ts'
import { characterPitch, type Face, headingFaces, linePitch, points, sheet, sizes } from '../sheet.ts'
import type { Box } from './box.ts'
import { type Line, linesOf } from './lines.ts'
import { gridPitch, piecesOf, type Setter } from './pieces.ts'

export const textWidth = points(sheet.textWidth)

type Setting = {
  readonly face?: Face
  readonly size?: number
  readonly pitch?: number
  /** Of the first line, beyond `left`. */
  readonly indent?: number
  readonly left?: number
  readonly right?: number
  readonly align?: 'justify' | 'left' | 'center' | 'right'
  readonly color?: string
  readonly staysWithNext?: boolean
}

const two = 2 * characterPitch

/** Words as lines of the type area, one box a line, each with the footnotes that hang on it. */
export function textBoxes(words: Words, setter: Setter, setting: Setting = {}): Box[] {
  const { face = 'fang', size = sizes.三号, pitch = linePitch, indent = 0, left = 0, right = 0 } = setting
  const { align = 'justify', color, staysWithNext = false } = setting
  const width = textWidth - left - right
  const lines = linesOf(
    piecesOf(words, { face, size }, setter),
    { width, indent, isJustified: align === 'justify' },
    setter.measure,
  )
  return lines.map((line, n) => {
    const free = width - line.width
    const shift = align === 'center' ? free / 2 : align === 'right' ? free : n === 0 ? indent : 0
    const notes = noteBoxes(line, setter)
    return {
      height: pitch,
      marks: [{ kind: 'line', line, x: left + shift, middle: pitch / 2, ...(color && { color }) }],
      isOnGrid: pitch === linePitch,
      staysWithNext,
      ...(notes.length > 0 && { notes }),
    }
  })
}

const notePitch = 13

function noteBoxes(line: Line, setter: Setter): Box[][] {
  return line.pieces.flatMap(({ note }) => {
    if (note === undefined) return []
    const left = 2 * gridPitch(sizes.小五)
    const text = `[${note}] ${setter.notes[note - 1]}`
    return [textBoxes(text, { ...setter, notes: [] }, { size: sizes.小五, pitch: notePitch, left, indent: -left })]
  })
}

export const headingBoxes = (words: Words, level: HeadingLevel, setter: Setter): Box[] =>
  textBoxes(words, setter, { face: headingFaces[level], indent: two, staysWithNext: true })

export const paragraphBoxes = (block: Extract<Block, { kind: 'paragraph' }>, setter: Setter): Box[] => {
  const { align = 'justify' } = block
  return textBoxes(block.words, setter, { align, indent: align === 'justify' ? two : 0 })
}

export function quotationBoxes(block: Extract<Block, { kind: 'quotation' }>, setter: Setter): Box[] {
  const setting = { face: 'kai', left: two, right: two } as const
  const lines = block.lines.flatMap((words) => textBoxes(words, setter, { ...setting, indent: two }))
  if (!block.source) return lines
  const last = lines.pop()
  return [
    ...lines,
    ...(last ? [{ ...last, staysWithNext: true }] : []),
    ...textBoxes(`——${block.source}`, setter, { ...setting, align: 'right' }),
  ]
}

export function listBoxes(items: readonly ListItem[], isOrdered: boolean, setter: Setter, depth = 1): Box[] {
  const left = depth * two + 1.5 * characterPitch
  return items.flatMap((item, n) => {
    const [first, ...rest] = textBoxes(item.words, setter, { left })
    const at = { left: depth * two, pitch: linePitch }
    const mark = isOrdered ? textBoxes(`${n + 1}.`, setter, at)[0]! : textBoxes('●', setter, { ...at, size: 7 })[0]!
    return [
      { ...first!, marks: [...mark.marks, ...first!.marks] },
      ...rest,
      ...(item.items ? listBoxes(item.items, item.isOrdered ?? isOrdered, setter, depth + 1) : []),
    ]
  })
}

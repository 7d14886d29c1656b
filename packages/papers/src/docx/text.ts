import {
  AlignmentType,
  FootnoteReferenceRun,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import type { Words } from '../paper.ts'
import { characterPitch, type Face, linePitch, sizes } from '../sheet.ts'
import { runsOf } from '../words.ts'
import { fontOf } from './fonts.ts'

/** Points in twentieths, as paragraphs are measured. */
export const twips = (points: number): number => Math.round(points * 20)

// 28 characters of 三号 are a hair wider than the type area.
const spacing = Math.floor(twips(characterPitch - sizes.三号) - 0.5)

const halves = (points: number): number => Math.round(points * 2)

export type Setting = {
  readonly face?: Face
  readonly size?: number
  readonly color?: string
}

export function runs(
  words: Words,
  notes: string[],
  { face = 'fang', size = sizes.三号, color }: Setting = {},
): ParagraphChild[] {
  return runsOf(words).flatMap((run) => [
    new TextRun({
      text: run.text,
      font: fontOf(run.bold ? 'hei' : run.italic ? 'kai' : face),
      size: halves(size),
      bold: run.bold === true,
      ...(size === sizes.三号 && { characterSpacing: spacing }),
      ...(run.underline && { underline: {} }),
      ...(color && { color }),
    }),
    ...(run.note === undefined ? [] : [new FootnoteReferenceRun(notes.push(run.note))]),
  ])
}

type Where = {
  readonly align?: 'justify' | 'left' | 'center' | 'right'
  /** In characters of 三号. */
  readonly firstLine?: number
  readonly left?: number
  readonly right?: number
  readonly hanging?: number
  readonly pitch?: number
  readonly staysWithNext?: boolean
  readonly opensPage?: boolean
  readonly heading?: IParagraphOptions['heading']
}

const alignments = {
  justify: AlignmentType.BOTH,
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
}

export function paragraph(children: readonly ParagraphChild[], where: Where = {}): Paragraph {
  const { align = 'justify', firstLine = 0, left = 0, right = 0, hanging = 0, pitch = linePitch } = where
  const characters = (count: number) => twips(count * sizes.三号)
  return new Paragraph({
    children: [...children],
    alignment: alignments[align],
    spacing: { line: twips(pitch), lineRule: 'exact', before: 0, after: 0 },
    indent: {
      left: characters(left + hanging),
      right: characters(right),
      ...(hanging ? { hanging: characters(hanging) } : { firstLine: characters(firstLine) }),
    },
    keepNext: where.staysWithNext === true,
    pageBreakBefore: where.opensPage === true,
    ...(where.heading && { heading: where.heading }),
  })
}

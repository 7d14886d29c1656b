import { BorderStyle, Footer, Header, type IParagraphOptions, PageNumber, Paragraph, TextRun } from 'docx'
import { TextWatermark } from 'docx/watermarks'
import type { Paper } from '../paper.ts'
import { points, sheet, sizes } from '../sheet.ts'
import { printable } from '../words.ts'
import { fontOf } from './fonts.ts'
import { paragraph, runs, twips } from './text.ts'

const red = 'D00000'

/** The mark of the bearer, in the header and so on every page. */
export const headerOf = (watermark: string | undefined): Header => {
  const text = printable(watermark ?? '')
  if (!text) return new Header({ children: [paragraph([])] })
  const mark = {
    text,
    font: '黑体',
    color: '8A0000',
    opacity: 0.16,
    rotation: -35,
    width: 480,
    height: (480 / [...text].length) * 1.6,
  }
  return new Header({ children: [new Paragraph({ children: [new TextWatermark(mark)] })] })
}

/** The page number between dashes, at the outer side, and one small line under it. */
export function footerOf(foot: string | undefined, side: 'left' | 'right'): Footer {
  const number = new TextRun({
    children: ['— ', PageNumber.CURRENT, ' —'],
    font: fontOf('song'),
    size: sizes.四号 * 2,
  })
  const small = { align: 'left', pitch: 9.5 } as const
  return new Footer({
    children: [
      paragraph([number], { align: side, pitch: 18, [side]: 1 }),
      ...(foot ? [paragraph(runs(foot, [], { size: 7, color: '555555' }), small)] : []),
    ],
  })
}

const blank = (lines: number): Paragraph[] => Array.from({ length: lines }, () => paragraph([]))

export function opening(paper: Paper, notes: string[]): Paragraph[] {
  const marks = (paper.marks ?? []).map((mark) => paragraph(runs(mark, notes, { face: 'hei' }), { align: 'left' }))
  const title = titleOf(paper.title, notes)
  const addressee = paper.addressee ? [paragraph(runs(`${paper.addressee}：`, notes), { align: 'left' })] : []
  const number = (align: 'center' | 'right', border?: IParagraphOptions['border']) =>
    paper.number ? [numberOf(paper.number, align, border)] : []
  if (!paper.letterhead)
    return [...marks, ...blank(marks.length ? 1 : 0), ...title, ...number('right'), ...blank(1), ...addressee]
  const size = Math.min(48, points(sheet.textWidth) / Math.max(1, [...paper.letterhead].length))
  const line = { bottom: { style: BorderStyle.SINGLE, size: 12, color: red, space: 11 } }
  return [
    ...marks,
    ...blank(Math.max(0, 3 - marks.length)),
    paragraph(runs(paper.letterhead, notes, { face: 'title', size, color: red }), {
      align: 'center',
      pitch: size * 1.2,
    }),
    ...blank(1),
    ...number('center', line),
    ...blank(2),
    ...title,
    ...blank(1),
    ...addressee,
  ]
}

const numberOf = (number: string, align: 'center' | 'right', border: IParagraphOptions['border']): Paragraph =>
  new Paragraph({ children: runs(number, []), alignment: align, ...(border && { border }) })

export const titleOf = (title: string, notes: string[]): Paragraph[] => [
  paragraph(runs(title, notes, { face: 'title', size: sizes.二号 }), {
    align: 'center',
    pitch: 34,
    staysWithNext: true,
  }),
]

export function closing(paper: Paper, notes: string[]): Paragraph[] {
  const { signature, annexes = [] } = paper
  const named = annexes.map(({ title }, n) =>
    paragraph(
      runs(`${n === 0 ? '附件：' : '\u3000\u3000\u3000'}${annexes.length > 1 ? `${n + 1}.` : ''}${title}`, notes),
      { left: 2, hanging: annexes.length > 1 ? 4 : 3, align: 'left' },
    ),
  )
  return [...(named.length ? [...blank(1), ...named] : []), ...(signature ? signatureOf(signature, notes) : [])]
}

function signatureOf({ agencies, date, hasPlaceForSeal }: NonNullable<Paper['signature']>, notes: string[]) {
  // Right of the middle and centred over each other, so that one seal covers agency and date.
  const widest = Math.max(date.length * 0.75, ...agencies.map((agency) => agency.length))
  const where = { align: 'center', left: Math.max(0, 28 - 3 - widest - 1), right: 3, staysWithNext: true } as const
  const seal = hasPlaceForSeal ? [paragraph(runs('（印章）', notes, { size: sizes.五号, color: '9A9A9A' }), where)] : []
  return [
    ...blank(hasPlaceForSeal ? 1 : 2),
    ...seal,
    ...agencies.map((agency) => paragraph(runs(agency, notes), where)),
    paragraph(runs(date, notes), { ...where, staysWithNext: false }),
    ...(hasPlaceForSeal ? blank(1) : []),
  ]
}

export function copies(copiedTo: string): Paragraph[] {
  const rule = { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 2 }
  const size = sizes.四号
  return [
    paragraph([]),
    new Paragraph({
      children: runs(`抄送：${copiedTo}`, [], { size }),
      indent: { left: twips(4 * size), hanging: twips(3 * size), right: twips(size) },
      border: { top: rule, bottom: rule },
    }),
  ]
}

import { Document, DocumentGridType, Packer, PageOrientation } from 'docx'
import type { Paper } from '../paper.ts'
import { picturesIn } from '../picture.ts'
import { linePitch, points, sheet, sizes } from '../sheet.ts'
import { printable } from '../words.ts'
import { bodyOf } from './blocks.ts'
import { fontOf, fontTable } from './fonts.ts'
import { closing, copies, footerOf, headerOf, opening, titleOf } from './frame.ts'
import { paragraph, runs, twips } from './text.ts'

/** The paper as a DOCX that can be worked on, in the fonts of an officer's machine. */
export async function docxOf(paper: Paper): Promise<Uint8Array> {
  const notes: string[] = []
  const pictures = picturesIn(paper.pictures)
  const children = [
    ...opening(paper, notes),
    ...bodyOf(paper.body, notes, pictures),
    ...closing(paper, notes),
    ...(paper.annexes ?? []).flatMap((annex, n, all) => [
      paragraph(runs(`附件${all.length > 1 ? n + 1 : ''}`, notes, { face: 'hei' }), { align: 'left', opensPage: true }),
      paragraph([]),
      ...titleOf(annex.title, notes),
      paragraph([]),
      ...bodyOf(annex.body, notes, pictures),
    ]),
    ...(paper.copiedTo ? copies(paper.copiedTo) : []),
  ]
  const document = new Document({
    title: printable(paper.title),
    creator: paper.author ?? '',
    lastModifiedBy: paper.author ?? '',
    styles: {
      default: {
        document: { run: { font: fontOf('fang'), size: sizes.三号 * 2, language: { eastAsia: 'zh-CN' } } },
        ...unstyled,
      },
    },
    footnotes: Object.fromEntries(
      notes.map((note, n) => [
        n + 1,
        { children: [paragraph(runs(note, [], { size: sizes.小五 }), { pitch: 13, align: 'left' })] },
      ]),
    ),
    evenAndOddHeaderAndFooters: true,
    sections: [{ properties: { page: pageSetup, grid }, ...around(paper), children }],
  })
  const overrides = [{ path: 'word/fontTable.xml', data: fontTable() }]
  return Packer.toBuffer(document, undefined, overrides)
}

const around = ({ watermark, foot }: Paper) => ({
  headers: { default: headerOf(watermark), even: headerOf(watermark) },
  footers: { default: footerOf(foot, 'right'), even: footerOf(foot, 'left') },
})

/** Headings look as their words are set, and stand in the outline all the same. */
const plainHeading = { run: { color: '000000', bold: false }, paragraph: { spacing: { before: 0, after: 0 } } }
const unstyled = { heading1: plainHeading, heading2: plainHeading, heading3: plainHeading, heading4: plainHeading }

const twipsOf = (millimetres: number): number => twips(points(millimetres))

const pageSetup = {
  size: { width: twipsOf(sheet.width), height: twipsOf(sheet.height), orientation: PageOrientation.PORTRAIT },
  margin: {
    top: twipsOf(sheet.top),
    left: twipsOf(sheet.left),
    right: twipsOf(sheet.width - sheet.left - sheet.textWidth),
    bottom: twipsOf(sheet.height - sheet.top - sheet.textHeight),
    header: twipsOf(15),
    footer: twipsOf(15),
  },
}

// Lines alone: what a grid of characters means differs between programs, so each run is told its own spacing.
const grid = { type: DocumentGridType.LINES, linePitch: twips(linePitch) }

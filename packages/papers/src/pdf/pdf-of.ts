import PDFDocument from 'pdfkit'
import { notoTypefaces } from '../fonts/noto-typefaces.ts'
import type { Typefaces } from '../fonts/typeface.ts'
import type { Paper } from '../paper.ts'
import { type Picture, picturesIn } from '../picture.ts'
import { points, sheet } from '../sheet.ts'
import { printable } from '../words.ts'
import { boxesOf } from './boxes.ts'
import { drawFoot, drawPage, drawPageNumber, drawWatermark, hasPicture, opened } from './draw.ts'
import { embedded, recording } from './fonts-in.ts'
import { linesOf } from './lines.ts'
import type { Measure } from './measure.ts'
import { pagesOf } from './pages.ts'
import { piecesOf } from './pieces.ts'
import { textWidth } from './text-boxes.ts'

export type PdfOptions = {
  readonly typefaces?: Typefaces
  /** Told while pages are drawn how many of how many there are. */
  readonly onPage?: (drawn: number, pages: number) => void
}

/** A printed file, and what could not be printed as it was written. */
export type Pdf = { readonly file: Uint8Array; readonly pages: number; readonly missing: string }

const laidOut = (paper: Paper, measure: Measure, pictures: ReadonlyMap<string, Picture>) => {
  const setter = { measure, notes: [], pictures }
  return { boxes: boxesOf(paper, setter), foot: footLines(paper.foot ?? '', measure) }
}

const footLines = (foot: string, measure: Measure) =>
  foot === ''
    ? []
    : linesOf(
        piecesOf(foot, { face: 'fang', size: 7 }, { measure, notes: [] }),
        { width: textWidth, indent: 0, isJustified: false },
        measure,
      )

/** The paper as a PDF with its fonts in it. The same paper gives the same bytes. */
export async function pdfOf(paper: Paper, { typefaces = notoTypefaces, onPage }: PdfOptions = {}): Promise<Pdf> {
  const watermark = printable(paper.watermark ?? '')
  const pictures = picturesIn(paper.pictures)
  const first = recording()
  laidOut(paper, first.measure, pictures)
  first.note('— 0123456789', 'song')
  first.note(watermark, 'hei')
  first.note('（印章）', 'fang')
  const doc = openDocument(paper)
  const { measure, missing } = await embedded(first.used, typefaces, {
    take: (id, font) => doc.registerFont(id, font as Buffer),
    width: (text, id, size) => doc.font(id).fontSize(size).widthOfString(text, { features: [] }),
  })
  const { boxes, foot } = laidOut(paper, measure, pictures)
  const pages = pagesOf(boxes, points(sheet.textHeight))
  const images = new Map([...pictures].map(([digest, { bytes }]) => [digest, opened(doc, bytes)]))
  const pen = { doc, measure, images }
  const done = bytesOf(doc)
  for (const [n, page] of pages.entries()) {
    doc.addPage()
    const isCovered = hasPicture(page)
    if (watermark && !isCovered) drawWatermark(pen, watermark)
    drawPage(pen, page)
    if (watermark && isCovered) drawWatermark(pen, watermark)
    drawPageNumber(pen, n + 1)
    drawFoot(pen, foot)
    onPage?.(n + 1, pages.length)
  }
  doc.end()
  return { file: await done, pages: pages.length, missing }
}

const openDocument = ({ title, author, madeAt }: Paper) =>
  new PDFDocument({
    size: [points(sheet.width), points(sheet.height)],
    margin: 0,
    autoFirstPage: false,
    lang: 'zh-CN',
    displayTitle: true,
    pdfVersion: '1.7',
    info: {
      Title: printable(title),
      CreationDate: madeAt,
      Producer: 'papers',
      Creator: 'papers',
      ...(author && { Author: author }),
    },
  })

function bytesOf(doc: InstanceType<typeof PDFDocument>): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  const chunks: Uint8Array[] = []
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  doc.on('end', () => resolve(Buffer.concat(chunks)))
  doc.on('error', reject)
  return promise
}

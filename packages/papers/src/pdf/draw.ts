import type PDFDocument from 'pdfkit'
import type { Face } from '../sheet.ts'
import { linePitch, points, sheet, sizes } from '../sheet.ts'
import type { Mark } from './box.ts'
import { sealRadius } from './closing.ts'
import type { Line } from './lines.ts'
import type { Measure } from './measure.ts'
import type { Page } from './pages.ts'
import type { Piece } from './pieces.ts'

type Doc = InstanceType<typeof PDFDocument>
/** What was opened once, to be drawn wherever it stands. */
export type Image = Parameters<Doc['image']>[0]
type Pen = { readonly doc: Doc; readonly measure: Measure }
type Brush = Pen & { readonly images: ReadonlyMap<string, Image> }

const left = points(sheet.left)
const top = points(sheet.top)
const faint = '#9a9a9a'

// The middle of a Chinese character lies this far above its base line, in parts of its size.
const middleAboveBase = 0.38

export function drawPage(brush: Brush, page: Page): void {
  for (const { y, box } of page) for (const mark of box.marks) drawMark(brush, mark, top + y)
}

/** A picture would hide what is drawn before it. */
export const hasPicture = (page: Page): boolean =>
  page.some(({ box }) => box.marks.some(({ kind }) => kind === 'picture'))

function drawMark({ doc, measure, images }: Brush, mark: Mark, y: number): void {
  if (mark.kind === 'picture') {
    const { width, height } = mark
    doc.image(images.get(mark.digest)!, left + mark.x, y + mark.y, { width, height })
    return
  }
  if (mark.kind === 'line') {
    drawLine({ doc, measure }, mark.line, { ...mark, x: left + mark.x, middle: y + mark.middle })
    return
  }
  doc.save().strokeColor(mark.kind === 'seal' ? faint : (mark.color ?? 'black'))
  if (mark.kind === 'seal') {
    doc
      .lineWidth(0.6)
      .circle(left + mark.x, y + mark.y, sealRadius)
      .dash(3, { space: 3 })
      .stroke()
    doc.restore()
    const at = { x: left + mark.x - 14, middle: y + mark.y - sealRadius * 0.62 }
    drawText({ doc, measure }, '（印章）', { ...at, face: 'fang', size: 7, color: faint })
    return
  }
  const { x1, y1, x2, y2, thickness = 0.6 } = mark
  doc
    .lineWidth(thickness)
    .moveTo(left + x1, y + y1)
    .lineTo(left + x2, y + y2)
    .stroke()
    .restore()
}

function drawLine(pen: Pen, line: Line, at: { x: number; middle: number; color?: string }): void {
  const { color = 'black', middle } = at
  let x = at.x
  for (const piece of line.pieces) {
    const raised = piece.note === undefined ? 0 : piece.size * 0.6
    drawText(pen, piece.text, { ...piece, x: x + inPlace(pen, piece), middle: middle - raised, color })
    if (piece.isUnderlined) underline(pen, { x, width: piece.width + line.gap, y: middle + piece.size * 0.55 })
    x += piece.width + line.gap
  }
}

/** Where in its place of the grid a glyph narrower than the place stands: what opens stands at the right of it. */
function inPlace({ measure }: Pen, { text, face, size, width }: Piece): number {
  const spare = width - measure.width(text, face, size)
  if (spare < size / 4) return 0
  return /^[“‘（《〈「『【〔]/.test(text) ? spare : /^[”’）》〉」』】〕，。、；：]/.test(text) ? 0 : spare / 2
}

const underline = ({ doc }: Pen, { x, width, y }: { x: number; width: number; y: number }) =>
  doc
    .save()
    .lineWidth(0.6)
    .moveTo(x, y)
    .lineTo(x + width, y)
    .stroke()
    .restore()

type Spot = {
  readonly x: number
  readonly middle: number
  readonly face: Face
  readonly size: number
  readonly color: string
}

function drawText({ doc, measure }: Pen, text: string, { x, middle, face, size, color }: Spot): void {
  let at = x
  for (const part of measure.stretches(text, face)) {
    doc.font(part.fontId).fontSize(size).fillColor(color)
    doc.text(part.text, at, middle + middleAboveBase * size, { lineBreak: false, baseline: 'alphabetic', features: [] })
    at += doc.widthOfString(part.text, { features: [] })
  }
}

/** Between two dashes below the type area: at the right of odd pages and at the left of even ones, one character in. */
export function drawPageNumber(pen: Pen, number: number): void {
  const text = `— ${number} —`
  const size = sizes.四号
  const width = pen.measure.width(text, 'song', size)
  const isOdd = number % 2 === 1
  const x = isOdd ? left + points(sheet.textWidth) - size - width : left + size
  const middle = top + points(sheet.textHeight) + points(7) + size / 2
  drawText(pen, text, { x, middle, face: 'song', size, color: 'black' })
}

/** A line at the foot, under the page number, in as many lines as it needs. */
export function drawFoot(pen: Pen, lines: readonly Line[]): void {
  const first = top + points(sheet.textHeight) + points(17)
  for (const [n, line] of lines.entries()) drawLine(pen, line, { x: left, middle: first + n * 9.5, color: '#555555' })
}

/** The mark of the bearer, aslant and over again across the whole page. */
export function drawWatermark(pen: Pen, text: string): void {
  const { doc, measure } = pen
  const size = sizes.小四
  const width = measure.width(text, 'hei', size)
  doc
    .save()
    .opacity(0.1)
    .rotate(-30, { origin: [points(sheet.width) / 2, points(sheet.height) / 2] })
  const stride = width + 60
  const rows = 12
  for (let row = -rows / 2; row <= rows / 2; row++) {
    const middle = points(sheet.height) / 2 + row * linePitch * 2.8
    const offset = row % 2 === 0 ? 0 : stride / 2
    for (let x = points(sheet.width) / 2 - width / 2 - offset - 2 * stride; x < points(sheet.width) * 1.3; x += stride)
      if (x + width > -points(sheet.width) * 0.3)
        drawText(pen, text, { x, middle, face: 'hei', size, color: '#8a0000' })
  }
  doc.restore()
}

/** Reads a picture for a document; its types do not know that it can. */
export const opened = (doc: Doc, bytes: Uint8Array): Image =>
  (doc as Doc & { openImage(source: Uint8Array): Image }).openImage(bytes)

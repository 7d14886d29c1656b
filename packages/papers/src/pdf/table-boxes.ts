import type { Table, Words } from '../paper.ts'
import { sizes } from '../sheet.ts'
import type { Box, Mark, TableFrame } from './box.ts'
import { linesOf } from './lines.ts'
import { piecesOf, type Setter } from './pieces.ts'
import { textBoxes, textWidth } from './text-boxes.ts'

const size = sizes.小四
const pitch = 19
const padding = 4

/** A row of more lines than this may be broken between two pages. */
const keptTogether = 12

export function tableBoxes(table: Table, setter: Setter): Box[] {
  const edges = edgesOf(table)
  const rowsOf = (rows: Table['rows'], of: TableFrame) => rows.flatMap((row) => rowBoxes(row, { edges, setter, of }))
  const headings = rowsOf(table.headings ?? [], { width: textWidth, headings: [], isHeading: true })
  const frame = { width: textWidth, headings, isHeading: false }
  const caption = table.caption
    ? textBoxes(table.caption, setter, { face: 'hei', size: sizes.四号, align: 'center', staysWithNext: true })
    : []
  return [...caption, ...headings, ...rowsOf(table.rows, frame), { height: 8, marks: [] }]
}

function edgesOf({ widths, headings = [], rows }: Table): number[] {
  const columns = Math.max(1, ...[...headings, ...rows].map((row) => row.length))
  const shares = Array.from({ length: columns }, (_, n) => widths?.[n] ?? 1)
  const whole = shares.reduce((sum, share) => sum + share, 0)
  let x = 0
  return [0, ...shares.map((share) => (x += (share / whole) * textWidth))]
}

type Making = {
  readonly edges: readonly number[]
  readonly setter: Setter
  readonly of: TableFrame
}

/** One row as a box for each of its lines, so that a very tall one can go on over the page. */
function rowBoxes(cells: readonly Words[], { edges, setter, of }: Making): Box[] {
  const { isHeading } = of
  const columns = edges.slice(1).map((right, n) => {
    const width = right - edges[n]! - 2 * padding
    const pieces = piecesOf(cells[n] ?? '', { face: isHeading ? 'hei' : 'fang', size }, setter)
    const lines = linesOf(pieces, { width, indent: 0, isJustified: false }, setter.measure)
    return { x: edges[n]! + padding, width, lines }
  })
  const count = Math.max(...columns.map(({ lines }) => lines.length))
  return Array.from({ length: count }, (_, n) => {
    const [isFirst, isLast] = [n === 0, n === count - 1]
    const top = isFirst ? padding : 0
    const height = top + pitch + (isLast ? padding : 0)
    const marks: Mark[] = edges.map((x) => ({ kind: 'rule', x1: x, y1: 0, x2: x, y2: height }))
    const across = (y: number) => marks.push({ kind: 'rule', x1: 0, y1: y, x2: textWidth, y2: y })
    if (isFirst) across(0)
    if (isLast) across(height)
    for (const { x, width, lines } of columns) {
      const line = lines[n]
      if (line?.pieces.length)
        marks.push({ kind: 'line', line, x: isHeading ? x + (width - line.width) / 2 : x, middle: top + pitch / 2 })
    }
    return { height, marks, table: of, staysWithNext: isHeading || (!isLast && count <= keptTogether) }
  })
}

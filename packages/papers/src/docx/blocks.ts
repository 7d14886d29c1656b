import {
  HeadingLevel,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { numbered } from '../numbering.ts'
import type { Block, ListItem, Table as PaperTable, Words } from '../paper.ts'
import { headingFaces, points, sheet, sizes } from '../sheet.ts'
import { plain } from '../words.ts'
import { type Pictures, pictureOf } from './picture.ts'
import { paragraph, runs, twips } from './text.ts'

const levels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const

export const bodyOf = (body: readonly Block[], notes: string[], pictures: Pictures): (Paragraph | Table)[] =>
  numbered(body).flatMap((block) => (block.kind === 'picture' ? pictureOf(block, pictures) : blockOf(block, notes)))

function blockOf(block: Exclude<Block, { kind: 'picture' }>, notes: string[]): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        paragraph(runs(block.words, notes, { face: headingFaces[block.level] }), {
          firstLine: 2,
          align: 'left',
          staysWithNext: true,
          heading: levels[block.level],
        }),
      ]
    case 'paragraph': {
      const { align = 'justify' } = block
      return [paragraph(runs(block.words, notes), { align, firstLine: align === 'justify' ? 2 : 0 })]
    }
    case 'list':
      return listOf(block.items, { isOrdered: block.isOrdered, notes, depth: 1 })
    case 'quotation':
      return [
        ...block.lines.map((words) =>
          paragraph(runs(words, notes, { face: 'kai' }), { left: 2, right: 2, firstLine: 2 }),
        ),
        ...(block.source
          ? [paragraph(runs(`——${block.source}`, notes, { face: 'kai' }), { right: 2, align: 'right' })]
          : []),
      ]
    case 'table':
      return tableOf(block, notes)
  }
}

type Nest = { readonly isOrdered: boolean; readonly notes: string[]; readonly depth: number }

const listOf = (items: readonly ListItem[], { isOrdered, notes, depth }: Nest): Paragraph[] =>
  items.flatMap((item, n) => [
    paragraph([...runs(isOrdered ? `${n + 1}. ` : '● ', notes), ...runs(item.words, notes)], {
      left: depth * 2,
      hanging: 1.5,
    }),
    ...(item.items ? listOf(item.items, { isOrdered: item.isOrdered ?? isOrdered, notes, depth: depth + 1 }) : []),
  ])

const width = twips(points(sheet.textWidth))
const small = { size: sizes.小四 }
const rowPitch = 19

/** A row of longer cells may be broken between two pages. */
const keptTogether = 150

function tableOf(table: PaperTable, notes: string[]): (Paragraph | Table)[] {
  const { headings = [], rows, caption } = table
  const columns = Math.max(1, ...[...headings, ...rows].map((row) => row.length))
  const shares = Array.from({ length: columns }, (_, n) => table.widths?.[n] ?? 1)
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const columnWidths = shares.map((share) => Math.round((share / whole) * width))
  const cell = (words: Words, n: number, isHeading: boolean) =>
    new TableCell({
      width: { size: columnWidths[n]!, type: WidthType.DXA },
      verticalAlign: isHeading ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
      margins: { top: 60, bottom: 60, left: 80, right: 80 },
      children: [
        paragraph(runs(words, notes, { ...small, face: isHeading ? 'hei' : 'fang' }), {
          pitch: rowPitch,
          align: isHeading ? 'center' : 'left',
        }),
      ],
    })
  const row = (cells: readonly Words[], isHeading: boolean) =>
    new TableRow({
      tableHeader: isHeading,
      cantSplit: isHeading || cells.every((words) => plain(words).length <= keptTogether),
      children: columnWidths.map((_, n) => cell(cells[n] ?? '', n, isHeading)),
    })
  return [
    ...(caption
      ? [paragraph(runs(caption, notes, { face: 'hei', size: sizes.四号 }), { align: 'center', staysWithNext: true })]
      : []),
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths,
      layout: TableLayoutType.FIXED,
      rows: [...headings.map((cells) => row(cells, true)), ...rows.map((cells) => row(cells, false))],
    }),
    paragraph([], { pitch: 8 }),
  ]
}

import type { CanonicalDocument } from '@lianban/dossier'
import { expect, test } from 'vitest'
import { blocksOf } from './blocks-of.ts'

const text = (words: string, ...marks: string[]): CanonicalDocument => ({
  type: 'text',
  text: words,
  marks: marks.map((type) => ({ type })),
})
const node = (type: string, ...content: CanonicalDocument[]): CanonicalDocument => ({ type, content })
const paragraph = (...content: CanonicalDocument[]) => node('paragraph', ...content)
const printed = (...content: CanonicalDocument[]) =>
  blocksOf(node('doc', ...content), { shown: new Map(), pictures: new Map() })

test('[HU608] words keep their emphasis and their notes, and a hard break begins a paragraph', () => {
  const note = node('footnote', text('出处'))
  expect(
    printed(paragraph(text('甲'), text('乙', 'bold', 'underline'), note, node('hardBreak'), text('丙', 'italic'))),
  ).toEqual([
    {
      kind: 'paragraph',
      words: [{ text: '甲' }, { text: '乙', bold: true, underline: true }, { text: '', note: '出处' }],
    },
    { kind: 'paragraph', words: [{ text: '丙', italic: true }] },
  ])
  expect(printed(paragraph())).toEqual([])
})

test.each([
  [1, false],
  [2, true],
  [3, true],
])('[HU608] a heading of level %i is numbered: %s', (level, isNumbered) => {
  const heading = { ...node('heading', text('题')), attrs: { level } }
  expect(printed(heading)).toEqual([{ kind: 'heading', level, words: [{ text: '题' }], isNumbered }])
})

test('[HU608] lists keep their nesting, and quotations their lines', () => {
  const inner = node('bulletList', node('listItem', paragraph(text('内'))))
  const outer = node('orderedList', node('listItem', paragraph(text('外')), paragraph(text('续')), inner))
  expect(printed(outer)).toEqual([
    {
      kind: 'list',
      isOrdered: true,
      items: [
        {
          words: [{ text: '外' }, { text: ' ' }, { text: '续' }],
          items: [{ words: [{ text: '内' }] }],
          isOrdered: false,
        },
      ],
    },
  ])
  expect(printed(node('blockquote', paragraph(text('引')), paragraph(text('文'))))).toEqual([
    { kind: 'quotation', lines: [[{ text: '引' }], [{ text: '文' }]] },
  ])
})

test('[HU608] the first rows of a table that are headings come again on every page', () => {
  const row = (type: string, ...cells: string[]) =>
    node('tableRow', ...cells.map((words) => node(type, paragraph(text(words)))))
  expect(printed(node('table', row('tableHeader', '名'), row('tableCell', '甲'), row('tableHeader', '乙')))).toEqual([
    { kind: 'table', headings: [[[{ text: '名' }]]], rows: [[[{ text: '甲' }]], [[{ text: '乙' }]]] },
  ])
})

test('[HU608] a block that shows no record that is known says that it is withheld', () => {
  const shows = { type: 'recordBlock', attrs: { kind: 'event', recordId: 'nonsense' } }
  expect(printed(shows)).toEqual([{ kind: 'paragraph', words: '〔此处引用的记录不在导出人阅读范围内〕' }])
})

import { dossierSchema } from '@lianban/dossier'
import { expect, test } from 'vitest'
import { changedPieces, frameOf } from './changed-pieces.ts'

const text = (words: string) => (words ? [dossierSchema.text(words)] : [])
const paragraph = (...content: (string | ReturnType<typeof dossierSchema.node>)[]) =>
  dossierSchema.node(
    'paragraph',
    null,
    content.flatMap((one) => (typeof one === 'string' ? text(one) : [one])),
  )
const doc = (...blocks: ReturnType<typeof paragraph>[]) => dossierSchema.node('doc', null, blocks)
const footnote = () => dossierSchema.node('footnote', null, text('见清单'))
const pieces = (before: ReturnType<typeof doc>, draft: ReturnType<typeof doc>) =>
  changedPieces(before, draft).map(({ from, to, seen, proposed }) => [
    before.textBetween(from, to),
    seen,
    proposed,
    from,
  ])

test('[WE449] each change of a draft is a piece of its own, at the words it replaces', () => {
  const before = doc(paragraph('扣押烟弹三百条，现金两万元，车辆一台。'), paragraph('移送公安机关。'))
  const draft = doc(paragraph('扣押烟具三百条，现金两万元，车辆两台。'), paragraph('移送公安机关处理。'))
  expect(pieces(before, draft)).toEqual([
    ['弹', '弹', '具', 4],
    ['一', '一', '两', 17],
    ['', '', '处理', 28],
  ])
  expect(pieces(before, before)).toEqual([])
})

test('[WE449] changes with hardly a letter between them are one piece', () => {
  const changed = pieces(doc(paragraph('共扣押烟弹三百条整')), doc(paragraph('共查获烟具五百条整')))
  expect(changed).toEqual([['扣押烟弹三', '扣押烟弹三', '查获烟具五', 2]])
})

test('[WE449] a piece never reaches over a footnote, and letters of two halves stay whole', () => {
  const before = doc(paragraph('前文', footnote(), '后文𠮷'))
  const draft = doc(paragraph('前', footnote(), '后𠮶文𠮷'))
  expect(pieces(before, draft)).toEqual([
    ['文', '文', '', 2],
    ['', '', '𠮶', 9],
  ])
})

test('[WE449] a block that was rewritten from end to end is one piece, however long it is', () => {
  const [was, is] = ['甲'.repeat(3000), '乙'.repeat(3000)]
  expect(pieces(doc(paragraph(was)), doc(paragraph(is)))).toEqual([[was, was, is, 1]])
})

test('[WE450] words may change and nothing else of a draft may', () => {
  const before = doc(paragraph('前文', footnote()), paragraph('后文'))
  expect(frameOf(doc(paragraph('改过的文', footnote()), paragraph('')))).toBe(frameOf(before))
  for (const other of [
    doc(paragraph('前文'), paragraph('后文')),
    doc(paragraph('前文', footnote())),
    doc(paragraph('前文', footnote()), paragraph('后'), paragraph('文')),
    doc(dossierSchema.node('heading', { level: 2 }, text('前文')), paragraph('后文')),
    doc(paragraph('前文', dossierSchema.node('footnote', null, text('另见'))), paragraph('后文')),
  ])
    expect(frameOf(other)).not.toBe(frameOf(before))
})

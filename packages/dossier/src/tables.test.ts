import { EditorState } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { expect, test } from 'vitest'
import { dossierSchema } from './schema.ts'
import { tableEditingByOfficers } from './tables.ts'

const { table, tableRow, tableCell, doc } = dossierSchema.nodes
const rows = (state: EditorState) => {
  const widths: number[] = []
  state.doc.firstChild!.forEach((row) => void widths.push(row.childCount))
  return widths
}
/** What two officers leave behind who add a row and a column at one moment. */
const ragged = () => {
  const row = (cells: number) =>
    tableRow!.create(
      null,
      Array.from({ length: cells }, () => tableCell!.createAndFill()!),
    )
  const document = doc!.create(null, [table!.create(null, [row(2), row(1)]), dossierSchema.node('paragraph')])
  return EditorState.create({ doc: document, plugins: [tableEditingByOfficers()] })
}
const typed = (state: EditorState) => state.tr.insertText('烟弹', state.doc.content.size - 1)

test('[DO38] what comes over the line leaves a ragged table as it is', () => {
  const state = ragged()
  expect(rows(state.apply(typed(state).setMeta(ySyncPluginKey, { isChangeOrigin: true })))).toEqual([2, 1])
})

test('[DO38] looking at a ragged table, and choosing words in it, changes nothing', () => {
  const state = ragged()
  expect(rows(state.apply(state.tr.setMeta('addToHistory', false)))).toEqual([2, 1])
})

test('[DO38] an edit of the officer squares the table off', () => {
  const state = ragged()
  const { tableCell: cell } = dossierSchema.nodes
  const filled = state.apply(state.tr.insert(4, cell!.createAndFill()!))
  expect(new Set(rows(filled)).size).toBe(1)
})

import type { Extensions } from '@tiptap/core'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { Plugin, type Transaction } from '@tiptap/pm/state'
import { tableEditing } from '@tiptap/pm/tables'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

/** An edit of the officer at this page, and not one that came over the line. */
const isOwnEdit = (edit: Transaction): boolean => edit.docChanged && edit.getMeta(ySyncPluginKey) === undefined

/**
 * Squaring off a ragged table is an edit. It belongs to whoever edits next, or every page that merely shows the table
 * would write it, those of readers included.
 */
export function tableEditingByOfficers(): Plugin {
  const { appendTransaction: square, ...spec } = tableEditing().spec
  return new Plugin({
    ...spec,
    appendTransaction(edits, before, after) {
      return edits.some(isOwnEdit) ? square?.call(this as never, edits, before, after) : null
    },
  })
}

/** Tables as official documents have them: cells of paragraphs, columns of equal width. */
export const tableExtensions = (): Extensions => [
  Table.configure({ resizable: false, View: null }).extend({
    addProseMirrorPlugins: () => [tableEditingByOfficers()],
  }),
  TableRow,
  TableHeader.extend({ content: 'paragraph+' }),
  TableCell.extend({ content: 'paragraph+' }),
]

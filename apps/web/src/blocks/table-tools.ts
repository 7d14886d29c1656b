import type { Editor } from '@tiptap/core'

export const tableTools = ['rowBelow', 'columnRight', 'rowRemove', 'columnRemove', 'tableRemove'] as const
type TableTool = (typeof tableTools)[number]

export const tableMoves: Record<TableTool, (editor: Editor) => void> = {
  rowBelow: (editor) => void editor.chain().focus().addRowAfter().run(),
  columnRight: (editor) => void editor.chain().focus().addColumnAfter().run(),
  rowRemove: (editor) => void editor.chain().focus().deleteRow().run(),
  columnRemove: (editor) => void editor.chain().focus().deleteColumn().run(),
  tableRemove: (editor) => void editor.chain().focus().deleteTable().run(),
}

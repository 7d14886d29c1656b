import type { Range } from '@lianban/dossier'
import type { Editor } from '@tiptap/core'
import { type Accessor, createSignal, onCleanup } from 'solid-js'

/** What is chosen in the text; it stays chosen while the officer writes beside it. */
export function createSelection(editor: Editor): Accessor<Range> {
  const now = (): Range => ({ from: editor.state.selection.from, to: editor.state.selection.to })
  const [selection, setSelection] = createSignal(now())
  const look = () => setSelection(now())
  editor.on('transaction', look)
  onCleanup(() => editor.off('transaction', look))
  return selection
}

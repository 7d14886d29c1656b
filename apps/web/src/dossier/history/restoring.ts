import type { CanonicalDocument } from '@lianban/dossier'
import type { Editor } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { yUndoPluginKey } from '@tiptap/y-tiptap'

/** The edit that makes a document say this again, touching only what differs; none where nothing does. */
export function restoring(state: EditorState, wanted: CanonicalDocument): Transaction | undefined {
  const { doc } = state
  const then = Node.fromJSON(state.schema, wanted)
  const start = doc.content.findDiffStart(then.content)
  const ends = doc.content.findDiffEnd(then.content)
  if (start === null || !ends) return undefined
  // Where both ends are made of the same letters, they may reach over one another.
  const overlap = Math.max(0, start - Math.min(ends.a, ends.b))
  return state.tr.replace(start, ends.a + overlap, then.slice(start, ends.b + overlap))
}

/** Restores as an edit of the officer at this page, which the officer can undo by itself. */
export function restoreInto({ state, view }: Editor, wanted: CanonicalDocument): boolean {
  const edit = restoring(state, wanted)
  if (!edit) return false
  const undo = (yUndoPluginKey.getState(state) as { undoManager?: { stopCapturing(): void } } | undefined)?.undoManager
  undo?.stopCapturing()
  view.dispatch(edit.scrollIntoView())
  undo?.stopCapturing()
  return true
}

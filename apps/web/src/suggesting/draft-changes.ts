import { Extension } from '@tiptap/core'
import { history, redo, undo } from '@tiptap/pm/history'
import { keymap } from '@tiptap/pm/keymap'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { changedPieces, frameOf } from './changed-pieces.ts'

const key = new PluginKey<DecorationSet>('draftChanges')

/** A draft changes words alone, can be undone by itself, and shows what it adds and takes away. */
export const draftChanges = (before: Node, refused: () => void) => {
  const frame = frameOf(before)
  return Extension.create({
    name: 'draftChanges',
    addProseMirrorPlugins: () => [
      history(),
      keymap({ 'Mod-z': undo, 'Mod-y': redo, 'Shift-Mod-z': redo }),
      new Plugin<DecorationSet>({
        key,
        filterTransaction(edit) {
          if (!edit.docChanged) return true
          const isOfWords = edit.steps.every((step) => step instanceof ReplaceStep) && frameOf(edit.doc) === frame
          if (!isOfWords) refused()
          return isOfWords
        },
        state: {
          init: () => DecorationSet.empty,
          apply: (edit, drawn) => (edit.docChanged ? changesIn(before, edit.doc) : drawn),
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ],
  })
}

const changesIn = (before: Node, draft: Node): DecorationSet =>
  DecorationSet.create(
    draft,
    changedPieces(before, draft).flatMap(({ seen, draft: { from, to } }) => [
      ...(seen ? [Decoration.widget(from, () => struck(seen), { side: -1 })] : []),
      ...(from < to ? [Decoration.inline(from, to, { nodeName: 'ins', class: 'draft-added' })] : []),
    ]),
  )

function struck(words: string): HTMLElement {
  const element = document.createElement('del')
  element.className = 'draft-removed'
  element.textContent = words
  return element
}

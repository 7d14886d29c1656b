import type { Anchor } from '@lianban/dossier'
import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { rangeOf } from './anchor.ts'

export type Mark = {
  readonly id: string
  readonly kind: 'comment' | 'suggestion'
  readonly anchor: Anchor
  /** What a suggestion would set in place of the words. */
  readonly proposed?: string
}

const key = new PluginKey<{ readonly marks: readonly Mark[]; readonly drawn: DecorationSet }>('sectionMarks')

function drawn(state: EditorState, marks: readonly Mark[]): DecorationSet {
  return DecorationSet.create(
    state.doc,
    marks.flatMap(({ id, kind, anchor, proposed }) => {
      const range = rangeOf(state, anchor)
      if (!range) return []
      const attrs = { class: `section-mark section-mark-${kind}`, 'data-mark': id }
      return [
        ...(range.from < range.to ? [Decoration.inline(range.from, range.to, attrs)] : []),
        ...(proposed ? [Decoration.widget(range.to, () => inserted(id, proposed), { side: 1, key: id })] : []),
      ]
    }),
  )
}

function inserted(id: string, words: string): HTMLElement {
  const element = document.createElement('ins')
  element.className = 'section-proposed'
  element.dataset.mark = id
  element.contentEditable = 'false'
  element.textContent = words
  return element
}

/** Shows in the text what is commented on or suggested to change, on this page and not in the document. */
export const SectionMarks = Extension.create({
  name: 'sectionMarks',
  addOptions: () => ({ open: (_id: string) => {} }),
  addProseMirrorPlugins() {
    const { open } = this.options
    return [
      new Plugin({
        key,
        state: {
          init: () => ({ marks: [] as readonly Mark[], drawn: DecorationSet.empty }),
          apply(edit, before, _old, state) {
            const marks = edit.getMeta(key) as readonly Mark[] | undefined
            if (marks) return { marks, drawn: drawn(state, marks) }
            return edit.docChanged ? { marks: before.marks, drawn: before.drawn.map(edit.mapping, edit.doc) } : before
          },
        },
        props: {
          decorations: (state) => key.getState(state)?.drawn,
          handleClick(_view, _at, { target }) {
            const mark = target instanceof Element && target.closest<HTMLElement>('[data-mark]')
            if (mark) open(mark.dataset.mark!)
            return false
          },
        },
      }),
    ]
  },
})

/** What to mark from now on; drawn anew from the shared places. */
export const markWith = (marks: readonly Mark[]) => [key, marks] as const

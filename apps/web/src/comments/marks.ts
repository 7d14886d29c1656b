import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { type Anchor, rangeOf } from './anchor.ts'

export type Mark = { readonly id: string; readonly kind: 'comment' | 'suggestion'; readonly anchor: Anchor }

const key = new PluginKey<{ readonly marks: readonly Mark[]; readonly drawn: DecorationSet }>('sectionMarks')

function drawn(state: EditorState, marks: readonly Mark[]): DecorationSet {
  return DecorationSet.create(
    state.doc,
    marks.flatMap(({ id, kind, anchor }) => {
      const range = rangeOf(state, anchor)
      const attrs = { class: `section-mark section-mark-${kind}`, 'data-mark': id }
      return range && range.from < range.to ? [Decoration.inline(range.from, range.to, attrs)] : []
    }),
  )
}

/** Underlines what is commented on or suggested to change, on this page and not in the document. */
export const SectionMarks = Extension.create({
  name: 'sectionMarks',
  addProseMirrorPlugins: () => [
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
      props: { decorations: (state) => key.getState(state)?.drawn },
    }),
  ],
})

/** What to mark from now on; drawn anew from the shared places. */
export const markWith = (marks: readonly Mark[]) => [key, marks] as const

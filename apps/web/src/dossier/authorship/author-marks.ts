import { type Editor, Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

export type Mark = { readonly from: number; readonly to: number; readonly shade: number; readonly isFaint: boolean }

const key = new PluginKey<DecorationSet>('author marks')

/** Shades words by who wrote them, in this window only: nothing of it is part of the document. */
export const AuthorMarks = Extension.create({
  name: 'authorMarks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply(transaction, decorations) {
          const marks = transaction.getMeta(key) as readonly Mark[] | undefined
          if (!marks) return decorations.map(transaction.mapping, transaction.doc)
          const { size } = transaction.doc.content
          return DecorationSet.create(transaction.doc, marks.filter(({ to }) => to <= size).map(decorationOf))
        },
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
})

const decorationOf = ({ from, to, shade, isFaint }: Mark): Decoration =>
  Decoration.inline(from, to, { class: isFaint ? 'author-faint' : `author-mark author-${shade}` })

/** Shows these marks instead of those shown before. */
export const showMarks = (editor: Editor, marks: readonly Mark[]): void =>
  void (!editor.isDestroyed && editor.view.dispatch(editor.state.tr.setMeta(key, marks).setMeta('addToHistory', false)))

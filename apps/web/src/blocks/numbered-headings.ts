import { headingNumbers } from '@lianban/dossier'
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** The numbers before the headings, drawn and never written. */
export const NumberedHeadings = Extension.create({
  name: 'numberedHeadings',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      state: {
        init: (_, { doc }) => numbersOn(doc),
        apply: (edit, before) => (edit.docChanged ? numbersOn(edit.doc) : before),
      },
      props: {
        decorations(state) {
          return this.getState(state)
        },
      },
    }),
  ],
})

function numbersOn(document: Node): DecorationSet {
  const headings: { from: number; to: number; level: number; text: string }[] = []
  document.forEach((block, from) => {
    if (block.type.name === 'heading' && block.textContent.trim() !== '')
      headings.push({ from, to: from + block.nodeSize, level: Number(block.attrs.level), text: block.textContent })
  })
  const numbers = headingNumbers(headings)
  return DecorationSet.create(
    document,
    headings.flatMap(({ from, to }, place) => {
      const number = numbers[place]
      return number ? [Decoration.node(from, to, { 'data-number': number })] : []
    }),
  )
}

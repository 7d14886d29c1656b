import { Transform } from '@tiptap/pm/transform'
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap'
import type { Doc } from 'yjs'
import { type Anchor, plainWords, rangeIn } from './anchors.ts'
import { bodyFragment, dossierSchema } from './schema.ts'

/** Other words for some that somebody saw at a place. */
export type Replacement = { readonly anchor: Anchor; readonly seen: string; readonly proposed: string }

/**
 * Sets other words in place of those that were seen, as the editor would on a page, and answers the edit: nothing where
 * they are gone or read otherwise by now. The edit is that of the document's own client id.
 */
export function replacedWords(doc: Doc, { anchor, seen, proposed }: Replacement): Uint8Array | undefined {
  const type = doc.getXmlFragment(bodyFragment)
  const { doc: found, meta } = initProseMirrorDoc(type, dossierSchema)
  // A section without a word is one empty paragraph to whoever writes there, and nothing yet in the shared document.
  const isBlank = found.childCount === 0
  const before = isBlank ? dossierSchema.topNodeType.createAndFill()! : found
  const range = isBlank ? { from: 1, to: 1 } : rangeIn({ doc, type, mapping: meta.mapping as never }, anchor)
  if (!range || plainWords(before, range) !== seen) return undefined
  const [start, end] = [before.resolve(range.from), before.resolve(range.to)]
  const marks = (range.from === range.to ? start.marks() : start.marksAcross(end)) ?? []
  const words = proposed
    .split('\n')
    .flatMap((line, place) => [
      ...(place > 0 ? [dossierSchema.node('hardBreak')] : []),
      ...(line ? [dossierSchema.text(line, marks)] : []),
    ])
  const after = new Transform(before).replaceWith(range.from, range.to, words).doc
  let edit: Uint8Array | undefined
  doc.once('update', (update: Uint8Array) => {
    edit = update
  })
  updateYFragment(doc, type, after, meta)
  return edit
}

import { type Anchor, anchorIn, bodyFragment, dossierExtensions, dossierSchema } from '@lianban/dossier'
import { Editor } from '@tiptap/core'
import { initProseMirrorDoc } from '@tiptap/y-tiptap'
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs'
import { drawnNodes } from '../blocks/drawn-nodes.tsx'
import { NumberedHeadings } from '../blocks/numbered-headings.ts'
import type { ShownBlocks } from '../blocks/shown-blocks.ts'
import { changedPieces } from './changed-pieces.ts'
import { draftChanges } from './draft-changes.ts'

export type ProposedPiece = { readonly anchor: Anchor; readonly seen: string; readonly proposed: string }

/**
 * A copy of a section as it stands at this moment, to be written in as if it were the section: what is changed there is
 * proposed and reaches nobody before. Its places are those of the shared document, wherever the words stand by then.
 */
export function makeDraft(options: {
  readonly element: HTMLElement
  readonly doc: Doc
  readonly label: string
  readonly blocks: ShownBlocks
  readonly changed: () => void
  readonly refused: () => void
}) {
  const doc = new Doc()
  applyUpdate(doc, encodeStateAsUpdate(options.doc))
  const type = doc.getXmlFragment(bodyFragment)
  const { doc: found, mapping } = initProseMirrorDoc(type, dossierSchema)
  const before = found.childCount > 0 ? found : dossierSchema.topNodeType.createAndFill()!
  const editor = new Editor({
    element: options.element,
    injectCSS: false,
    content: before.toJSON() as Record<string, unknown>,
    extensions: [
      ...dossierExtensions(drawnNodes(options.blocks, true)),
      NumberedHeadings,
      draftChanges(before, options.refused),
    ],
    editorProps: {
      attributes: {
        'aria-label': options.label,
        'aria-multiline': 'true',
        role: 'textbox',
        lang: 'zh-CN',
        spellcheck: 'false',
      },
    },
  })
  editor.on('update', options.changed)
  return {
    editor,
    count: () => changedPieces(before, editor.state.doc).length,
    pieces: (): ProposedPiece[] =>
      changedPieces(before, editor.state.doc).map(({ from, to, seen, proposed }) => ({
        anchor: anchorIn({ doc, type, mapping: mapping as never }, { from, to }),
        seen,
        proposed,
      })),
    end() {
      editor.destroy()
      doc.destroy()
    },
  }
}

import { type Extensions, getSchema } from '@tiptap/core'
import type { Schema } from '@tiptap/pm/model'
import StarterKit from '@tiptap/starter-kit'
import { Footnote } from './footnote.ts'
import { ImageBlock } from './image-block.ts'
import { RecordBlock } from './record-block.ts'
import { tableExtensions } from './tables.ts'

/** The name of the shared fragment that holds a section's text. */
export const bodyFragment = 'body'

/**
 * What a section may contain, for the editor and for the server alike. Undoing is left to the shared document, and
 * nothing here writes by itself: a trailing node would, on the page of everyone who merely opens the section. The
 * editor may draw footnotes, pictures and bound blocks in its own way; what they hold is the same.
 */
export const dossierExtensions = (drawn: Extensions = [Footnote, RecordBlock, ImageBlock]): Extensions => [
  StarterKit.configure({
    heading: { levels: [1, 2, 3] },
    code: false,
    codeBlock: false,
    horizontalRule: false,
    link: false,
    strike: false,
    trailingNode: false,
    undoRedo: false,
  }),
  ...tableExtensions(),
  ...drawn,
]

export const dossierSchema: Schema = getSchema(dossierExtensions())

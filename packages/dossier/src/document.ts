import type { Node } from '@tiptap/pm/model'
import { prosemirrorToYXmlFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs'
import { plainText } from './plain-text.ts'
import type { Bound } from './record-block.ts'
import { bodyFragment, dossierSchema } from './schema.ts'

/** Plain ProseMirror JSON of a section. */
export type CanonicalDocument = {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly content?: readonly CanonicalDocument[]
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[]
  readonly text?: string
}

/** One block of a section that is written by a program: a paragraph, a heading, or a record that is shown. */
export type Line =
  | string
  | { readonly heading: 1 | 2 | 3; readonly text: string }
  | { readonly shows: Bound; readonly digest?: string; readonly caption?: string }

/** What the section says, in the one form that does not depend on who typed what in which order. */
export const canonicalDocument = (update: Uint8Array): CanonicalDocument => nodeOf(update).toJSON() as CanonicalDocument

/** The words alone, one line a block; see `plainText`. */
export const textOf = (update: Uint8Array): string => plainText(nodeOf(update))

/** A section as a Yjs update, for what is loaded rather than typed. */
export function documentFromText(lines: readonly Line[]): Uint8Array {
  const blocks = lines.map((line) => {
    if (typeof line === 'string') return dossierSchema.node('paragraph', null, textNodes(line))
    if ('shows' in line) return showing(line)
    return dossierSchema.node('heading', { level: line.heading }, textNodes(line.text))
  })
  const doc = new Doc()
  try {
    prosemirrorToYXmlFragment(dossierSchema.node('doc', null, blocks), doc.getXmlFragment(bodyFragment))
    return encodeStateAsUpdate(doc)
  } finally {
    doc.destroy()
  }
}

function showing({ shows, caption = '', ...held }: Extract<Line, { readonly shows: Bound }>): Node {
  const digest = held.digest ?? null
  if (shows.kind !== 'image') return dossierSchema.node('recordBlock', { ...shows, digest })
  return dossierSchema.node('imageBlock', { recordId: shows.recordId, digest }, textNodes(caption))
}

const textNodes = (text: string): Node[] => (text === '' ? [] : [dossierSchema.text(text)])

/** The same of a document of one's own, out of which what the schema does not know is taken. */
export const canonicalForm = (doc: Doc): CanonicalDocument => nodeIn(doc).toJSON() as CanonicalDocument

function nodeOf(update: Uint8Array): Node {
  const doc = new Doc()
  try {
    applyUpdate(doc, update)
    return nodeIn(doc)
  } finally {
    doc.destroy()
  }
}

function nodeIn(doc: Doc): Node {
  const node = yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(bodyFragment), dossierSchema)
  // An untouched section looks to its readers like one with an empty paragraph.
  return node.childCount > 0 ? node : dossierSchema.topNodeType.createAndFill()!
}

import { Node } from '@tiptap/pm/model'
import { initProseMirrorDoc, updateYFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs'
import { type Anchor, anchorIn } from './anchors.ts'
import { passagesOf } from './authored.ts'
import { blocksOf } from './blocks.ts'
import { Chronicle, type LogRow } from './chronicle.ts'
import { compared } from './compared.ts'
import { canonicalForm } from './document.ts'
import { bodyFragment, dossierSchema } from './schema.ts'

type Content = Parameters<typeof Node.fromJSON>[1]

export const startedAt = Date.parse('2026-03-02T08:00:00Z')

/** Officers who edit one section through the editor's own binding, and what the rooms keep of it. */
export function aSectionLog() {
  const rows: LogRow[] = []
  const authors = new Map<number, string>()
  const pages = new Map<string, Doc>()
  let minute = 0

  const pageOf = (officerId: string): Doc => {
    const open = pages.get(officerId)
    if (open) return open
    const doc = new Doc()
    for (const { update } of rows) applyUpdate(doc, update)
    authors.set(doc.clientID, officerId)
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'heard') return
      rows.push({ seq: 100 + rows.length, at: startedAt + minute * 60_000, officerId, update })
      for (const [other, page] of pages) if (other !== officerId) applyUpdate(page, update, 'heard')
    })
    pages.set(officerId, doc)
    return doc
  }

  return {
    rows,
    authors,
    /** So many minutes go by. */
    wait(minutes: number) {
      minute += minutes
    },
    /** What stands on the officer's page is made to read so, as the editor would. */
    edit(officerId: string, ...content: Content[]) {
      const doc = pageOf(officerId)
      const node = Node.fromJSON(dossierSchema, { type: 'doc', content })
      updateYFragment(doc, doc.getXmlFragment(bodyFragment), node, { mapping: new Map(), isOMark: new Map() })
    },
    page: pageOf,
    chronicle() {
      const chronicle = new Chronicle()
      for (const row of rows) chronicle.add(row)
      return chronicle
    },
    /** Each passage as officer, words and, where they were set anew, by whom. */
    wrote(place = Number.MAX_SAFE_INTEGER) {
      const chronicle = this.chronicle()
      const doc = chronicle.documentAt(place)
      return passagesOf(chronicle, blocksOf(doc.getXmlFragment(bodyFragment)), authors).map(
        ({ officerId, text, moved }) => [officerId, text, ...(moved ? [moved.officerId] : [])],
      )
    },
    compare(from: number, to: number) {
      return compared(this.chronicle(), authors, from, to).map(({ fate, pieces }) => [
        fate,
        ...pieces.map((piece) => [piece.fate, piece.text, ...(piece.by ? [piece.by.officerId] : [])].join(' ')),
      ])
    },
    /** The document node that the editor shows, to count positions in. */
    node() {
      const doc = new Doc()
      for (const { update } of rows) applyUpdate(doc, update)
      return yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(bodyFragment), dossierSchema)
    },
    /** Everywhere that the text says these words. */
    places(words: string): Anchor[] {
      const doc = new Doc()
      for (const { update } of rows) applyUpdate(doc, update)
      const type = doc.getXmlFragment(bodyFragment)
      const { doc: node, mapping } = initProseMirrorDoc(type, dossierSchema)
      const found: Anchor[] = []
      node.descendants((each, at) => {
        for (const { index } of each.isText ? each.text!.matchAll(RegExp(words, 'g')) : []) {
          const range = { from: at + index, to: at + index + words.length }
          found.push(anchorIn({ doc, type, mapping: mapping as never }, range))
        }
        return true
      })
      return found
    },
    canonicalNow() {
      const doc = new Doc()
      for (const { update } of rows) applyUpdate(doc, update)
      return canonicalForm(doc)
    },
    state: (officerId: string) => encodeStateAsUpdate(pageOf(officerId)),
  }
}

export const paragraph = (text: string): Content => ({
  type: 'paragraph',
  ...(text && { content: [{ type: 'text', text }] }),
})
export const heading = (text: string): Content => ({
  type: 'heading',
  attrs: { level: 2 },
  content: [{ type: 'text', text }],
})
export const bullets = (...texts: string[]): Content => ({
  type: 'bulletList',
  content: texts.map((text) => ({ type: 'listItem', content: [paragraph(text)] })),
})

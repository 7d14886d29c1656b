import type { Node } from '@tiptap/pm/model'
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition } from '@tiptap/y-tiptap'
import { type Doc, decodeRelativePosition, encodeRelativePosition, type XmlFragment } from 'yjs'

/** Both ends of some words, as places in the shared document. */
export type Anchor = { readonly from: string; readonly to: string }
export type Range = { readonly from: number; readonly to: number }

/** A shared document with the nodes that an editor made of it. */
export type Shared = {
  readonly doc: Doc
  readonly type: XmlFragment
  readonly mapping: Map<never, never>
}

const written = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
const read = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0))

/** The words of a range as places in the shared document, which move along with what others write around them. */
export function anchorIn({ type, mapping }: Shared, { from, to }: Range): Anchor {
  const place = (position: number) =>
    written(encodeRelativePosition(absolutePositionToRelativePosition(position, type, mapping as never)))
  return { from: place(from), to: place(to) }
}

/** Where the anchored words stand now; nothing when they are gone or the anchor is none. */
export function rangeIn({ doc, type, mapping }: Shared, anchor: Anchor): Range | undefined {
  try {
    const [from, to] = [anchor.from, anchor.to].map((place) =>
      relativePositionToAbsolutePosition(doc, type, decodeRelativePosition(read(place)), mapping as never),
    )
    return typeof from === 'number' && typeof to === 'number' && from <= to ? { from, to } : undefined
  } catch {
    // Written by a program that is not ours; it stands nowhere.
    return undefined
  }
}

/** The words of a range when they are nothing but words of one block. */
export function plainWords(node: Node, { from, to }: Range): string | undefined {
  if (to > node.content.size) return undefined
  const words = node.textBetween(from, to)
  const start = node.resolve(from)
  const isOneBlock = start.sameParent(node.resolve(to)) && start.parent.isTextblock
  return isOneBlock && words.length === to - from ? words : undefined
}

import type { EditorState } from '@tiptap/pm/state'
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap'
import { type Doc, decodeRelativePosition, encodeRelativePosition, type XmlFragment } from 'yjs'

export type Anchor = { readonly from: string; readonly to: string }
export type Range = { readonly from: number; readonly to: number }

type Shared = {
  readonly doc: Doc
  readonly type: XmlFragment
  readonly binding: { readonly mapping: Map<never, never> }
}

const shared = (state: EditorState): Shared | undefined => {
  const found = ySyncPluginKey.getState(state) as Shared | undefined
  return found?.binding ? found : undefined
}

const written = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
const read = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0))

/** The words of a range as places in the shared document, which move along with what others write around them. */
export function anchorOf(state: EditorState, { from, to }: Range): Anchor | undefined {
  const held = shared(state)
  if (!held) return undefined
  const place = (position: number) =>
    written(
      encodeRelativePosition(absolutePositionToRelativePosition(position, held.type, held.binding.mapping as never)),
    )
  return { from: place(from), to: place(to) }
}

/** Where the anchored words stand now; nothing when they are gone or the anchor is none. */
export function rangeOf(state: EditorState, anchor: Anchor): Range | undefined {
  const held = shared(state)
  if (!held) return undefined
  try {
    const [from, to] = [anchor.from, anchor.to].map((place) =>
      relativePositionToAbsolutePosition(
        held.doc,
        held.type,
        decodeRelativePosition(read(place)),
        held.binding.mapping as never,
      ),
    )
    const isThere = typeof from === 'number' && typeof to === 'number' && from <= to && to <= state.doc.content.size
    return isThere ? { from, to } : undefined
  } catch {
    // Written by a program that is not ours; it stands nowhere.
    return undefined
  }
}

/** The words of a range when they are nothing but words of one block. */
export function plainWords(state: EditorState, { from, to }: Range): string | undefined {
  const words = state.doc.textBetween(from, to)
  const isOneBlock = state.doc.resolve(from).sameParent(state.doc.resolve(to))
  return isOneBlock && state.doc.resolve(from).parent.isTextblock && words.length === to - from ? words : undefined
}

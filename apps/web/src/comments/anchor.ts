import { type Anchor, anchorIn, plainWords, type Range, rangeIn, type Shared } from '@lianban/dossier'
import type { EditorState } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

type Bound = Omit<Shared, 'mapping'> & { readonly binding: Pick<Shared, 'mapping'> | null }

const shared = (state: EditorState): Shared | undefined => {
  const found = ySyncPluginKey.getState(state) as Bound | undefined
  return found?.binding ? { ...found, mapping: found.binding.mapping } : undefined
}

/** The words of a range as places in the shared document behind an editor. */
export function anchorOf(state: EditorState, range: Range): Anchor | undefined {
  const held = shared(state)
  return held && anchorIn(held, range)
}

/** Where the anchored words stand in the editor now; nothing when they are gone. */
export function rangeOf(state: EditorState, anchor: Anchor): Range | undefined {
  const held = shared(state)
  const range = held && rangeIn(held, anchor)
  return range && range.to <= state.doc.content.size ? range : undefined
}

/** Whether the anchored words still read as they were seen. */
export function standsAt(state: EditorState, anchor: Anchor, seen: string): boolean {
  const range = rangeOf(state, anchor)
  return range !== undefined && plainWords(state.doc, range) === seen
}

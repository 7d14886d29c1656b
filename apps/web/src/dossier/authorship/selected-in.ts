import type { Editor } from '@tiptap/core'

/** What is selected in the text, also by whoever may only read it; nothing while the selection is elsewhere on the page. */
export function selectedIn({ isDestroyed, view }: Editor): { from: number; to: number } | undefined {
  const selection = isDestroyed ? null : document.getSelection()
  if (!selection?.anchorNode || !selection.focusNode) return undefined
  if (!view.dom.contains(selection.anchorNode) || !view.dom.contains(selection.focusNode)) return undefined
  const ends = [
    view.posAtDOM(selection.anchorNode, selection.anchorOffset),
    view.posAtDOM(selection.focusNode, selection.focusOffset),
  ]
  return { from: Math.min(...ends), to: Math.max(...ends) }
}

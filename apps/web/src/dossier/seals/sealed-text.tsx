import { type CanonicalDocument, dossierExtensions } from '@lianban/dossier'
import { Editor } from '@tiptap/core'
import { createSignal, onCleanup, onMount, Show } from 'solid-js'
import { drawnNodes } from '../../blocks/drawn-nodes.tsx'
import { FootnoteList } from '../../blocks/footnote-list.tsx'
import { NumberedHeadings } from '../../blocks/numbered-headings.ts'
import { createShownBlocks } from '../../blocks/shown-blocks.ts'

/** A frozen document, shown as the editor would show it and without any editing; the records in it as they are now. */
export function SealedText(props: { caseId: string; document: CanonicalDocument }) {
  const blocks = createShownBlocks(() => props.caseId)
  const [editor, setEditor] = createSignal<Editor>()
  let host: HTMLDivElement | undefined
  onMount(() => {
    const open = new Editor({
      element: host!,
      editable: false,
      injectCSS: false,
      content: props.document as Record<string, unknown>,
      extensions: [...dossierExtensions(drawnNodes(blocks, true)), NumberedHeadings],
    })
    blocks.look(open.state.doc)
    setEditor(open)
  })
  onCleanup(() => editor()?.destroy())
  return (
    <div class="section-text">
      <div ref={host} class="sealed-text" />
      <Show when={editor()}>{(open) => <FootnoteList editor={open()} mayWrite={false} />}</Show>
    </div>
  )
}

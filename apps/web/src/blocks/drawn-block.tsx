import { boundAt, digestHeld } from '@lianban/dossier'
import type { NodeViewRenderer } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { createSignal, Show } from 'solid-js'
import { render } from 'solid-js/web'
import { BoundBlock } from './bound-block.tsx'
import { CaptionField } from './caption-field.tsx'
import type { ShownBlocks } from './shown-blocks.ts'

// A block that names no record is drawn as one that nobody may read.
const nobody = { kind: 'event', recordId: '' } as const

/** A record where it stands in the text. It stays drawn while its caption is written, or a picture would be fetched anew. */
export const drawnBlock =
  (blocks: ShownBlocks, isDraft: boolean): NodeViewRenderer =>
  ({ node: first, editor, getPos }) => {
    const dom = document.createElement('div')
    dom.className = 'bound-block'
    dom.contentEditable = 'false'
    const [node, setNode] = createSignal<Node>(first)
    const bound = boundAt(first.type.name, first.attrs)
    const place = () => {
      const at = getPos()
      return at === undefined ? undefined : { from: at, to: at + node().nodeSize }
    }
    const remove = () => {
      const now = place()
      if (now) editor.commands.deleteRange(now)
    }
    const write = (words: string) => {
      const now = place()
      if (!now || words === node().textContent) return
      const edit = editor.state.tr
      if (words === '') edit.delete(now.from + 1, now.to - 1)
      else edit.replaceWith(now.from + 1, now.to - 1, editor.schema.text(words))
      editor.view.dispatch(edit)
    }
    const mayWrite = editor.isEditable && !isDraft
    const drawn: ShownBlocks = bound ? blocks : { ...blocks, of: () => ({ state: 'withheld' }) }
    const dispose = render(
      () => (
        <BoundBlock
          bound={bound ?? nobody}
          held={digestHeld(node().attrs)}
          blocks={drawn}
          remove={mayWrite ? remove : undefined}
          caption={
            <Show when={first.type.name === 'imageBlock'}>
              <CaptionField
                words={node().textContent}
                write={mayWrite ? write : undefined}
                leave={() => editor.commands.focus()}
              />
            </Show>
          }
        />
      ),
      dom,
    )
    return {
      dom,
      update(next) {
        const { type, attrs } = node()
        if (next.type !== type || next.attrs.recordId !== attrs.recordId || next.attrs.kind !== attrs.kind) return false
        setNode(next)
        return true
      },
      destroy: dispose,
      stopEvent: ({ target }) => target instanceof Element && target.closest('button, input, a, summary') !== null,
    }
  }

import { boundBy, Footnote, RecordBlock } from '@lianban/dossier'
import type { Extensions } from '@tiptap/core'
import { render } from 'solid-js/web'
import { BoundBlock } from './bound-block.tsx'
import type { ShownBlocks } from './shown-blocks.ts'
import { t } from './strings.ts'

/** Bound blocks and footnotes as the page draws them; what they hold is the shared schema's. A draft takes none away. */
export const drawnNodes = (blocks: ShownBlocks, isDraft = false): Extensions => [
  RecordBlock.extend({
    addNodeView:
      () =>
      ({ node, editor, getPos }) => {
        const dom = document.createElement('div')
        dom.className = 'bound-block'
        dom.contentEditable = 'false'
        const bound = boundBy(node.attrs)
        const remove = () => {
          const at = getPos()
          if (at !== undefined) editor.commands.deleteRange({ from: at, to: at + node.nodeSize })
        }
        // A block that names no record is drawn as one that nobody may read.
        const nobody = { kind: 'event', recordId: '' } as const
        const drawn: ShownBlocks = bound ? blocks : { ...blocks, of: () => ({ state: 'withheld' }) }
        const dispose = render(
          () => (
            <BoundBlock
              bound={bound ?? nobody}
              blocks={drawn}
              remove={editor.isEditable && !isDraft ? remove : undefined}
            />
          ),
          dom,
        )
        return { dom, destroy: dispose, stopEvent: (event) => event.target instanceof HTMLButtonElement }
      },
  }),
  Footnote.extend({
    addNodeView: () => () => {
      const dom = document.createElement('sup')
      dom.className = 'footnote-mark'
      dom.title = t('footnotes')
      return { dom }
    },
  }),
]

import { Footnote, ImageBlock, RecordBlock } from '@lianban/dossier'
import type { Extensions } from '@tiptap/core'
import { drawnBlock } from './drawn-block.tsx'
import type { ShownBlocks } from './shown-blocks.ts'
import { t } from './strings.ts'

/** Bound blocks, pictures and footnotes as the page draws them; what they hold is the shared schema's. A draft changes none. */
export const drawnNodes = (blocks: ShownBlocks, isDraft = false): Extensions => [
  RecordBlock.extend({ addNodeView: () => drawnBlock(blocks, isDraft) }),
  ImageBlock.extend({ addNodeView: () => drawnBlock(blocks, isDraft) }),
  Footnote.extend({
    addNodeView: () => () => {
      const dom = document.createElement('sup')
      dom.className = 'footnote-mark'
      dom.title = t('footnotes')
      return { dom }
    },
  }),
]

import { numbered } from '../numbering.ts'
import type { Block, Paper } from '../paper.ts'
import { linePitch } from '../sheet.ts'
import { type Box, blank } from './box.ts'
import { annexList, copiesBox, signatureBox } from './closing.ts'
import { openingBoxes, titleBoxes } from './opening.ts'
import { pictureBoxes } from './picture-boxes.ts'
import type { Setter } from './pieces.ts'
import { tableBoxes } from './table-boxes.ts'
import { headingBoxes, listBoxes, paragraphBoxes, quotationBoxes, textBoxes } from './text-boxes.ts'

/** The whole paper as strips in order. */
export function boxesOf(paper: Paper, setter: Setter): Box[] {
  const text = [...bodyBoxes(paper.body, setter), ...annexList(paper, setter)]
  const annexes = (paper.annexes ?? []).flatMap((annex, n, all) => {
    const [label] = textBoxes(`附件${all.length > 1 ? n + 1 : ''}`, setter, { face: 'hei', align: 'left' })
    return [
      { ...label!, opensPage: true },
      blank(linePitch),
      ...titleBoxes(annex.title, setter),
      blank(linePitch / 2),
      ...bodyBoxes(annex.body, setter),
    ]
  })
  return [
    ...openingBoxes(paper, setter),
    ...(paper.signature ? signed(text, signatureBox(paper.signature, setter)) : text),
    ...annexes,
    ...(paper.copiedTo ? [copiesBox(paper.copiedTo, setter)] : []),
  ]
}

/** A signature never stands on a page alone: the line before goes with it. */
const signed = (text: readonly Box[], signature: Box): Box[] => [
  ...text.slice(0, -1),
  ...text.slice(-1).map((last) => ({ ...last, staysWithNext: true })),
  signature,
]

const bodyBoxes = (body: readonly Block[], setter: Setter): Box[] =>
  numbered(body).flatMap((block) => blockBoxes(block, setter))

function blockBoxes(block: Block, setter: Setter): Box[] {
  switch (block.kind) {
    case 'heading':
      return headingBoxes(block.words, block.level, setter)
    case 'paragraph':
      return paragraphBoxes(block, setter)
    case 'list':
      return listBoxes(block.items, block.isOrdered, setter)
    case 'quotation':
      return quotationBoxes(block, setter)
    case 'picture':
      return pictureBoxes(block, setter)
    case 'table':
      return tableBoxes(block, setter)
  }
}

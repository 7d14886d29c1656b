import type { Node } from '@tiptap/pm/model'
import { type BoundKind, boundBy } from './record-block.ts'

const shown: Record<BoundKind, string> = {
  event: '办案经过',
  figure: '数量与金额',
  goods: '涉案物品',
  quotation: '线索引用',
  evidence: '证据引用',
  seizure: '扣押物品清单',
  image: '图片',
}

/**
 * The words of a section, a line for each block, each row of a table and each hard break. Of a record that a block
 * shows there is no word here, since whoever reads this may not be who may read that. Footnotes follow at the end.
 */
export function plainText(document: Node): string {
  const lines: string[] = []
  const notes: string[] = []
  const inline = (block: Node): string => {
    let text = ''
    block.forEach((child) => {
      if (child.type.name === 'hardBreak') text += '\n'
      else if (child.type.name === 'footnote') text += `〔注${notes.push(child.textContent)}〕`
      else text += child.text ?? ''
    })
    return text
  }
  const walk = (block: Node) => {
    if (block.type.name === 'recordBlock') lines.push(`〔${shown[boundBy(block.attrs)?.kind ?? 'event']}〕`)
    else if (block.type.name === 'imageBlock') lines.push(`〔${shown.image}〕${inline(block)}`)
    else if (block.isTextblock) lines.push(inline(block))
    else if (block.type.name === 'tableRow') lines.push(cellsOf(block).join('\t'))
    else block.forEach(walk)
  }
  const cellsOf = (row: Node): string[] => {
    const cells: string[] = []
    row.forEach((cell) => {
      const within: string[] = []
      cell.forEach((paragraph) => {
        within.push(inline(paragraph))
      })
      cells.push(within.join(' '))
    })
    return cells
  }
  walk(document)
  return [...lines, ...notes.map((note, place) => `〔注${place + 1}〕${note}`)].join('\n')
}

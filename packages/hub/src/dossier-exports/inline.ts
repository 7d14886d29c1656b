import type { CanonicalDocument } from '@lianban/dossier'
import type { Run } from '@lianban/papers'

/** The lines of a textblock: a hard break begins a new one, and a footnote hangs on the words before it. */
export function linesIn(block: CanonicalDocument): Run[][] {
  const lines: Run[][] = [[]]
  for (const node of block.content ?? []) {
    const line = lines.at(-1)!
    if (node.type === 'hardBreak') lines.push([])
    else if (node.type === 'footnote') line.push({ text: '', note: wordsIn(node) })
    else if (node.text !== undefined) line.push(runOf(node, node.text))
  }
  return lines
}

/** The words alone. */
export const wordsIn = (node: CanonicalDocument): string =>
  node.text ?? (node.content ?? []).map(wordsIn).join(node.type === 'tableCell' ? ' ' : '')

function runOf({ marks = [] }: CanonicalDocument, text: string): Run {
  const has = (type: string) => marks.some((mark) => mark.type === type)
  return {
    text,
    ...(has('bold') && { bold: true }),
    ...(has('italic') && { italic: true }),
    ...(has('underline') && { underline: true }),
  }
}

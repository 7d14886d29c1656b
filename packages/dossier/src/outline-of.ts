import type { CanonicalDocument } from './document.ts'
import { headingNumbers } from './numbering.ts'
import { type Bound, boundAt } from './record-block.ts'

export type Heading = { readonly level: number; readonly number: string; readonly text: string }

/** The headings of a section with their numbers, for a table of contents. */
export function headingsOf(document: CanonicalDocument): Heading[] {
  const headings = (document.content ?? [])
    .filter(({ type }) => type === 'heading')
    .map((block) => ({ level: Number(block.attrs?.level ?? 1), text: wordsIn(block) }))
    .filter(({ text }) => text.trim() !== '')
  const numbers = headingNumbers(headings)
  return headings.map((heading, place) => ({ ...heading, number: numbers[place]! }))
}

const wordsIn = (node: CanonicalDocument): string =>
  node.type === 'footnote' ? '' : (node.text ?? (node.content ?? []).map(wordsIn).join(''))

/** Every record that a block of the section shows, each once, in the order of the text. */
export function boundIn(document: CanonicalDocument): Bound[] {
  const found = new Map<string, Bound>()
  const walk = (node: CanonicalDocument) => {
    const bound = boundAt(node.type, node.attrs)
    if (bound) found.set(`${bound.kind} ${bound.recordId}`, bound)
    for (const child of node.content ?? []) walk(child)
  }
  walk(document)
  return [...found.values()]
}

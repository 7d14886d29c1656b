import { boundAt, type CanonicalDocument, digestHeld } from '@lianban/dossier'
import type { Block, HeadingLevel, ListItem, Run } from '@lianban/papers'
import type { Shown } from './dossier.ts'
import { linesIn, wordsIn } from './inline.ts'
import type { Picture } from './pictures.ts'
import { blocksShowing } from './records.ts'

/** A section's document as blocks of a paper: its headings stand under the section's own, and records are written out. */
export function blocksOf(document: CanonicalDocument, known: Known): Block[] {
  return (document.content ?? []).flatMap((node) => blockOf(node, known))
}

/** What the blocks show, and what becomes of the pictures. */
export type Known = {
  readonly shown: ReadonlyMap<string, Shown>
  readonly pictures: ReadonlyMap<string, Picture>
}

function blockOf(node: CanonicalDocument, known: Known): Block[] {
  switch (node.type) {
    case 'heading': {
      const level = Number(node.attrs?.level ?? 1) as HeadingLevel
      // Of the first level is the section itself, so one inside of it stands without a number.
      return [{ kind: 'heading', level, words: linesIn(node).flat(), isNumbered: level > 1 }]
    }
    case 'paragraph':
      return linesIn(node).flatMap((words): Block[] => (words.length ? [{ kind: 'paragraph', words }] : []))
    case 'bulletList':
    case 'orderedList':
      return [{ kind: 'list', isOrdered: node.type === 'orderedList', items: itemsOf(node) }]
    case 'blockquote':
      return [{ kind: 'quotation', lines: (node.content ?? []).flatMap(linesIn) }]
    case 'table':
      return [tableOf(node)]
    case 'recordBlock':
    case 'imageBlock': {
      const bound = boundAt(node.type, node.attrs)
      const held = { digest: digestHeld(node.attrs), caption: wordsIn(node), pictures: known.pictures }
      return blocksShowing(bound && known.shown.get(`${bound.kind} ${bound.recordId}`), held)
    }
    default:
      return (node.content ?? []).flatMap((inner) => blockOf(inner, known))
  }
}

const isList = ({ type }: CanonicalDocument): boolean => type === 'bulletList' || type === 'orderedList'

const itemsOf = (list: CanonicalDocument): ListItem[] =>
  (list.content ?? []).map((item) => {
    const inner = (item.content ?? []).find(isList)
    return {
      words: flowing((item.content ?? []).filter((node) => !isList(node))),
      ...(inner && { items: itemsOf(inner), isOrdered: inner.type === 'orderedList' }),
    }
  })

/** Several paragraphs as one, where there is room for one. */
const flowing = (blocks: readonly CanonicalDocument[]): Run[] =>
  blocks
    .flatMap(linesIn)
    .filter((line) => line.length > 0)
    .flatMap((line, n) => (n === 0 ? line : [{ text: ' ' }, ...line]))

function tableOf(table: CanonicalDocument): Block {
  const rows = table.content ?? []
  const isHeading = (row: CanonicalDocument) =>
    (row.content ?? []).length > 0 && (row.content ?? []).every(({ type }) => type === 'tableHeader')
  const cells = (row: CanonicalDocument) => (row.content ?? []).map((cell) => flowing(cell.content ?? []))
  const first = rows.findIndex((row) => !isHeading(row))
  const headings = first < 0 ? rows.length : first
  return { kind: 'table', headings: rows.slice(0, headings).map(cells), rows: rows.slice(headings).map(cells) }
}

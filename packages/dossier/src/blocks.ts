import { ContentFormat, ContentString, type Item, XmlElement, type XmlFragment, XmlText } from 'yjs'
import type { LetterId } from './clock-map.ts'
import { dossierSchema } from './schema.ts'

type Attributes = Readonly<Record<string, unknown>>

/** Letters that were written one after another by one client, and stand together. */
export type Run = LetterId & {
  /** Where the first of them stands in the document. */
  readonly at: number
  readonly text: string
  readonly marks: Attributes
}

/** One paragraph, heading or other block that holds no block itself, with what it stands in. */
export type Block = LetterId & {
  readonly type: string
  readonly attrs: Attributes
  readonly within: readonly string[]
  readonly runs: readonly Run[]
}

/** What stands for something that is not text. */
const objectLetter = '\ufffc'

/**
 * The blocks of a shared document whose every part the schema knows, with the positions that the editor counts by. The
 * editor and the server ask the same function, so that they mean the same letters.
 */
export function blocksOf(fragment: XmlFragment): Block[] {
  const blocks: Block[] = []
  let at = 0

  const enter = (element: XmlElement, within: readonly string[]) => {
    const type = dossierSchema.nodes[element.nodeName]
    const id = idOf(element)
    const attrs = element.getAttributes() as Attributes
    const place = { ...id, type: element.nodeName, attrs, within }
    if (!type || isOneThing(element)) {
      blocks.push({ ...place, runs: [{ ...id, at, text: objectLetter, marks: {} }] })
      at += 1
      return
    }
    // A picture is one letter, before those of its caption.
    const itself = type.isAtom ? [{ ...id, at, text: objectLetter, marks: {} }] : []
    at += 1
    if (type.inlineContent) blocks.push({ ...place, runs: [...itself, ...runsIn(element)] })
    else for (const child of elementsIn(element)) enter(child, [...within, element.nodeName])
    at += 1
  }

  const runsIn = (element: XmlElement): Run[] =>
    element.toArray().flatMap((child) => {
      if (child instanceof XmlText) {
        const runs = runsOfText(child, at)
        at += child.length
        return runs
      }
      if (!(child instanceof XmlElement)) return []
      const run = { ...idOf(child), at, text: child.nodeName === 'hardBreak' ? '\n' : objectLetter, marks: {} }
      at += 1
      if (isOneThing(child)) return [run]
      const within = runsIn(child)
      at += 1
      return [run, ...within]
    })

  for (const child of elementsIn(fragment)) enter(child, [])
  return blocks
}

const elementsIn = (parent: XmlFragment): XmlElement[] =>
  parent.toArray().filter((child): child is XmlElement => child instanceof XmlElement)

/** What holds nothing counts as one letter. */
const isOneThing = ({ nodeName }: XmlElement): boolean => dossierSchema.nodes[nodeName]?.isLeaf !== false

const idOf = ({ _item }: XmlElement): LetterId => ({ client: _item!.id.client, clock: _item!.id.clock })

function runsOfText(text: XmlText, start: number): Run[] {
  const runs: Run[] = []
  let at = start
  let marks: Attributes = {}
  for (const item of itemsOf(text)) {
    if (item.deleted) continue
    if (item.content instanceof ContentFormat) marks = withMark(marks, item.content)
    if (!(item.content instanceof ContentString)) continue
    runs.push({ client: item.id.client, clock: item.id.clock, at, text: item.content.str, marks })
    at += item.length
  }
  return runs
}

function withMark(marks: Attributes, { key, value }: ContentFormat): Attributes {
  const { [key as unknown as string]: _before, ...others } = marks
  return value === null ? others : { ...others, [key as unknown as string]: value as unknown }
}

/** Everything that ever stood in a text and was not let go, in its order. */
export function itemsOf(text: XmlText): Item[] {
  const items: Item[] = []
  for (let item = text._start; item; item = item.right) items.push(item)
  return items
}

/** The text that an item of it stands in. */
export const textAround = ({ parent }: Item): XmlText | undefined => (parent instanceof XmlText ? parent : undefined)

import { ContentString, type Item, iterateDeletedStructs, type Transaction, type XmlText } from 'yjs'
import { itemsOf, textAround } from './blocks.ts'
import type { LetterId } from './clock-map.ts'

/** Letters that were put where others with the same text had been taken away. */
export type Carried = { readonly from: LetterId; readonly to: LetterId; readonly length: number }

type Pieces = { readonly text: string; readonly items: readonly Item[] }
/** A stretch that was taken away; what of it was found again is blotted out. */
type Taken = Pieces & { left: string }

/**
 * Words that one edit takes away and sets again: whoever divides a paragraph, joins two, or makes one a heading deletes
 * text and inserts the same anew, as far as Yjs can tell. Those words keep who wrote them. Only a whole stretch that
 * stood together before is found again, so nobody is said to have written more than by deletions alone.
 */
export function carriedIn(transaction: Transaction): Carried[] {
  if (transaction.deleteSet.clients.size === 0) return []
  const taken = stretches(deletedStrings(transaction)).map((pieces): Taken => ({ ...pieces, left: pieces.text }))
  if (!taken.length) return []
  return stretches(addedStrings(transaction)).flatMap((added) => found(added, 0, added.text.length, taken))
}

/** What of a stretch was set again: all of it, or a whole stretch that was taken away with something new around it. */
function found(added: Pieces, from: number, to: number, taken: readonly Taken[]): Carried[] {
  const text = added.text.slice(from, to)
  const whole = sourceOf(text, taken)
  if (whole) return pairs(whole, added, from, text.length)
  const [longest] = taken
    .filter(({ left }) => left.length > 1 && text.includes(left))
    .toSorted((a, b) => b.left.length - a.left.length)
  if (!longest) return []
  const start = from + text.indexOf(longest.left)
  const end = start + longest.left.length
  const middle = pairs({ pieces: longest, start: 0 }, added, start, longest.left.length)
  return [...middle, ...found(added, from, start, taken), ...found(added, end, to, taken)]
}

/** A single letter is no proof, unless it is all that was taken away. */
function sourceOf(text: string, taken: readonly Taken[]) {
  const whole = taken.find(({ left }) => left === text)
  if (whole) return { pieces: whole, start: 0 }
  const pieces = text.length < 2 ? undefined : taken.find(({ left }) => left.includes(text))
  return pieces && { pieces, start: pieces.left.lastIndexOf(text) }
}

function deletedStrings(transaction: Transaction): Map<XmlText, Set<Item>> {
  const found = new Map<XmlText, Set<Item>>()
  iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!('content' in struct) || isNew(transaction, struct as Item)) return
    note(found, struct as Item)
  })
  return found
}

function addedStrings(transaction: Transaction): Map<XmlText, Set<Item>> {
  const found = new Map<XmlText, Set<Item>>()
  for (const [client, clock] of transaction.afterState) {
    const before = transaction.beforeState.get(client) ?? 0
    if (clock === before) continue
    const structs = transaction.doc.store.clients.get(client) ?? []
    for (let place = structs.length - 1; place >= 0; place--) {
      const struct = structs[place]!
      if (struct.id.clock < before) break
      if ('content' in struct && !struct.deleted) note(found, struct as Item)
    }
  }
  return found
}

const isNew = ({ beforeState }: Transaction, { id }: Item): boolean => id.clock >= (beforeState.get(id.client) ?? 0)

function note(found: Map<XmlText, Set<Item>>, item: Item): void {
  const text = item.content instanceof ContentString ? textAround(item) : undefined
  if (!text) return
  const items = found.get(text)
  if (items) items.add(item)
  else found.set(text, new Set([item]))
}

/** What of each text stands together, with nothing visible between. */
function stretches(found: Map<XmlText, Set<Item>>): Pieces[] {
  const all: Pieces[] = []
  for (const [text, wanted] of found) {
    let items: Item[] = []
    const close = () => {
      if (items.length) all.push({ text: items.map(stringOf).join(''), items })
      items = []
    }
    for (const item of itemsOf(text)) {
      if (wanted.has(item)) items.push(item)
      else if (!item.deleted && item.content instanceof ContentString) close()
    }
    close()
  }
  return all
}

const stringOf = ({ content }: Item): string => (content instanceof ContentString ? content.str : '')

/** Letter by letter, in pieces that stand together on both sides; nothing is found twice. */
function pairs(
  { pieces, start }: { pieces: Taken; start: number },
  added: Pieces,
  at: number,
  size: number,
): Carried[] {
  const from = lettersOf(pieces, start, size)
  const to = lettersOf(added, at, size)
  pieces.left = pieces.left.slice(0, start) + '\0'.repeat(size) + pieces.left.slice(start + size)
  const carried: Carried[] = []
  for (let i = 0, j = 0; i < from.length && j < to.length; ) {
    const [source, target] = [from[i]!, to[j]!]
    const length = Math.min(source.length, target.length)
    carried.push({ from: source, to: target, length })
    from[i] = { ...source, clock: source.clock + length, length: source.length - length }
    to[j] = { ...target, clock: target.clock + length, length: target.length - length }
    if (from[i]!.length === 0) i++
    if (to[j]!.length === 0) j++
  }
  return carried
}

function lettersOf({ items }: Pieces, start: number, length: number): (LetterId & { length: number })[] {
  const letters: (LetterId & { length: number })[] = []
  let skip = start
  let left = length
  for (const { id, length: size } of items) {
    const taken = Math.min(left, Math.max(0, size - skip))
    if (taken > 0) letters.push({ client: id.client, clock: id.clock + skip, length: taken })
    left -= taken
    skip = Math.max(0, skip - size)
  }
  return letters
}

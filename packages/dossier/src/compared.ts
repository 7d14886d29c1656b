import { type Binding, type Piece, piecesOf } from './authored.ts'
import { type Block, blocksOf } from './blocks.ts'
import type { Chronicle } from './chronicle.ts'
import { canonicalForm } from './document.ts'
import { longestOrder } from './longest-order.ts'
import { bodyFragment } from './schema.ts'

export type Fate = 'same' | 'added' | 'removed' | 'moved'

/** Words that stayed, came, went or moved between two moments; of a change, who made it and when it ended. */
export type ComparedPiece = { readonly text: string; readonly fate: Fate; readonly by: Change | undefined }
export type Change = { readonly officerId: string; readonly at: number }

export type ComparedBlock = {
  readonly type: string
  readonly attrs: Block['attrs']
  readonly within: readonly string[]
  readonly fate: 'same' | 'added' | 'removed' | 'restyled'
  readonly pieces: readonly ComparedPiece[]
}

/** One letter of one of the two documents; its name is that of the letter that was written first. */
type Letter = {
  readonly piece: Piece
  readonly text: string
  readonly name: string
  readonly block: number
  readonly offset: number
}

/** What became of a document from one moment to another, letter by letter: the same words stay the same wherever they stand. */
export function compared(chronicle: Chronicle, authors: Binding, from: number, to: number): ComparedBlock[] {
  const [before, after] = [from, to].map((place) => documentAt(chronicle, place)) as [Document, Document]
  const places = new Map(before.letters.map(({ name }, place) => [name, place]))
  const common = after.letters.flatMap(({ name }, place) => {
    const was = places.get(name)
    return was === undefined ? [] : [{ was, place }]
  })
  const kept = longestOrder(common.map(({ was }) => was)).map((i) => common[i]!)
  const stayed = new Map(kept.map(({ was, place }) => [place, was]))
  const known = new Set(common.map(({ was }) => was))
  const { sources, gone } = settled(before, after, kept, known)

  const change = (place: number | undefined, client?: number): Change | undefined => {
    const moment = place === undefined ? undefined : chronicle.moments[place]
    return moment && { officerId: (client && authors.get(client)) || moment.officerId, at: moment.at }
  }
  const removed = ({ piece, text, offset }: Letter): ComparedPiece => {
    const gone = chronicle.goneAt({ client: piece.client, clock: piece.clock + offset }, to)
    return { text, fate: 'removed', by: change(gone) }
  }
  const standing = ({ piece, text, name }: Letter, place: number): ComparedPiece => {
    if (stayed.has(place)) return { text, fate: 'same', by: undefined }
    if (!places.has(name)) return { text, fate: 'added', by: change(piece.wrote, piece.origin.client) }
    return { text, fate: 'moved', by: change(piece.moved, piece.client) }
  }

  const result: ComparedBlock[] = []
  const leave = (after: number) => {
    for (const index of gone.blocks.get(after) ?? []) {
      const { type, attrs, within } = before.blocks[index]!
      result.push({ type, attrs, within, fate: 'removed', pieces: joined(before.of[index]!.map(removed)) })
    }
  }
  leave(-1)
  for (const [index, { type, attrs, within }] of after.blocks.entries()) {
    const pieces = (gone.first.get(index) ?? []).map(removed)
    for (const place of after.placesOf[index]!) {
      pieces.push(standing(after.letters[place]!, place), ...(gone.behind.get(place) ?? []).map(removed))
    }
    const was = sources.get(index)
    const isNew = was === undefined && pieces.length > 0
    const isRestyled = was !== undefined && !isAlike(before.blocks[was]!, after.blocks[index]!)
    const fate = isNew ? 'added' : isRestyled ? 'restyled' : 'same'
    result.push({ type, attrs, within, fate, pieces: joined(pieces) })
    leave(index)
  }
  return result
}

type Document = {
  readonly blocks: readonly Block[]
  readonly letters: readonly Letter[]
  /** The letters of each block, and their places among all. */
  readonly of: readonly Letter[][]
  readonly placesOf: readonly number[][]
}

function documentAt(chronicle: Chronicle, place: number): Document {
  const doc = chronicle.documentAt(place)
  canonicalForm(doc)
  const blocks = blocksOf(doc.getXmlFragment(bodyFragment))
  doc.destroy()
  const of = blocks.map((each, block) =>
    piecesOf(chronicle, each).flatMap((piece) =>
      Array.from({ length: piece.text.length }, (_, offset) => ({
        piece,
        text: piece.text[offset]!,
        name: `${piece.origin.client} ${piece.origin.clock + offset}`,
        block,
        offset,
      })),
    ),
  )
  let count = 0
  return { blocks, of, letters: of.flat(), placesOf: of.map((letters) => letters.map(() => count++)) }
}

/** Where what was removed is to be shown: behind the letter it followed, or as a block that is there no more. */
function settled(
  before: Document,
  after: Document,
  kept: readonly { was: number; place: number }[],
  known: ReadonlySet<number>,
) {
  const now = new Map(kept.map(({ was, place }) => [was, place]))
  const stood = new Map(kept.map(({ was, place }) => [place, before.letters[was]!.block]))
  /** The block that each of today's took most of its letters from. */
  const sources = new Map(
    after.placesOf.flatMap((places, index) => {
      const source = mostOf(places.flatMap((place) => stood.get(place) ?? []))
      return source === undefined ? [] : [[index, source] as const]
    }),
  )
  const gone = {
    first: new Map<number, Letter[]>(),
    behind: new Map<number, Letter[]>(),
    blocks: new Map<number, number[]>(),
  }
  let lastHost = -1
  for (const [index, places] of before.placesOf.entries()) {
    const host = mostOf(places.flatMap((place) => after.letters[now.get(place) ?? -1]?.block ?? []))
    if (host === undefined) {
      if (places.some((place) => !known.has(place))) put(gone.blocks, lastHost, index)
      continue
    }
    lastHost = Math.max(lastHost, host)
    let anchor: number | undefined
    for (const place of places) {
      const stands = now.get(place)
      if (stands !== undefined) anchor = stands
      else if (known.has(place)) continue
      else if (anchor === undefined) put(gone.first, host, before.letters[place]!)
      else put(gone.behind, anchor, before.letters[place]!)
    }
  }
  return { sources, gone }
}

function mostOf(blocks: readonly number[]): number | undefined {
  const counts = new Map<number, number>()
  for (const block of blocks) counts.set(block, (counts.get(block) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}

function put<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

const isAlike = (a: Block, b: Block): boolean =>
  a.type === b.type && JSON.stringify([a.attrs, a.within]) === JSON.stringify([b.attrs, b.within])

function joined(pieces: readonly ComparedPiece[]): ComparedPiece[] {
  const result: ComparedPiece[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    if (last && last.fate === piece.fate && last.by?.officerId === piece.by?.officerId)
      result[result.length - 1] = { ...piece, text: last.text + piece.text }
    else result.push(piece)
  }
  return result
}

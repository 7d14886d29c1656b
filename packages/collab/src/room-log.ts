import { applyUpdate, Doc, decodeStateVector, diffUpdate, encodeStateAsUpdate } from 'yjs'
import { type Contents, readContents } from './contents.ts'
import { Holdings } from './holdings.ts'
import { decoding } from './malformed.ts'
import type { StoredRoom } from './store.ts'

type Row = { readonly update: Uint8Array; readonly contents: Contents }

/** How many single updates a joining client is sent before they are folded into one. */
const foldAt = 200

/** What is durable of one room, as bytes: no document is built while people write. */
export function createRoomLog(stored: Pick<StoredRoom, 'state' | 'tail'>) {
  let state = stored.state
  let tail: Row[] = stored.tail.map((update) => ({ update, contents: readContents(update) }))
  let isFoldable = true

  const holdings = new Holdings()
  if (state) holdings.add(readContents(state))
  for (const { contents } of tail) holdings.add(contents)

  const fold = () => {
    try {
      state = folded(state, tail)
      tail = []
    } catch {
      // An update that Yjs cannot integrate stays a row of its own, as its author sent it.
      isFoldable = false
    }
  }

  return {
    append(update: Uint8Array, contents: Contents): void {
      tail.push({ update, contents })
      holdings.add(contents)
    },

    lacking: (contents: Contents): Contents => holdings.lacking(contents),

    vector: (): Uint8Array => holdings.vector(),

    /** The updates that the holder of this state vector may lack, in the order they were saved. */
    answer(vector: Uint8Array): Uint8Array[] {
      const known = decoding('state vector', () => decodeStateVector(vector))
      if (tail.length > foldAt && isFoldable) fold()
      const knows = ({ added, deleted }: Contents) =>
        deleted.length === 0 && added.every(({ clientId, to }) => (known.get(clientId) ?? 0) >= to)
      const updates = tail.filter(({ contents }) => !knows(contents)).map(({ update }) => update)
      return state ? [known.size === 0 ? state : diffUpdate(state, vector), ...updates] : updates
    },
  }
}

/** Replay is some fifty times faster than `mergeUpdates` over thousands of small updates. */
function folded(state: Uint8Array | undefined, tail: readonly Row[]): Uint8Array {
  const doc = new Doc()
  try {
    doc.transact(() => {
      if (state) applyUpdate(doc, state)
      for (const { update } of tail) applyUpdate(doc, update)
    })
    return encodeStateAsUpdate(doc)
  } finally {
    doc.destroy()
  }
}

import { decodeStateVector, diffUpdate } from 'yjs'
import { type Contents, readContents } from './contents.ts'
import { Holdings } from './holdings.ts'
import { decoding } from './malformed.ts'
import type { Snapshot, StoredRoom } from './store.ts'

type Row = { readonly seq: number; readonly update: Uint8Array }

/** Everything up to a number, for somebody who makes one update of it. */
export type Foldable = { readonly updates: readonly Uint8Array[]; readonly seqs: readonly number[] }

/** What is durable of one room, as bytes: no document is built while people write. */
export function createRoomLog(stored: Pick<StoredRoom, 'snapshot' | 'tail'>) {
  let snapshot = stored.snapshot
  const { rows, brokenAt } = readRows(stored.tail)
  let tail = rows
  let tailBytes = tail.reduce((bytes, { update }) => bytes + update.length, 0)

  let known: Holdings | undefined
  /** Read out of a long snapshot only once it is needed: whoever opens it first is sent it without. */
  const holdings = (): Holdings => {
    if (known) return known
    known = new Holdings()
    if (snapshot) known.add(readContents(snapshot.state))
    for (const { update } of tail) known.add(readContents(update))
    return known
  }

  return {
    /** The first update that does not decode; it and all after it are left out. */
    brokenAt,

    append(seq: number, update: Uint8Array, contents: Contents): void {
      holdings().add(contents)
      // A copy in the pool of small buffers: what came off the wire would keep a buffer of its own alive for a few bytes.
      tail.push({ seq, update: Buffer.from(update) })
      tailBytes += update.length
    },

    lacking: (contents: Contents): Contents => holdings().lacking(contents),

    /** Whether it is known already what is held, or a snapshot would have to be read first. */
    isRead: () => known !== undefined || snapshot === undefined,

    vector: (): Uint8Array => holdings().vector(),

    /** The updates that the holder of this state vector may lack, in the order they were saved. */
    answer(vector: Uint8Array): Uint8Array[] {
      const has = decoding('state vector', () => decodeStateVector(vector))
      const knows = (update: Uint8Array) => {
        const { added, deleted } = readContents(update)
        return deleted.length === 0 && added.every(({ clientId, to }) => (has.get(clientId) ?? 0) >= to)
      }
      const updates = tail.map(({ update }) => update).filter((update) => has.size === 0 || !knows(update))
      if (!snapshot) return updates
      return [has.size === 0 ? snapshot.state : diffUpdate(snapshot.state, vector), ...updates]
    },

    /** Whether the tail has grown so long, beside what it follows, that making one update of all pays. */
    isLong: (length: number): boolean =>
      tail.length >= length && (tailBytes * 4 >= (snapshot?.state.length ?? 0) || tail.length >= length * 4),

    foldable(upTo: number): Foldable {
      const rows = tail.filter(({ seq }) => seq <= upTo)
      const updates = rows.map(({ update }) => update)
      const seqs = rows.map(({ seq }) => seq)
      return snapshot ? { updates: [snapshot.state, ...updates], seqs: [snapshot.upTo, ...seqs] } : { updates, seqs }
    },

    /** The snapshot says the same as all up to its number. */
    folded(made: Snapshot): void {
      snapshot = made
      tail = tail.filter(({ seq }) => seq > made.upTo)
      tailBytes = tail.reduce((bytes, { update }) => bytes + update.length, 0)
    },
  }
}

function readRows(stored: StoredRoom['tail']): { rows: Row[]; brokenAt: number | undefined } {
  const rows: Row[] = []
  for (const { seq, update } of stored) {
    try {
      readContents(update)
    } catch {
      return { rows, brokenAt: seq }
    }
    rows.push({ seq, update })
  }
  return { rows, brokenAt: undefined }
}

export type RoomLog = ReturnType<typeof createRoomLog>

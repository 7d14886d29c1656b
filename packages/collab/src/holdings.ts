import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding'
import type { Contents, Span } from './contents.ts'
import { Ranges } from './ranges.ts'

/** Which structs and deletions a room has, without the document: enough to tell what is new. */
export class Holdings {
  readonly #structs = new Map<number, Ranges>()
  readonly #deletions = new Map<number, Ranges>()

  add(contents: Contents): void {
    record(this.#structs, contents.added)
    record(this.#deletions, contents.deleted)
  }

  /** The part of an update that is not held yet. */
  lacking(contents: Contents): Contents {
    return { added: missing(this.#structs, contents.added), deleted: missing(this.#deletions, contents.deleted) }
  }

  /** A Yjs state vector: for each client the clock up to which nothing is missing. */
  vector(): Uint8Array {
    const known = [...this.#structs].map(([clientId, runs]) => [clientId, runs.fromZero] as const)
    return encodedVector(known.filter(([, clock]) => clock > 0))
  }
}

export function encodedVector(entries: readonly (readonly [clientId: number, clock: number])[]): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, entries.length)
  for (const [clientId, clock] of entries) {
    writeVarUint(encoder, clientId)
    writeVarUint(encoder, clock)
  }
  return toUint8Array(encoder)
}

function record(held: Map<number, Ranges>, spans: readonly Span[]): void {
  for (const { clientId, from, to } of spans) {
    const runs = held.get(clientId) ?? new Ranges()
    runs.add(from, to)
    held.set(clientId, runs)
  }
}

const missing = (held: Map<number, Ranges>, spans: readonly Span[]): Span[] =>
  spans.filter(({ clientId, from, to }) => !held.get(clientId)?.covers(from, to))

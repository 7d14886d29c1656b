import { createDecoder, readVarUint } from 'lib0/decoding'
import { decodeUpdate, Skip } from 'yjs'
import { decoding, Malformed } from './malformed.ts'

/** A stretch of one client's clocks; `to` is exclusive. */
export type Span = { readonly clientId: number; readonly from: number; readonly to: number }

/** What an update says: which structs it adds and which it deletes. */
export type Contents = { readonly added: readonly Span[]; readonly deleted: readonly Span[] }

type Decoded = ReturnType<typeof decodeUpdate>

export const readContents = (update: Uint8Array): Contents =>
  decoding('update', () => {
    const { structs, ds } = decodeUpdate(update)
    // Yjs keeps only the last section of a client, so a second one would count here as content that no reader gets.
    const clients = new Set(structs.map(({ id }) => id.client))
    if (readVarUint(createDecoder(update)) !== clients.size) throw new Malformed('not one section for each client')
    return { added: addedSpans(structs), deleted: deletedSpans(ds) }
  })

function addedSpans(structs: Decoded['structs']): Span[] {
  const spans: Span[] = []
  let client = -1
  let from = 0
  let to = 0
  const close = () => {
    if (to > from) spans.push({ clientId: client, from, to })
  }
  for (const struct of structs) {
    if (struct.id.client !== client) {
      close()
      client = struct.id.client
      from = to = struct.id.clock
    }
    const end = checkedEnd(struct.id.clock, struct.length)
    if (struct instanceof Skip) {
      close()
      from = end
    }
    to = end
  }
  close()
  return spans
}

function deletedSpans(deleted: Decoded['ds']): Span[] {
  const spans: Span[] = []
  for (const [clientId, items] of deleted.clients) {
    for (const { clock, len } of items) spans.push({ clientId, from: clock, to: checkedEnd(clock, len) })
  }
  return spans
}

function checkedEnd(clock: number, length: number): number {
  const end = clock + length
  if (length < 1 || !Number.isSafeInteger(end)) throw new Malformed('a struct without a length that can be')
  return end
}

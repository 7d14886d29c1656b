import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import {
  createEncoder,
  type Encoder,
  toUint8Array,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from 'lib0/encoding'

/** What a server said, as far as these clients care. */
export type Heard =
  | { readonly kind: 'update'; readonly update: Uint8Array; readonly isAnswer: boolean }
  | { readonly kind: 'asked' | 'admitted' | 'other' }
  | { readonly kind: 'saved'; readonly count: number }

/** How clients talk to a server: y-websocket's way, or Hocuspocus's, which puts the document's name first. */
export type Dialect = {
  pathOf(room: string, officer: string): string
  /** Said before anything else, where the server wants it; it answers `admitted`. */
  greeting(room: string): Uint8Array | undefined
  ask(room: string): Uint8Array
  answer(room: string): Uint8Array
  update(room: string, update: Uint8Array): Uint8Array
  presence(room: string, clientId: number): Uint8Array
  read(message: Uint8Array): Heard
}

const written = (write: (encoder: Encoder) => void): Uint8Array => {
  const encoder = createEncoder()
  write(encoder)
  return toUint8Array(encoder)
}

const nothing = Uint8Array.of(0, 0)
const emptyVector = Uint8Array.of(0)

function dialect(
  name: (encoder: Encoder, room: string) => void,
  given: Pick<Dialect, 'pathOf' | 'greeting' | 'read'>,
): Dialect {
  const sync = (room: string, kind: number, body: Uint8Array) =>
    written((encoder) => {
      name(encoder, room)
      writeVarUint(encoder, 0)
      writeVarUint(encoder, kind)
      writeVarUint8Array(encoder, body)
    })
  return {
    ...given,
    ask: (room) => sync(room, 0, emptyVector),
    answer: (room) => sync(room, 1, nothing),
    update: (room, update) => sync(room, 2, update),
    presence: (room, clientId) =>
      written((encoder) => {
        name(encoder, room)
        writeVarUint(encoder, 1)
        writeVarUint8Array(
          encoder,
          written((body) => {
            for (const value of [1, clientId, 1]) writeVarUint(body, value)
            writeVarString(body, '{"user":{"name":"writer"}}')
          }),
        )
      }),
  }
}

function readFrom(decoder: ReturnType<typeof createDecoder>): Heard {
  const kind = readVarUint(decoder)
  if (kind === 100) return { kind: 'saved', count: readVarUint(decoder) }
  if (kind === 2) return { kind: 'admitted' }
  if (kind !== 0 && kind !== 4) return { kind: 'other' }
  const step = readVarUint(decoder)
  if (step === 0) return { kind: 'asked' }
  return { kind: 'update', update: readVarUint8Array(decoder), isAnswer: step === 1 }
}

export const yWebsocket: Dialect = dialect(() => {}, {
  pathOf: (room, officer) => `/${room}?officer=${officer}`,
  greeting: () => undefined,
  read: (message) => readFrom(createDecoder(message)),
})

export const hocuspocus: Dialect = dialect((encoder, room) => writeVarString(encoder, room), {
  pathOf: () => '/',
  greeting: (room) =>
    written((encoder) => {
      writeVarString(encoder, room)
      writeVarUint(encoder, 2)
      writeVarUint(encoder, 0)
      writeVarString(encoder, 'token')
      writeVarString(encoder, '4.7.0')
    }),
  read(message) {
    const decoder = createDecoder(message)
    readVarString(decoder)
    return readFrom(decoder)
  },
})

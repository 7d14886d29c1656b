import { createDecoder, type Decoder, readVarString, readVarUint } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { type Frame, frameOf } from './frame.ts'
import { decoding, Malformed } from './malformed.ts'

const kind = { sync: 0, presence: 1, auth: 2, askPresence: 3, saved: 100, right: 101, damaged: 102 } as const
const syncKind = { ask: 0, answer: 1, update: 2 } as const

export type PresenceState = { readonly clientId: number; readonly clock: number; readonly state: string }

export type Message =
  | { readonly kind: 'ask'; readonly vector: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array; readonly isAnswer: boolean }
  | { readonly kind: 'presence'; readonly states: readonly PresenceState[] }
  | { readonly kind: 'ask-presence' }
  | { readonly kind: 'nothing' }

export const readMessage = (data: Uint8Array): Message =>
  decoding('message', () => {
    const decoder = createDecoder(data)
    switch (readVarUint(decoder)) {
      case kind.sync:
        return readSync(decoder)
      case kind.presence:
        return { kind: 'presence', states: readPresence(ownBytes(decoder)) }
      case kind.askPresence:
        return { kind: 'ask-presence' }
      case kind.auth:
        return { kind: 'nothing' }
      default:
        throw new Malformed('unknown kind of message')
    }
  })

function readSync(decoder: Decoder): Message {
  switch (readVarUint(decoder)) {
    case syncKind.ask:
      return { kind: 'ask', vector: ownBytes(decoder) }
    case syncKind.answer:
      return { kind: 'update', update: ownBytes(decoder), isAnswer: true }
    case syncKind.update:
      return { kind: 'update', update: ownBytes(decoder), isAnswer: false }
    default:
      throw new Malformed('unknown kind of sync message')
  }
}

/**
 * A copy in a buffer of its own. lib0 checks a length against the underlying buffer, which a message shares with its
 * neighbours on the wire: reading in place, a false length would hand out other people's bytes.
 */
function ownBytes(decoder: Decoder): Uint8Array {
  const length = readVarUint(decoder)
  if (length > decoder.arr.length - decoder.pos) throw new Malformed('a length reaches beyond the message')
  const bytes = new Uint8Array(decoder.arr.subarray(decoder.pos, decoder.pos + length))
  decoder.pos += length
  return bytes
}

function readPresence(bytes: Uint8Array): PresenceState[] {
  const decoder = createDecoder(bytes)
  const count = readVarUint(decoder)
  const states: PresenceState[] = []
  for (let i = 0; i < count; i++) {
    states.push({ clientId: readVarUint(decoder), clock: readVarUint(decoder), state: readVarString(decoder) })
  }
  return states
}

const written = (write: (encoder: ReturnType<typeof createEncoder>) => void): Uint8Array => {
  const encoder = createEncoder()
  write(encoder)
  return toUint8Array(encoder)
}

const syncMessage = (type: number, bytes: Uint8Array): Frame =>
  framed((encoder) => {
    writeVarUint(encoder, kind.sync)
    writeVarUint(encoder, type)
    writeVarUint8Array(encoder, bytes)
  })

const framed = (write: Parameters<typeof written>[0]): Frame => frameOf(written(write))

export const askMessage = (vector: Uint8Array): Frame => syncMessage(syncKind.ask, vector)
export const updateMessage = (update: Uint8Array): Frame => syncMessage(syncKind.update, update)

/** A sync step 2 without content: the updates sent before it were the whole answer. */
export const answerEnd: Frame = syncMessage(syncKind.answer, Uint8Array.of(0, 0))

export const presenceMessage = (states: readonly PresenceState[]): Frame => {
  const body = written((encoder) => {
    writeVarUint(encoder, states.length)
    for (const { clientId, clock, state } of states) {
      writeVarUint(encoder, clientId)
      writeVarUint(encoder, clock)
      writeVarString(encoder, state)
    }
  })
  return framed((encoder) => {
    writeVarUint(encoder, kind.presence)
    writeVarUint8Array(encoder, body)
  })
}

const noticed = (of: number, value: number): Frame =>
  framed((encoder) => {
    writeVarUint(encoder, of)
    writeVarUint(encoder, value)
  })

export const savedMessage = (count: number): Frame => noticed(kind.saved, count)
export const rightMessage = (right: 'write' | 'read'): Frame => noticed(kind.right, right === 'write' ? 1 : 0)
export const damagedMessage = (seq: number): Frame => noticed(kind.damaged, seq)

import { readUint8, readVarUint } from 'lib0/decoding'
import { length } from 'lib0/encoding'
import { WebsocketProvider } from 'y-websocket'
import { Doc } from 'yjs'
import { type PresentPerson, peoplePresent } from './people-present.ts'
import { needsTheOfficer, type SaveEvent, type SaveState, saveStep, unopened } from './save-state.ts'

// The y-websocket line, and the two messages the hub adds to it (packages/collab): how many of this connection's
// updates are durable, and whether it may write.
const syncMessage = 0
const durableMessage = 100
const rightMessage = 101

export type SectionRoom = {
  readonly doc: Doc
  readonly provider: WebsocketProvider
  reopen(): void
  leave(): void
}

/** Joins the live room of one section and reports what becomes of the officer's edits. */
export function makeSectionRoom(options: {
  readonly origin: string
  readonly sectionId: string
  readonly right: 'write' | 'read'
  onState(state: SaveState): void
  onPeople(people: PresentPerson[]): void
}): SectionRoom {
  const doc = new Doc()
  let state = unopened(options.right)
  const step = (event: SaveEvent) => {
    state = saveStep(state, event)
    options.onState(state)
  }
  // disableBc: two windows of one browser must not exchange text past the hub, which checks rights and authorship.
  const provider = new WebsocketProvider(`${options.origin.replace(/^http/, 'ws')}/rooms`, options.sectionId, doc, {
    connect: false,
    disableBc: true,
    params: { saved: '1' },
    maxBackoffTime: 10_000,
    shouldReconnect: ({ code }) => !needsTheOfficer(code),
  })
  provider.messageHandlers[durableMessage] = (_encoder, decoder) =>
    step({ kind: 'durable', count: readVarUint(decoder) })
  provider.messageHandlers[rightMessage] = (_encoder, decoder) =>
    step({ kind: 'right', right: readUint8(decoder) === 1 ? 'write' : 'read' })
  const sync = provider.messageHandlers[syncMessage]!
  provider.messageHandlers[syncMessage] = (encoder, ...rest) => {
    sync(encoder, ...rest)
    // Longer than its one byte of kind: what the hub lacks goes out as an answer, which the hub counts as an update.
    if (length(encoder) > 1) step({ kind: 'sent' })
  }
  provider.on('status', ({ status }) => {
    if (status === 'connecting') step({ kind: 'connecting' })
    if (status === 'connected') step({ kind: 'opened' })
    if (status === 'disconnected') step({ kind: 'lost' })
  })
  provider.on('sync', (synced) => synced && step({ kind: 'synced' }))
  provider.on('closed', ({ code, reason }) => step({ kind: 'closed', code, reason }))
  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin !== provider) step({ kind: provider.wsconnected ? 'sent' : 'edited' })
  })
  provider.awareness.on('change', () => options.onPeople(peoplePresent(provider.awareness.getStates(), doc.clientID)))
  provider.connect()

  return {
    doc,
    provider,
    reopen() {
      step({ kind: 'reopened' })
      provider.connect()
    },
    leave() {
      provider.destroy()
      doc.destroy()
    },
  }
}

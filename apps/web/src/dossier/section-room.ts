import { textOf } from '@lianban/dossier'
import { readUint8, readVarUint } from 'lib0/decoding'
import { length } from 'lib0/encoding'
import { WebsocketProvider } from 'y-websocket'
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs'
import type { LocalCopy } from './local-copy.ts'
import { type PresentPerson, peoplePresent } from './people-present.ts'
import { needsTheOfficer, type SaveEvent, type SaveState, saveStep, unopened } from './save-state.ts'
import { holdsMore, textWith } from './set-aside.ts'

// The y-websocket line, and the three messages the hub adds to it (packages/collab): how many of this connection's
// updates are durable, whether it may write, and whether what is stored is damaged.
const syncMessage = 0
const durableMessage = 100
const rightMessage = 101
const damagedMessage = 102
const fromCopy = 'local copy'

export type SectionRoom = {
  readonly doc: Doc
  readonly provider: WebsocketProvider
  reopen(): void
  leave(): void
  /** The officer has taken over what was set aside, or gives it up. */
  discardCopy(): void
}

/** Joins the live room of one section and reports what becomes of the officer's edits. */
export function makeSectionRoom(options: {
  readonly origin: string
  readonly sectionId: string
  readonly right: 'write' | 'read'
  /** The encrypted copy in this browser, where there is one. */
  readonly copy: Promise<LocalCopy | undefined>
  onState(state: SaveState): void
  onPeople(people: PresentPerson[]): void
  /** Edits that can no longer be merged, as text for the officer to copy. */
  onSetAside(text: string): void
}): SectionRoom {
  const doc = new Doc()
  let state = unopened(options.right)
  let copy: LocalCopy | undefined
  let isLeft = false
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
  provider.messageHandlers[damagedMessage] = (_encoder, decoder) => step({ kind: 'damaged', at: readVarUint(decoder) })
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
  // A line that never came about is not told as a change of status.
  provider.on('connection-close', () => step({ kind: 'lost' }))
  provider.on('sync', (synced) => {
    if (!synced) return
    step({ kind: 'synced' })
    lookForUnmerged()
  })
  provider.on('closed', ({ code, reason }) => {
    step({ kind: 'closed', code, reason })
    if (reason === 'revoked') void copy?.drop()
    if (reason === 'read-only' || reason === 'set-aside') options.onSetAside(textOf(encodeStateAsUpdate(doc)))
  })
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === fromCopy) return
    if (origin !== provider) step({ kind: provider.wsconnected ? 'sent' : 'edited' })
    keep(update)
  })
  provider.awareness.on('change', () => options.onPeople(peoplePresent(provider.awareness.getStates(), doc.clientID)))

  /** Whoever may only read adds nothing to the copy: it is there for edits, not for taking text away. */
  function keep(update: Uint8Array): void {
    if (!copy || options.right === 'read') return
    step({ kind: 'keeping' })
    copy.keep(update).then(
      () => step({ kind: 'kept' }),
      () => step({ kind: 'not-kept' }),
    )
  }

  /** Edits of an officer who may only read by now are not sent: the hub would end the connection over them. */
  function lookForUnmerged(): void {
    if (!copy?.kept || options.right === 'write') return
    const ofHub = encodeStateAsUpdate(doc)
    if (holdsMore(copy.kept, ofHub)) options.onSetAside(textWith(copy.kept, ofHub))
    else void copy.drop()
  }

  void options.copy.then((opened) => {
    if (isLeft) return void opened?.close()
    copy = opened
    if (copy && options.right === 'write') {
      if (copy.kept) applyUpdate(doc, copy.kept, fromCopy)
      step({ kind: 'kept' })
    }
    provider.connect()
  })

  return {
    doc,
    provider,
    reopen() {
      step({ kind: 'reopened' })
      provider.connect()
    },
    leave() {
      isLeft = true
      void copy?.close()
      provider.destroy()
      doc.destroy()
    },
    discardCopy() {
      void copy?.drop()
    },
  }
}

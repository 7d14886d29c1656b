import { randomUUID } from 'node:crypto'
import { Doc, decodeUpdate } from 'yjs'
import type { Contender, Served } from './contender.ts'
import { dial, type RawClient } from './raw-client.ts'

/** One who types: a client id, what it will type, and when each character went out. */
export type Writer = {
  readonly clientId: number
  readonly updates: readonly Uint8Array[]
  readonly sentAt: Float64Array
  sent: number
}

/** Somebody typing one character after the other, as the updates that Yjs makes of it. */
export function aWriter(clientId: number, edits: number): Writer {
  const doc = new Doc()
  doc.clientID = clientId
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const text = doc.getText('body')
  for (let i = 0; i < edits; i++) text.insert(i, letters[i % letters.length]!)
  return { clientId, updates, sentAt: new Float64Array(edits), sent: 0 }
}

const letters = '扣押清单 the quick brown fox '

/** Which characters an update brings, whoever merged it. */
export function eachStruct(update: Uint8Array, see: (clientId: number, clock: number) => void): void {
  for (const { id, length } of decodeUpdate(update).structs)
    for (let clock = id.clock; clock < id.clock + length; clock++) see(id.client, clock)
}

export type Joined = { readonly client: RawClient; readonly room: string; saved(): number }

/** Joins a room as a page does: asks for the document, answers when asked, and shows itself. */
export async function joinRoom(options: {
  readonly contender: Contender
  readonly served: Served
  readonly room: string
  readonly clientId: number
  readonly wantsSaved?: boolean
  readonly see?: ((update: Uint8Array) => void) | undefined
}): Promise<Joined> {
  const { contender, served, room, clientId, see } = options
  const { dialect } = contender
  let saved = 0
  let isSettled = false
  const settled = Promise.withResolvers<void>()
  const settle = () => {
    isSettled = true
    settled.resolve()
  }
  const enter = (client: RawClient) => client.send([dialect.ask(room), dialect.presence(room, clientId)])
  const hear = (message: Uint8Array, client: RawClient) => {
    // Who only lends its ears to the count stops reading once it has joined.
    if (isSettled && !see && !options.wantsSaved) return
    const heard = dialect.read(message)
    if (heard.kind === 'admitted') enter(client)
    if (heard.kind === 'asked') client.send([dialect.answer(room)])
    if (heard.kind === 'saved') saved = heard.count
    if (heard.kind === 'update' && heard.isAnswer) settle()
    if (heard.kind === 'update') see?.(heard.update)
  }
  const officer = randomUUID()
  const path = dialect.pathOf(room, officer) + (options.wantsSaved ? '&saved=1' : '')
  const client = await dial({ port: served.port, path, hear })
  const greeting = dialect.greeting(room)
  if (greeting) client.send([greeting])
  else enter(client)
  if (contender.keeps) await settled.promise
  else settle()
  return { client, room, saved: () => saved }
}

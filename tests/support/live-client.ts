import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

type Room = {
  readonly origin: string
  readonly cookie: string
  readonly sectionId: string
  /** The hub's own address, where the server is reached under another. */
  readonly publicOrigin?: string
}

const addressOf = ({ origin }: Room) => `${origin.replace(/^http/, 'ws')}/rooms`

/** An officer's page in a live room, with the provider that browsers use. */
export async function enterRoom(room: Room) {
  const doc = new Y.Doc()
  const headers = { cookie: room.cookie, origin: room.publicOrigin ?? room.origin }
  const Socket = class extends WebSocket {
    constructor(url: string | URL) {
      super(url, { headers })
    }
  } as unknown as typeof globalThis.WebSocket
  const provider = new WebsocketProvider(addressOf(room), room.sectionId, doc, {
    WebSocketPolyfill: Socket,
    disableBc: true,
  })
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    provider.on('connection-close', (event) => event && resolve({ code: event.code, reason: event.reason }))
  })
  if (!provider.synced) await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
  const body = doc.getXmlFragment('body')
  return {
    doc,
    provider,
    /** How the server first closed the connection. */
    closed,
    type(text: string): void {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(text)])
      body.push([paragraph])
    },
    text: () => body.toArray().map((block) => block.toString().replace(/<[^>]*>/g, '')),
    leave(): void {
      provider.destroy()
      doc.destroy()
    },
  }
}

/** A bare socket at the door of a room: open, or the status with which it was turned away. */
export async function knock(
  room: Room & { readonly headers?: Record<string, string> },
): Promise<{ status: number; socket: WebSocket; body: string }> {
  const headers = { cookie: room.cookie, origin: room.origin, ...room.headers }
  const socket = new WebSocket(`${addressOf(room)}/${room.sectionId}`, { headers })
  socket.on('error', () => {})
  const refused = once(socket, 'unexpected-response').then(async ([, response]) => {
    const { statusCode } = response as IncomingMessage
    let body = ''
    for await (const part of response as IncomingMessage) body += part
    return { status: statusCode!, socket, body }
  })
  return Promise.race([refused, once(socket, 'open').then(() => ({ status: 101, socket, body: '' }))])
}

import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, length, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { type WebSocket, WebSocketServer } from 'ws'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync'
import { Doc } from 'yjs'
import { portOf } from './port-of.ts'

type Shared = { readonly doc: Doc; readonly awareness: Awareness; readonly sockets: Set<WebSocket> }

const sync = 0
const awarenessKind = 1

/** What the server of y-websocket does, in memory: a document a room, every update applied to it and passed on. */
export async function serveYWebsocket(): Promise<number> {
  const rooms = new Map<string, Shared>()
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  server.on('connection', (socket, request) => {
    const name = (request.url ?? '').split('?')[0]!
    const shared = rooms.get(name) ?? aShared()
    rooms.set(name, shared)
    join(socket, shared)
  })
  return portOf(server)
}

function aShared(): Shared {
  const doc = new Doc()
  const sockets = new Set<WebSocket>()
  const awareness = new Awareness(doc)
  awareness.setLocalState(null)
  const tell = (message: Uint8Array) => {
    for (const socket of sockets) socket.send(message)
  }
  doc.on('update', (update: Uint8Array) => {
    const encoder = createEncoder()
    writeVarUint(encoder, sync)
    writeUpdate(encoder, update)
    tell(toUint8Array(encoder))
  })
  type Changes = { added: number[]; updated: number[]; removed: number[] }
  awareness.on('update', ({ added, updated, removed }: Changes) => {
    const encoder = createEncoder()
    writeVarUint(encoder, awarenessKind)
    writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [...added, ...updated, ...removed]))
    tell(toUint8Array(encoder))
  })
  return { doc, awareness, sockets }
}

function join(socket: WebSocket, { doc, awareness, sockets }: Shared): void {
  sockets.add(socket)
  socket.binaryType = 'arraybuffer'
  socket.on('error', () => {})
  socket.on('close', () => sockets.delete(socket))
  socket.on('message', (data: ArrayBuffer) => {
    const decoder = createDecoder(new Uint8Array(data))
    const encoder = createEncoder()
    if (readVarUint(decoder) === awarenessKind)
      return applyAwarenessUpdate(awareness, readVarUint8Array(decoder), socket)
    writeVarUint(encoder, sync)
    readSyncMessage(decoder, encoder, doc, socket)
    if (length(encoder) > 1) socket.send(toUint8Array(encoder))
  })
  const encoder = createEncoder()
  writeVarUint(encoder, sync)
  writeSyncStep1(encoder, doc)
  socket.send(toUint8Array(encoder))
}

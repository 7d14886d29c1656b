import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { makeMonotonicClock } from '@lianban/kernel'
import { WebSocket, WebSocketServer } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import { Doc } from 'yjs'
import { defaultLimits } from './limits.ts'
import type { Member, Right } from './member.ts'
import { createMemoryStore } from './memory-store.ts'
import type { RoomEvent, RoomOptions } from './room-options.ts'
import { createRooms } from './rooms.ts'

/** Hana of health, Pavel of police and Olga of neither, in one room of a real server on a free port. */
export async function aWorld(options: Partial<RoomOptions> = {}, of?: { roomId: string; people: People }) {
  const roomId = of?.roomId ?? randomUUID()
  const rights = new Map<string, Right>()
  const events: RoomEvent[] = []
  const refused: { roomId: string; officerId: string; reason: string }[] = []
  const people = of?.people ?? thePeople()
  for (const { officerId } of Object.values(people)) rights.set(officerId, 'write')

  const rooms = createRooms({
    store: createMemoryStore(),
    gatekeeper: { admit: async (_, member) => rights.get(member.officerId) },
    clock: makeMonotonicClock(),
    log: (event) => events.push(event),
    onRefused: (room, member, reason) => refused.push({ roomId: room, officerId: member.officerId, reason }),
    ...options,
  })

  const members = new Map(Object.values(people).map((member) => [member.sessionId, member]))
  const server = createServer()
  const sockets = new WebSocketServer({
    server,
    maxPayload: options.limits?.messageBytes ?? defaultLimits.messageBytes,
  })
  sockets.on('connection', (socket, request) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const member = members.get(url.searchParams.get('session') ?? '')!
    const right = rights.get(member.officerId) ?? 'read'
    rooms.connect(socket, url.pathname.slice(1), member, right, { saved: url.searchParams.get('saved') === '1' })
  })
  const port = await listening(server)
  const open = new Set<{ destroy(): void }>()

  return {
    ...people,
    people,
    roomId,
    rooms,
    rights,
    events,
    refused,
    port,
    closings: () => events.flatMap((event) => (event.event === 'closed' ? [event.closing] : [])),

    /** The unmodified y-websocket client of a member. */
    join(member: Member, given: { doc?: Doc; room?: string } = {}) {
      const doc = given.doc ?? new Doc()
      const provider = new WebsocketProvider(`ws://127.0.0.1:${port}`, given.room ?? roomId, doc, {
        // The types want the browser's WebSocket; ws has what the provider uses of it.
        WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
        disableBc: true,
        params: { session: member.sessionId },
      })
      const closed = new Promise<{ code: number; reason: string }>((resolve) => provider.on('closed', resolve))
      const page = { doc, text: doc.getText('body'), provider, closed, destroy: () => provider.destroy() }
      open.add(page)
      return page
    },

    /** A socket driven by hand. */
    async dial(member: Member, params: Record<string, string> = {}) {
      const query = new URLSearchParams({ session: member.sessionId, ...params })
      const socket = new WebSocket(`ws://127.0.0.1:${port}/${roomId}?${query}`)
      const messages: Uint8Array[] = []
      socket.on('message', (data: Buffer) => messages.push(new Uint8Array(data)))
      socket.on('error', () => {})
      const closed = new Promise<{ code: number; reason: string }>((resolve) =>
        socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() })),
      )
      await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject))
      const line = { socket, messages, closed, destroy: () => socket.terminate() }
      open.add(line)
      return line
    },

    async end() {
      for (const each of open) each.destroy()
      await rooms.close()
      sockets.close()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const thePeople = () => ({
  hana: aMember('Hana', 'Health'),
  pavel: aMember('Pavel', 'Police'),
  olga: aMember('Olga', 'Customs'),
})

type People = ReturnType<typeof thePeople>

export const aMember = (name: string, agency: string): Member => ({
  sessionId: randomUUID(),
  officerId: randomUUID(),
  agencyId: randomUUID(),
  name,
  agency,
  color: '#1f6feb',
})

export type World = Awaited<ReturnType<typeof aWorld>>

const listening = (server: Server) =>
  new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

/** A connection that never reads a frame nor answers one. */
export function aDeafClient({ port, roomId, pavel }: World) {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {})
  socket.write(
    `GET /${roomId}?session=${pavel.sessionId} HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  )
  return new Promise<typeof socket>((resolve) => socket.once('data', () => resolve(socket.pause())))
}

import { type WebSocket, WebSocketServer } from 'ws'
import { portOf } from './port-of.ts'

/** The physical limit: hands every message to the others in the room and keeps nothing. */
export async function serveRelay(): Promise<number> {
  const rooms = new Map<string, Set<WebSocket>>()
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  server.on('connection', (socket, request) => {
    const room = (request.url ?? '').split('?')[0]!
    const others = rooms.get(room) ?? new Set()
    rooms.set(room, others.add(socket))
    socket.on('message', (data) => {
      for (const other of others) if (other !== socket) other.send(data)
    })
    socket.on('error', () => {})
    socket.on('close', () => others.delete(socket))
  })
  return portOf(server)
}

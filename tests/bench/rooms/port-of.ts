import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { WebSocketServer } from 'ws'

export async function portOf(server: WebSocketServer): Promise<number> {
  if (!server.address()) await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

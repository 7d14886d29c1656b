import { createPostgresRelay, createPostgresStore, createRooms, defaultLimits } from '@lianban/collab'
import { WebSocketServer } from 'ws'
// Not through the entrances: what the rooms have no use for would count as theirs.
import { openDutyPool } from '../../../packages/db/src/duty-pool.ts'
import { listen } from '../../../packages/db/src/listen.ts'
import { makeMonotonicClock } from '../../../packages/kernel/src/clock.ts'
import { portOf } from './port-of.ts'

/** Our rooms as the hub runs them; only the limits of one connection are lifted, since the peers have none. */
export async function serveLianban(databaseUrl: string): Promise<number> {
  const clock = makeMonotonicClock()
  const pool = openDutyPool({ url: databaseUrl, duty: 'rooms', maxConnections: 4 })
  const relay = createPostgresRelay(pool, (...heard) => listen(databaseUrl, ...heard))
  const rooms = createRooms({
    store: createPostgresStore(pool, relay.announcement),
    relay,
    gatekeeper: { admit: async () => 'write' },
    clock,
    limits: { messagesPerSecond: 1e9, messagesAtOnce: 1e9, bytesPerSecond: 1e12, bytesAtOnce: 1e12 },
    log(event) {
      if (event.event !== 'closed') process.stderr.write(`${JSON.stringify(event)}\n`)
    },
  })
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', maxPayload: defaultLimits.messageBytes })
  server.on('connection', (socket, request) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const officerId = url.searchParams.get('officer') ?? ''
    const member = {
      sessionId: officerId,
      officerId,
      agencyId: officerId,
      name: 'writer',
      agency: 'bench',
      color: '#000',
    }
    rooms.connect(socket, url.pathname.slice(1), member, 'write', { saved: url.searchParams.has('saved') })
  })
  return portOf(server)
}

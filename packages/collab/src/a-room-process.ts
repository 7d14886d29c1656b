import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { listen, openDutyPool } from '@lianban/db'
import { makeMonotonicClock } from '@lianban/kernel'
import { Redis } from 'ioredis'
import { WebSocketServer } from 'ws'
import { createPostgresRelay } from './postgres-relay.ts'
import { createPostgresStore } from './postgres-store.ts'
import { createRedisRelay } from './redis-relay.ts'
import { createRooms } from './rooms.ts'

/**
 * A process that serves rooms, for tests that start several and kill them. Who comes says who they are: `member` holds the
 * ids of session, officer and agency. A message from the parent names sessions that lost their right.
 */
const [databaseUrl = '', redisUrl = ''] = process.argv.slice(2)
const pool = openDutyPool({ url: databaseUrl, duty: 'rooms', maxConnections: 4 })
const recalled = new Set<string>()

function meeting() {
  if (redisUrl) {
    const [speaking, hearing] = [new Redis(redisUrl), new Redis(redisUrl)]
    return { relay: createRedisRelay({ speaking, hearing }), announcement: undefined }
  }
  const relay = createPostgresRelay(pool, (...given) => listen(databaseUrl, ...given))
  return { relay, announcement: relay.announcement }
}

const { relay, announcement } = meeting()
const rooms = createRooms({
  store: createPostgresStore(pool, announcement),
  relay,
  gatekeeper: { admit: async (_, { sessionId }) => (recalled.has(sessionId) ? undefined : 'write') },
  clock: makeMonotonicClock(),
  limits: { messagesAtOnce: 1e6, messagesPerSecond: 1e6, foldAfter: 100 },
  log(event) {
    if (event.event !== 'closed') process.stderr.write(`${JSON.stringify(event)}\n`)
  },
})

const server = createServer()
new WebSocketServer({ server }).on('connection', (socket, request) => {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const [sessionId = '', officerId = '', agencyId = ''] = (url.searchParams.get('member') ?? '').split(',')
  const member = { sessionId, officerId, agencyId, name: officerId, agency: agencyId, color: '#000' }
  rooms.connect(socket, url.pathname.slice(1), member, 'write', { saved: url.searchParams.has('saved') })
})
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))

process.on('message', (sessions: string[]) => {
  for (const session of sessions) recalled.add(session)
  void rooms.recheck()
})
process.on('disconnect', () => process.exit(0))

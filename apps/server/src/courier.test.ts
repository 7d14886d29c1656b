import { createHmac, timingSafeEqual } from 'node:crypto'
import { once as heard } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { fillRequests } from '../../../tests/bench/notices/requests.ts'
import { aHub, type HubServer } from '../../../tests/support/hub-server.ts'
import { once } from '../../../tests/support/shared-case.ts'

type Got = { readonly headers: IncomingMessage['headers']; readonly body: string }

/** A working Monday at noon in China, whenever this runs: what can wait leaves the hub in the hours of duty only. */
const noon = Date.parse('2026-11-23T04:00:00Z')
let ahead = 0
const clock = { now: () => new Date(noon + performance.now() + ahead) }
let hub: HubServer
let requests: string[]
let webhookId: string
let secret: string
const got: Got[] = []
/** What the receiver answers next; 200 when nothing is said. */
const answers: number[] = []
const receiver = createServer((request, response) => {
  let body = ''
  request.on('data', (part) => {
    body += part
  })
  request.on('end', () => {
    // An endpoint that takes the call and never answers.
    if (request.url === '/silent') return
    got.push({ headers: request.headers, body })
    const status = answers.shift() ?? 200
    response
      .writeHead(status, status === 302 ? { location: 'http://127.0.0.1:1/' } : {})
      .end('the hub does not read this')
  })
})
beforeAll(async () => {
  receiver.listen(0, '127.0.0.1')
  await heard(receiver, 'listening')
  hub = await aHub({ cast: true, options: { clock, watchMs: 200, webhookReach: { networks: [], loopback: true } } })
  requests = await fillRequests(hub, 'hebei-tobacco', { open: 12, closed: 0 })
  const admin = await hub.client('bj-tobacco.agency-admin')
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`
  webhookId = (await admin.webhooks.setUp.mutate(once({ name: '值班系统', url, kinds: ['assistance'] }))).webhookId
  secret = (await admin.webhooks.secret.query({ webhookId })).secret
})
afterAll(async () => {
  await hub.stop()
  receiver.close()
})

/** Hebei signs a request of Beijing in, of which Beijing is told. */
const step = async () =>
  (await hub.client('hebei-tobacco.duty-officer')).assistance.receive.mutate(
    once({ assistanceId: requests.shift()!, expectedVersion: 2, move: 'sign_in', note: '' }),
  )
const arrived = (count: number) => vi.waitFor(() => expect(got).toHaveLength(count), 10_000)

/** As a receiver does it: the signature first, then whether it is fresh, then whether it came before. */
function isGenuine({ headers, body }: Got, now = clock.now().getTime()): boolean {
  const [id, at, signature] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
    String(headers[name]),
  )
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const own = Buffer.from(`v1,${createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64')}`)
  const theirs = Buffer.from(signature!)
  return own.length === theirs.length && timingSafeEqual(own, theirs) && Math.abs(now / 1000 - Number(at)) < 300
}

test('[SE232] an endpoint gets what it can verify, and refuses it changed or too late', async () => {
  await step()
  await arrived(1)
  const [event] = got
  expect(isGenuine(event!)).toBe(true)
  expect(isGenuine({ ...event!, body: event!.body.replace('assistance', 'handoff') })).toBe(false)
  expect(isGenuine(event!, clock.now().getTime() + 600_000)).toBe(false)
  expect(isGenuine({ ...event!, headers: { ...event!.headers, 'webhook-timestamp': '1' } }, 1000)).toBe(false)
})

/** The endpoint answers so once, and the hub has written that down. */
async function refused(status: number) {
  const before = got.length
  answers.push(status)
  await step()
  await arrived(before + 1)
  const admin = await hub.client('bj-tobacco.agency-admin')
  const first = async () => (await admin.webhooks.deliveries.query({ webhookId })).items[0]!
  await vi.waitFor(async () => expect(await first()).toMatchObject({ state: 'waiting', lastStatus: status }), 10_000)
  return got.at(-1)!.headers['webhook-id']
}

test('[SE233] an answer that is no success, a redirection among them, is tried again later under the same id', async () => {
  const id = await refused(302)
  const before = got.length
  ahead += 60_000
  await arrived(before + 1)
  expect(got.at(-1)!.headers['webhook-id']).toBe(id)
})

test('[SE235] an endpoint that never answers holds no other up', async () => {
  const admin = await hub.client('bj-tobacco.agency-admin')
  const { port } = receiver.address() as AddressInfo
  const silent = { name: '不应答', url: `http://127.0.0.1:${port}/silent`, kinds: ['assistance'] }
  const { webhookId: silentId } = await admin.webhooks.setUp.mutate(once(silent))
  const before = got.length
  for (let n = 1; n <= 2; n++) {
    await step()
    await arrived(before + n)
  }
  const { items } = await admin.webhooks.deliveries.query({ webhookId: silentId })
  expect(items).toMatchObject([{ state: 'waiting' }, { state: 'waiting' }])
})

test('[SE234] what waits when the hub stops is delivered after its start, once, under its id', async () => {
  const id = await refused(503)
  const before = got.length
  await hub.halt()
  ahead += 60_000
  await hub.restart()
  await arrived(before + 1)
  expect(got.at(-1)!.headers['webhook-id']).toBe(id)
})

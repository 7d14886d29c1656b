import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aHub, type HubServer } from '../../../tests/support/hub-server.ts'
import { knock } from '../../../tests/support/live-client.ts'

let hub: HubServer
let admin: { cookie: string }
beforeAll(async () => {
  hub = await aHub()
  admin = await hub.signIn('lianban-operator.system-admin')
})
afterAll(() => hub.stop())

const ask = (path: string, init: RequestInit = {}) => fetch(`${hub.origin}${path}`, { redirect: 'manual', ...init })
const posted = (path: string, body: string, headers: Record<string, string> = {}) =>
  ask(path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })
const sectionId = '01939e1c-0000-7000-8000-000000000000'

describe('headers', () => {
  test.each(['/healthz', '/trpc/agencies.list', '/auth/sign-in?agency=nobody', '/nothing.txt'])(
    '[SE1] %s may run no foreign script, be framed nowhere and leak no address',
    async (path) => {
      const { headers } = await ask(path)
      const policy = headers.get('content-security-policy')
      expect(policy).toContain("default-src 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).toContain(`connect-src 'self' ws://localhost:`)
      expect(policy).not.toMatch(/script-src|unsafe-eval/)
      expect(Object.fromEntries(headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
      })
      expect(headers.get('strict-transport-security')).toBeNull()
      expect(headers.get('x-powered-by')).toBeNull()
    },
  )

  test('[SE2] what depends on the officer is kept by no cache', async () => {
    for (const path of ['/trpc/session.me', '/auth/sign-in?agency=x', `/rooms/${sectionId}`])
      expect((await ask(path)).headers.get('cache-control')).toBe('no-store')
  })
})

describe('from another site', () => {
  const foreign = [{}, { origin: 'https://evil.invalid' }, { origin: 'null' }, { origin: 'http://localhost:1' }]

  test.each(foreign)('[SE3] a post with %o carries the cookie in vain', async (headers) => {
    for (const path of ['/trpc/clues.record', '/auth/sign-out', `/rooms/${sectionId}`]) {
      const answer = await posted(path, '{"everywhere":true}', { ...headers, cookie: admin.cookie })
      expect(answer.status).toBe(403)
    }
    const me = await ask('/trpc/session.me', { headers: { cookie: admin.cookie } })
    expect(await me.text()).toContain('平台')
  })

  test.each(foreign.slice(1))('[SE4] a live room opened with %o is refused before the upgrade', async (headers) => {
    const { status } = await knock({ origin: hub.origin, cookie: admin.cookie, sectionId, headers })
    expect(status).toBe(403)
  })
})

describe('without a session', () => {
  test('[SE5] a live room answers 401, whatever the room', async () => {
    for (const id of [sectionId, 'nonsense'])
      expect(await knock({ origin: hub.origin, cookie: '', sectionId: id })).toMatchObject({ status: 401 })
    expect((await ask(`/rooms/${sectionId}`)).status).toBe(401)
  })

  test('[SE5] a procedure says in words that nobody is signed in, before it looks at the input', async () => {
    const answer = await ask('/trpc/cases.find?input=nonsense')
    expect(answer.status).toBe(401)
    const { error } = (await answer.json()) as { error: { data: unknown } }
    expect(error.data).toMatchObject({ code: 'UNAUTHORIZED', refusal: { code: 'session.none' } })
    expect(JSON.stringify(error)).toContain('您尚未登录')
  })

  test('[SE5] a forged or outworn cookie is no session', async () => {
    for (const cookie of [`__Host-lianban=${'A'.repeat(43)}`, '__Host-lianban=', `lianban=${admin.cookie}`])
      expect(await (await ask('/trpc/session.me', { headers: { cookie } })).json()).toEqual({ result: { data: null } })
  })
})

describe('odd requests', () => {
  test('[SE6] a body over one megabyte is refused in words, said or streamed', async () => {
    const large = JSON.stringify({ content: '长'.repeat(500_000) })
    const answer = await posted('/trpc/clues.record', large, { origin: hub.origin, cookie: admin.cookie })
    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain('超过 1 MB')
    expect((await posted('/auth/sign-out', large, { origin: hub.origin, cookie: admin.cookie })).status).toBe(413)

    const headers = { origin: hub.origin, cookie: admin.cookie, 'content-type': 'application/json' }
    const streamed = await new Promise((resolve, reject) => {
      const sending = request(`${hub.origin}/trpc/clues.record`, { method: 'POST', headers, agent: false })
      sending.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject)
      sending.write(large.slice(0, 100))
      sending.end(large.slice(100))
    })
    expect(streamed).toBe(413)
  })

  test('[SE6] one request asks for at most fifty procedures', async () => {
    const names = Array.from({ length: 51 }, () => 'session.me').join(',')
    const answer = await ask(`/trpc/${names}?batch=1&input=%7B%7D`)
    expect(answer.status).toBe(400)
  })

  test.each(['/trpc', '/trpc/', '/trpc/nothing.here', '/trpc/constructor', '/auth/nothing', '/rooms', '/metrics/x'])(
    '[SE7] %s is not found, and no page pretends otherwise',
    async (path) => {
      const answer = await ask(path, { headers: { cookie: admin.cookie } })
      expect(answer.status).toBe(404)
      expect(answer.headers.get('content-type')).toContain('application/json')
    },
  )

  test('[SE7] a mutation is not made by a link', async () => {
    const answer = await ask('/trpc/clues.record', { headers: { cookie: admin.cookie } })
    expect(answer.status).toBe(405)
  })

  test.each(['{"a":', '[]', '"text"', 'null', '\u0000'])(
    '[SE7] the body %j is answered as invalid input',
    async (body) => {
      const answer = await posted('/trpc/clues.record', body, { origin: hub.origin, cookie: admin.cookie })
      expect(answer.status).toBe(400)
      expect(await answer.text()).not.toContain('at ')
    },
  )

  test('[SE8] HEAD is answered like GET, without the body', async () => {
    for (const path of ['/healthz', '/readyz', '/metrics']) {
      const head = await ask(path, { method: 'HEAD' })
      expect([head.status, await head.text()]).toEqual([200, ''])
    }
  })

  test('[SE8] an upgrade to something that is no room is refused', async () => {
    for (const path of ['/', '/trpc/session.me', '/nowhere']) {
      const status = await new Promise((resolve, reject) => {
        const headers = {
          connection: 'Upgrade',
          upgrade: 'websocket',
          'sec-websocket-version': '13',
          'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
          cookie: admin.cookie,
          origin: hub.origin,
        }
        request(`${hub.origin}${path}`, { headers })
          .on('response', (response) => resolve(response.resume().statusCode))
          .on('upgrade', (response, socket) => resolve(socket.destroy() && response.statusCode))
          .on('error', (error) => ('code' in error && error.code === 'ECONNRESET' ? resolve(0) : reject(error)))
          .end()
      })
      expect(status).not.toBe(101)
    }
    expect((await ask('/healthz')).status).toBe(200)
  })
})

import { agencies } from '@lianban/demo'
import { makeCookieJar, passProvider } from '@lianban/demo-idp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aHub, clientWith, type HubServer } from '../../../tests/support/hub-server.ts'
import { enterRoom } from '../../../tests/support/live-client.ts'
import { aSharedCase } from '../../../tests/support/shared-case.ts'

const handler = 'bj-tobacco.handler'
let hub: HubServer
beforeAll(async () => {
  hub = await aHub({ cast: true })
})
afterAll(() => hub.stop())

const ask = (path: string, cookie = '', init: RequestInit = {}) =>
  fetch(`${hub.origin}${path}`, { redirect: 'manual', ...init, headers: { cookie, origin: hub.origin } })

/** A browser that leaves for its agency's provider and comes back with the callback, not yet opened. */
async function away(subject: string, returnTo = '/cases?q=1') {
  const jar = makeCookieJar()
  const agency = subject.slice(0, subject.indexOf('.'))
  const from = new URL(`/auth/sign-in?${new URLSearchParams({ agency, returnTo })}`, hub.origin)
  const isThere = (url: URL) => url.origin === from.origin && url.pathname === '/auth/callback'
  const callback = await passProvider({ from, subject, isThere, jar })
  return { callback, cookie: jar.header(callback) }
}

const attributes = (line: string) => line.split('; ').slice(1).sort()

const signOut = (cookie: string, everywhere: boolean) =>
  ask('/auth/sign-out', cookie, { method: 'POST', body: JSON.stringify({ everywhere }) })

const isSignedIn = async (cookie: string) => (await clientWith(hub.origin, cookie).session.me.query()) !== null

describe('the way to the provider and back', () => {
  test('[SE14] an officer comes back to where they were going, with a session', async () => {
    const { callback, cookie } = await away(handler)
    const answer = await fetch(callback, { redirect: 'manual', headers: { cookie } })
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/cases?q=1'])
    const [cleared, session] = answer.headers.getSetCookie()
    expect(cleared).toMatch(/^__Host-lianban-signin=; .*Max-Age=0/)
    const me = await clientWith(hub.origin, session!.split(';')[0]!).session.me.query()
    expect(me?.officer).toMatchObject({ postZh: '北京烟草·承办员', roles: ['handler'] })
  })

  test('[SE15] both cookies are of this host alone, secure, and out of reach of scripts', async () => {
    const started = await ask('/auth/sign-in?agency=bj-tobacco')
    const [pending] = started.headers.getSetCookie()
    expect(pending).toMatch(/^__Host-lianban-signin=[\w-]{43};/)
    expect(attributes(pending!)).toEqual(['HttpOnly', 'Max-Age=600', 'Path=/', 'SameSite=Lax', 'Secure'])
    const { callback, cookie } = await away(handler)
    const finished = await fetch(callback, { redirect: 'manual', headers: { cookie } })
    const session = finished.headers.getSetCookie().find((line) => line.startsWith('__Host-lianban='))
    expect(attributes(session!)).toEqual(['HttpOnly', `Max-Age=${12 * 3600}`, 'Path=/', 'SameSite=Lax', 'Secure'])
  })

  test.each([
    ['/auth/sign-in?agency=nobody', 'identity.unknown-agency'],
    ['/auth/sign-in', 'identity.unknown-agency'],
    ['/auth/sign-in?agency=bj-tobacco&returnTo=https://evil.invalid', 'identity.return-to'],
    ['/auth/sign-in?agency=bj-tobacco&returnTo=//evil.invalid', 'identity.return-to'],
    ['/auth/callback', 'identity.sign-in-expired'],
    ['/auth/callback?state=x&code=y', 'identity.sign-in-expired'],
  ])('[SE16] %s returns to the sign-in page with its reason', async (path, code) => {
    const answer = await ask(path)
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `/sign-in?refused=${code}`])
    expect(answer.headers.getSetCookie().some((line) => line.startsWith('__Host-lianban='))).toBe(false)
  })

  test('[SE16] a callback opened in another browser signs nobody in', async () => {
    const { callback } = await away(handler)
    const answer = await fetch(callback, { redirect: 'manual' })
    expect(answer.headers.get('location')).toBe('/sign-in?refused=identity.state-mismatch')
  })
})

describe('signing out', () => {
  test('[SE17] signing out here ends this session and its live room, and no other', async () => {
    const { openSection: sectionId } = await aSharedCase(hub, 'BJ-0017')
    const [one, other] = [await hub.signIn(handler), await hub.signIn(handler)]
    const room = await enterRoom({ origin: hub.origin, ...one, sectionId })
    const stays = await enterRoom({ origin: hub.origin, ...other, sectionId })
    const answer = await signOut(one.cookie, false)
    expect([answer.status, answer.headers.getSetCookie()[0]]).toEqual([200, expect.stringMatching(/^__Host-lianban=;/)])
    expect(await room.closed).toEqual({ code: 4401, reason: 'session-ended' })
    expect([await isSignedIn(one.cookie), await isSignedIn(other.cookie)]).toEqual([false, true])
    expect(stays.provider.wsconnected).toBe(true)
    room.leave()
    stays.leave()
  })

  test('[SE17] signing out everywhere ends every session of that officer and their live rooms', async () => {
    const { openSection: sectionId } = await aSharedCase(hub, 'BJ-0018')
    const [one, two, colleague] = [
      await hub.signIn(handler),
      await hub.signIn(handler),
      await hub.signIn('bj-tobacco.leader'),
    ]
    const rooms = [
      await enterRoom({ origin: hub.origin, ...one, sectionId }),
      await enterRoom({ origin: hub.origin, ...two, sectionId }),
    ]
    await signOut(two.cookie, true)
    for (const room of rooms) expect(await room.closed).toMatchObject({ code: 4401 })
    expect([await isSignedIn(one.cookie), await isSignedIn(two.cookie)]).toEqual([false, false])
    expect(await isSignedIn(colleague.cookie)).toBe(true)
    for (const room of rooms) room.leave()
  })

  test('[SE17] without a session, or without saying which, nobody is signed out', async () => {
    const { cookie } = await hub.signIn(handler)
    expect((await signOut('', true)).status).toBe(401)
    for (const body of ['', 'null', '{}', '{"everywhere":"yes"}', '{"everywhere":true,"more":1}'])
      expect((await ask('/auth/sign-out', cookie, { method: 'POST', body })).status).toBe(400)
    expect(await isSignedIn(cookie)).toBe(true)
  })
})

test('[SE18] a stranger who keeps trying has to wait, and fills neither the log nor the waiting list', async () => {
  const strict = await aHub({ options: { signInsPerMinute: 30, isBehindProxy: true } })
  const from = (address: string, path: string) =>
    fetch(`${strict.origin}${path}`, { redirect: 'manual', headers: { 'x-forwarded-for': `10.0.0.9, ${address}` } })
  const refusals: (string | null)[] = []
  for (let times = 0; times < 5; times++)
    refusals.push((await from('192.0.2.1', '/auth/callback?state=x')).headers.get('location'))
  expect(refusals[0]).toBe('/sign-in?refused=identity.sign-in-expired')
  expect(refusals.slice(3)).toEqual(Array(2).fill('/sign-in?refused=identity.too-many-attempts'))
  const waiting = await from('192.0.2.1', '/auth/sign-in?agency=lianban-operator')
  expect(waiting.headers.get('location')).toBe('/sign-in?refused=identity.too-many-attempts')
  expect(Number(waiting.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(waiting.headers.getSetCookie()).toEqual([])

  const neighbour = await from('192.0.2.2', '/auth/sign-in?agency=lianban-operator')
  expect(neighbour.headers.get('location')).toContain(strict.idp.issuerOf('lianban-operator'))
  await strict.stop()
})

test('[SE14] every demo officer can sign in', async () => {
  for (const { subject } of agencies.flatMap(({ officers }) => officers))
    expect(await isSignedIn((await hub.signIn(subject)).cookie)).toBe(true)
})

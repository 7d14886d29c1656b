import { serve } from '@hono/node-server'
import { freePort } from '@lianban/db'
import { signInAs } from '@lianban/demo-idp'
import { Refusal } from '@lianban/kernel'
import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aWorld, type World } from './a-world.ts'
import { clearedSignInCookie, sessionCookie, signInCookie, stateOf, tokenOf } from './cookies.ts'

const minute = 60_000
let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  world.events.length = 0
})

const refusedWith = (code: string) => ({ name: 'Refusal', code: `identity.${code}` })

/** Runs a sign-in that must fail, and answers what was recorded; no session may come of it. */
async function refusedRecord(attempt: () => Promise<unknown>, code: string) {
  const before = (await world.sessions()).length
  world.events.length = 0
  const refusal = await attempt().then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(refusal).toMatchObject(refusedWith(code))
  expect((refusal as Refusal).sentence.zh).toMatch(/请/)
  expect(await world.sessions()).toHaveLength(before)
  return world.events
}

describe('the whole way', () => {
  test("[ID1] an officer signs in over HTTP through the agency's own provider", async () => {
    const port = await freePort()
    const origin = `http://127.0.0.1:${port}`
    const there = await aWorld({ redirectUris: [`${origin}/auth/callback`] })
    const identity = there.make({ redirectUri: `${origin}/auth/callback` })
    const app = new Hono()
      .get('/auth/sign-in', async (c) => {
        const { agency = '', returnTo = '/' } = c.req.query()
        const { redirectTo, stateCookie } = await identity.beginSignIn({ agencySlug: agency, returnTo })
        c.header('set-cookie', signInCookie(stateCookie))
        return c.redirect(redirectTo.href)
      })
      .get('/auth/callback', async (c) => {
        const cookies = c.req.header('cookie')
        const { token, returnTo } = await identity.finishSignIn(new URL(c.req.url), stateOf(cookies), tokenOf(cookies))
        c.header('set-cookie', clearedSignInCookie())
        c.header('set-cookie', sessionCookie(token, 43_200), { append: true })
        return c.redirect(returnTo)
      })
      .get('/me', async (c) => c.json((await identity.whoIs(tokenOf(c.req.header('cookie')))) ?? null))
      .onError((error, c) => c.redirect(`/sign-in?refused=${error instanceof Refusal ? error.code : 'fault'}`))
    const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' })

    const { cookie } = await signInAs({ origin, agencySlug: 'bj-police-efd', subject: 'bj-police-efd.handler' })
    const me = await (await fetch(`${origin}/me`, { headers: { cookie } })).json()
    expect(me).toMatchObject({
      officer: {
        agencyKind: 'police',
        region: '110000',
        roles: ['handler', 'leader'],
        agency: { slug: 'bj-police-efd' },
      },
    })
    expect(await (await fetch(`${origin}/me`)).json()).toBeNull()
    const stranger = signInAs({ origin, agencySlug: 'bj-tobacco', subject: 'bj-tobacco.stranger' })
    await expect(stranger).rejects.toThrow('at /sign-in: identity.unknown-officer')
    server.close()
    await there.close()
  })

  test('[ID1] the way to the provider carries a code challenge, a state and a nonce', async () => {
    const { redirectTo, stateCookie } = await world.identity.beginSignIn({ agencySlug: 'bj-tobacco', returnTo: '/' })
    const sent = Object.fromEntries(redirectTo.searchParams)
    expect(sent).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      state: stateCookie,
      scope: 'openid',
    })
    expect(sent.code_challenge).toMatch(/^[\w-]{43}$/)
    expect(sent.nonce).toMatch(/^[\w-]{43}$/)
    expect(JSON.stringify(await world.pending())).not.toMatch(stateCookie)
  })
})

describe('before leaving', () => {
  test.each(['hebei-tobacco', '', 'BJ-TOBACCO', "x' or 1=1", 'a\0b', 'a'.repeat(3000)])(
    '[ID2] no agency is registered as %j, so nobody is sent anywhere',
    async (agencySlug) => {
      const kept = await world.pending()
      const begun = world.identity.beginSignIn({ agencySlug, returnTo: '/' })
      await expect(begun).rejects.toMatchObject(refusedWith('unknown-agency'))
      expect(await world.pending()).toEqual(kept)
      expect(world.events).toEqual([])
    },
  )

  test('[ID3] the path asked for at the beginning is the one returned to', async () => {
    const { callback, stateCookie } = await world.away('bj-tobacco', 'bj-tobacco.handler', '/cases/1?tab=dossier#top')
    const { returnTo } = await world.identity.finishSignIn(callback, stateCookie)
    expect(returnTo).toBe('/cases/1?tab=dossier#top')
  })

  test('[ID3] an address of another site is refused before anything is kept', async () => {
    const kept = await world.pending()
    const begun = world.identity.beginSignIn({ agencySlug: 'bj-tobacco', returnTo: '//evil.invalid/' })
    await expect(begun).rejects.toMatchObject(refusedWith('return-to'))
    expect(await world.pending()).toEqual(kept)
  })
})

describe('coming back', () => {
  test('[ID4] the same callback opened twice signs in once', async () => {
    const { callback, stateCookie } = await world.away('bj-tobacco', 'bj-tobacco.handler')
    const twice = await Promise.allSettled([1, 2].map(() => world.identity.finishSignIn(callback, stateCookie)))
    expect(twice.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    await refusedRecord(() => world.identity.finishSignIn(callback, stateCookie), 'sign-in-expired')
  })

  test('[ID5] a sign-in comes back just before ten minutes have passed', async () => {
    const { callback, stateCookie } = await world.away('bj-tobacco', 'bj-tobacco.handler')
    world.clock.advance(10 * minute - 1)
    await expect(world.identity.finishSignIn(callback, stateCookie)).resolves.toHaveProperty('token')
  })

  test('[ID5] after ten minutes a sign-in is refused and no longer kept', async () => {
    const { callback, stateCookie } = await world.away('bj-tobacco', 'bj-tobacco.handler')
    world.clock.advance(10 * minute)
    const events = await refusedRecord(() => world.identity.finishSignIn(callback, stateCookie), 'sign-in-expired')
    expect(events).toEqual([
      { act: 'session.refused', outcome: 'refused', at: world.clock.now(), code: 'identity.sign-in-expired' },
    ])
  })

  test('[ID5] sign-ins that never came back are dropped when the next one begins', async () => {
    await world.identity.beginSignIn({ agencySlug: 'bj-tobacco', returnTo: '/' })
    world.clock.advance(10 * minute)
    await world.identity.beginSignIn({ agencySlug: 'bj-tobacco', returnTo: '/' })
    expect(await world.pending()).toHaveLength(1)
  })

  test.each([
    ['no sign-in of its own', undefined],
    ['a sign-in of its own', 'A'.repeat(43)],
  ])('[ID6] a callback link sent to a browser with %s signs nobody in', async (_what, cookie) => {
    const { callback, stateCookie } = await world.away('bj-tobacco', 'bj-tobacco.handler')
    const events = await refusedRecord(() => world.identity.finishSignIn(callback, cookie), 'state-mismatch')
    expect(events).toMatchObject([{ act: 'session.refused', code: 'identity.state-mismatch' }])
    await refusedRecord(() => world.identity.finishSignIn(callback, stateCookie), 'sign-in-expired')
  })

  test.each(['', '?code=x', '?code=x&state=', `?state=${'B'.repeat(43)}&code=x`])(
    '[ID6] the callback "%s" belongs to no sign-in and is refused',
    async (search) => {
      const callback = new URL(`http://hub.invalid/auth/callback${search}`)
      await refusedRecord(() => world.identity.finishSignIn(callback, 'B'.repeat(43)), 'sign-in-expired')
    },
  )

  test('[ID7] an officer absent from the register is told whom to ask', async () => {
    const events = await refusedRecord(() => world.signIn('bj-tobacco', 'bj-tobacco.stranger'), 'unknown-officer')
    expect(events).toHaveLength(1)
    expect(events[0]).not.toHaveProperty('officerId')
  })

  test("[ID7] another agency's provider cannot sign in the tobacco bureau's officer", async () => {
    await refusedRecord(() => world.signIn('bj-police-efd', 'bj-tobacco.handler'), 'unknown-officer')
  })

  test('[ID8] a suspended officer is refused until restored', async () => {
    await world.suspend('bj-tobacco.leader')
    const events = await refusedRecord(() => world.signIn('bj-tobacco', 'bj-tobacco.leader'), 'unknown-officer')
    expect(events).toMatchObject([{ officerId: expect.any(String) }])
    await world.suspend('bj-tobacco.leader', 'active')
    await expect(world.signIn('bj-tobacco', 'bj-tobacco.leader')).resolves.toHaveProperty('token')
  })

  test('[ID9] a sign-in that the provider denies is refused with its code', async () => {
    const { redirectTo, stateCookie } = await world.identity.beginSignIn({ agencySlug: 'bj-tobacco', returnTo: '/' })
    const callback = new URL(redirectTo.searchParams.get('redirect_uri')!)
    const iss = world.idp.issuerOf('bj-tobacco')
    callback.search = new URLSearchParams({ error: 'access_denied', state: stateCookie, iss }).toString()
    await refusedRecord(() => world.identity.finishSignIn(callback, stateCookie), 'provider-refused')
  })

  test('[ID10] a code begun in one sign-in is worth nothing in another', async () => {
    const theirs = await world.away('bj-tobacco', 'bj-tobacco.leader')
    const mine = await world.away('bj-tobacco', 'bj-tobacco.handler')
    mine.callback.searchParams.set('code', theirs.callback.searchParams.get('code')!)
    await refusedRecord(() => world.identity.finishSignIn(mine.callback, mine.stateCookie), 'provider-answer')
  })

  test("[ID10] an answer that names another agency's issuer is refused", async () => {
    const { callback, stateCookie } = await world.away('bj-tobacco', 'bj-tobacco.handler')
    callback.searchParams.set('iss', world.idp.issuerOf('bj-police-efd'))
    await refusedRecord(() => world.identity.finishSignIn(callback, stateCookie), 'provider-answer')
  })
})

describe('the record', () => {
  test('[ID13] an unreachable provider is recorded with the agency and the code', async () => {
    const agencyId = await world.registerAgency('guilin-tobacco', `http://127.0.0.1:${await freePort()}`)
    const begun = () => world.identity.beginSignIn({ agencySlug: 'guilin-tobacco', returnTo: '/' })
    const code = 'identity.provider-unreachable'
    expect(await refusedRecord(begun, 'provider-unreachable')).toEqual([
      {
        act: 'session.refused',
        outcome: 'refused',
        at: world.clock.now(),
        code,
        agencyId,
        facts: { problem: 'no-connection' },
      },
    ])
  })

  test('[ID13] the record of a refused officer holds ids and a code only', async () => {
    const events = await refusedRecord(() => world.signIn('bj-tobacco', 'bj-tobacco.stranger'), 'unknown-officer')
    expect(Object.keys(events[0]!).sort()).toEqual(['act', 'agencyId', 'at', 'code', 'outcome'])
  })

  test('[ID14] a successful sign-in is recorded with its session', async () => {
    const { signedIn } = await world.signIn('bj-tobacco', 'bj-tobacco.handler')
    expect(world.events).toEqual([
      {
        act: 'session.sign-in',
        outcome: 'done',
        at: world.clock.now(),
        agencyId: signedIn.officer.agencyId,
        officerId: signedIn.officer.id,
        sessionId: signedIn.sessionId,
      },
    ])
  })

  test('[ID14] when the record cannot be written there is no session', async () => {
    const { callback, stateCookie } = await world.away('bj-tobacco', 'bj-tobacco.handler')
    const before = await world.sessions()
    const working = world.hooks.record
    world.hooks.record = () => Promise.reject(new Error('the log is full'))
    await expect(world.identity.finishSignIn(callback, stateCookie)).rejects.toThrow('the log is full')
    world.hooks.record = working
    expect(await world.sessions()).toEqual(before)
  })
})

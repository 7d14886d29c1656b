import { hash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { makeCookieJar } from './cookie-jar.ts'
import { passProvider } from './pass-provider.ts'
import { signInAs } from './sign-in-as.ts'
import { type DemoIdp, startDemoIdp } from './start-demo-idp.ts'

const callback = 'http://hub.invalid/auth/callback'
const verifier = 'v'.repeat(43)
const isBack = (url: URL) => url.origin === 'http://hub.invalid'

const agencies = [
  {
    slug: 'bj-tobacco',
    nameZh: '北京市烟草专卖局',
    nameEn: 'Beijing Tobacco Monopoly Bureau',
    officers: [
      { subject: 'bj-tobacco.handler', postZh: '北京烟草·承办员', postEn: 'Beijing Tobacco · handler' },
      { subject: 'bj-tobacco.leader', postZh: '北京烟草·负责人', postEn: 'Beijing Tobacco · leader' },
    ],
  },
  {
    slug: 'bj-police-efd',
    nameZh: '环食药旅总队',
    nameEn: 'Environment, Food and Drug Squad',
    officers: [{ subject: 'bj-police-efd.handler', postZh: '北京环食药·承办民警', postEn: 'Squad · <officer>' }],
  },
]

let idp: DemoIdp
beforeAll(async () => {
  idp = await startDemoIdp({ port: 0, host: '127.0.0.1', agencies, redirectUris: [callback] })
})
afterAll(() => idp.stop())
afterEach(() => {
  vi.unstubAllEnvs()
})

function authorization(slug: string, changed: Record<string, string> = {}): URL {
  const url = new URL(`${idp.issuerOf(slug)}/auth`)
  url.search = new URLSearchParams({
    client_id: 'lianban',
    redirect_uri: callback,
    response_type: 'code',
    scope: 'openid',
    state: 's',
    nonce: 'n',
    code_challenge: hash('sha256', verifier, 'base64url'),
    code_challenge_method: 'S256',
    ...changed,
  }).toString()
  return url
}

const codeOf = async (slug: string, subject: string, jar = makeCookieJar()) =>
  (await passProvider({ from: authorization(slug), subject, isThere: isBack, jar })).searchParams.get('code')!

async function redeem(slug: string, code: string) {
  const response = await fetch(`${idp.issuerOf(slug)}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: 'lianban',
      redirect_uri: callback,
      code,
      code_verifier: verifier,
    }),
  })
  return { status: response.status, body: (await response.json()) as { id_token?: string; error?: string } }
}

/** The page of posts as a browser would open it, with the cookies it would send back. */
async function openPage(slug: string) {
  const jar = makeCookieJar()
  const start = authorization(slug)
  const first = await fetch(start, { redirect: 'manual' })
  jar.keep(start, first.headers.getSetCookie())
  const url = new URL(first.headers.get('location')!, start)
  const page = await fetch(url, { headers: { cookie: jar.header(url) } })
  return { url, cookie: jar.header(url), page, html: await page.text() }
}

const post = (url: URL, cookie: string, subject: string) =>
  fetch(url, { method: 'POST', redirect: 'manual', headers: { cookie }, body: new URLSearchParams({ subject }) })

const claimsOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>

describe('where it may run', () => {
  test('[DI1] in production the demo providers refuse to start and say why', async () => {
    vi.stubEnv('NODE_ENV', 'production')
    const started = startDemoIdp({ port: 0, host: '127.0.0.1', agencies, redirectUris: [callback] })
    await expect(started).rejects.toThrow(/不得在生产环境运行.*refuses to run/)
  })

  test('[DI2] after stopping, the port answers nobody', async () => {
    const other = await startDemoIdp({ port: 0, host: '127.0.0.1', agencies, redirectUris: [callback] })
    const page = `${other.issuerOf('bj-tobacco')}/.well-known/openid-configuration`
    expect((await fetch(page)).status).toBe(200)
    await other.stop()
    await expect(fetch(page)).rejects.toThrow('fetch failed')
  })

  const outside = Object.values(networkInterfaces())
    .flat()
    .find((one) => one?.family === 'IPv4' && !one.internal)
  test.skipIf(!outside)('[DI2] another machine on the network cannot reach the providers', async () => {
    const url = new URL(`${idp.issuerOf('bj-tobacco')}/jwks`)
    url.hostname = outside!.address
    await expect(fetch(url)).rejects.toThrow('fetch failed')
  })

  test('[DI2] a used port is reported instead of half a start', async () => {
    const port = Number(new URL(idp.issuerOf('bj-tobacco')).port)
    const second = startDemoIdp({ port, host: '127.0.0.1', agencies, redirectUris: [callback] })
    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})

describe('one provider an agency', () => {
  test.each(agencies)('[DI3] $slug publishes its own issuer, endpoints and key', async ({ slug }) => {
    const issuer = idp.issuerOf(slug)
    const found = (await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()) as Record<string, string>
    expect(found.issuer).toBe(issuer)
    for (const name of ['authorization_endpoint', 'token_endpoint', 'jwks_uri'])
      expect(found[name]).toMatch(`${issuer}/`)
    const { keys } = (await (await fetch(found.jwks_uri!)).json()) as { keys: Record<string, string>[] }
    expect(keys).toHaveLength(1)
    expect(keys[0]).not.toHaveProperty('d')
  })

  test('[DI3] two agencies sign with two different keys', async () => {
    const keys = await Promise.all(agencies.map(async ({ slug }) => (await fetch(`${idp.issuerOf(slug)}/jwks`)).text()))
    expect(new Set(keys).size).toBe(agencies.length)
  })

  test('[DI3] cookies carry the name and path of their agency', async () => {
    const cookies = (await fetch(authorization('bj-tobacco'), { redirect: 'manual' })).headers.getSetCookie()
    expect(cookies.length).toBeGreaterThan(0)
    for (const cookie of cookies) expect(cookie).toMatch(/^demo_idp_bj-tobacco_.*path=\/bj-tobacco\/.*httponly/i)
  })

  test("[DI4] one agency's code is refused at another agency's provider", async () => {
    const code = await codeOf('bj-tobacco', 'bj-tobacco.handler')
    expect(await redeem('bj-police-efd', code)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
  })

  test.each([
    ['without PKCE', { code_challenge: '' }],
    ['with the plain PKCE method', { code_challenge_method: 'plain' }],
    ['for an implicit token', { response_type: 'id_token' }],
  ])('[DI5] a sign-in %s goes back with an error and no code', async (_what, changed) => {
    const response = await fetch(authorization('bj-tobacco', changed), { redirect: 'manual' })
    const back = new URL(response.headers.get('location')!)
    expect(back.href).toMatch('error=')
    expect(back.href).not.toMatch('code=')
  })

  test.each([
    ['an unknown redirect address', { redirect_uri: 'http://evil.invalid/' }],
    ['an unknown client', { client_id: 'other' }],
  ])('[DI5] a sign-in with %s is sent nowhere', async (_what, changed) => {
    const response = await fetch(authorization('bj-tobacco', changed), { redirect: 'manual' })
    expect(response.status).toBe(400)
    expect(response.headers.has('location')).toBe(false)
    expect(await response.text()).toMatch('请返回联办平台')
  })

  test.each(['/', '/hebei-tobacco/auth', '/bj-tobacco-2', '//bj-tobacco/auth'])(
    '[DI6] %s belongs to no agency and is not found',
    async (path) => {
      const { origin } = new URL(idp.issuerOf('bj-tobacco'))
      expect((await fetch(origin + path)).status).toBe(404)
    },
  )
})

describe('choosing a post', () => {
  test("[DI7] the page lists the agency's own posts in both languages and calls itself a demonstration", async () => {
    const { html, page } = await openPage('bj-tobacco')
    for (const text of ['北京烟草·承办员', 'Beijing Tobacco · leader', '演示登录：不验证身份'])
      expect(html).toMatch(text)
    expect(html).not.toMatch('环食药')
    expect(page.headers.get('content-security-policy')).toMatch("default-src 'none'")
  })

  test('[DI7] names are shown as text and never read as markup', async () => {
    expect((await openPage('bj-police-efd')).html).not.toMatch('<officer>')
  })

  test('[DI16] a Chinese typeface comes with the page, and no other file of the machine', async () => {
    const { origin } = new URL(idp.issuerOf('bj-tobacco'))
    const style = await (await fetch(`${origin}/_fonts/index.css`)).text()
    const [file] = /files\/[\w-]+\.woff2/.exec(style)!
    expect((await fetch(`${origin}/_fonts/${file}`)).headers.get('content-type')).toBe('font/woff2')
    for (const other of ['package.json', 'files/..%2Fpackage.json', 'files/noto-sans-sc-none.woff2', ''])
      expect((await fetch(`${origin}/_fonts/${other}`)).status).toBe(404)
  })

  test('[DI8] one click signs in, consents and returns to the hub with a code', async () => {
    const back = await passProvider({
      from: authorization('bj-tobacco'),
      subject: 'bj-tobacco.leader',
      isThere: isBack,
    })
    expect(back.pathname).toBe('/auth/callback')
    expect(back.searchParams.get('state')).toBe('s')
    expect(back.searchParams.get('iss')).toBe(idp.issuerOf('bj-tobacco'))
    expect((await redeem('bj-tobacco', back.searchParams.get('code')!)).status).toBe(200)
  })

  test.each(['bj-police-efd.handler', '', 'nobody'])(
    '[DI9] the post "%s" cannot be chosen by a forged form',
    async (subject) => {
      const { url, cookie } = await openPage('bj-tobacco')
      expect((await post(url, cookie, subject)).status).toBe(400)
    },
  )

  test('[DI9] a form longer than any of ours is refused', async () => {
    const { url, cookie } = await openPage('bj-tobacco')
    expect((await post(url, cookie, 'x'.repeat(5000))).status).toBe(400)
  })

  test('[DI10] a browser that signed in before may sign in as another post', async () => {
    const jar = makeCookieJar()
    const subjects = ['bj-tobacco.handler', 'bj-tobacco.leader']
    const tokens = []
    for (const subject of subjects)
      tokens.push((await redeem('bj-tobacco', await codeOf('bj-tobacco', subject, jar))).body)
    expect(tokens.map((body) => claimsOf(body.id_token!).sub)).toEqual(subjects)
  })

  test('[DI11] the identity token says the subject and the post and nothing more', async () => {
    const { body } = await redeem('bj-tobacco', await codeOf('bj-tobacco', 'bj-tobacco.handler'))
    const { iat, exp, at_hash, sid, auth_time, ...claims } = claimsOf(body.id_token!)
    expect(claims).toEqual({
      iss: idp.issuerOf('bj-tobacco'),
      aud: 'lianban',
      sub: 'bj-tobacco.handler',
      name: '北京烟草·承办员',
      nonce: 'n',
    })
  })

  test('[DI12] a page opened in another browser says to sign in again', async () => {
    const { url } = await openPage('bj-tobacco')
    const elsewhere = await fetch(url)
    expect(elsewhere.status).toBe(400)
    expect(await elsewhere.text()).toMatch('重新点击登录')
    expect((await post(url, '', 'bj-tobacco.handler')).status).toBe(400)
  })
})

describe('signing in without a browser', () => {
  const hubs: Server[] = []
  afterAll(() => {
    for (const hub of hubs) hub.close()
  })

  async function aHub(answer: (path: string) => { status: number; headers: Record<string, string> }): Promise<string> {
    const hub = createServer((request, response) => {
      const { status, headers } = answer(request.url!.split('?')[0]!)
      response.writeHead(status, headers).end()
    }).listen(0, '127.0.0.1')
    hubs.push(hub)
    await once(hub, 'listening')
    return `http://127.0.0.1:${(hub.address() as AddressInfo).port}`
  }

  test('[DI14] the scripted sign-in answers the session cookie that the hub set', async () => {
    let provider: DemoIdp | undefined
    const origin = await aHub((path) => {
      if (path === '/auth/callback')
        return { status: 302, headers: { location: '/', 'set-cookie': '__Host-lianban=token; Path=/' } }
      const to = new URL(authorization('bj-tobacco', { redirect_uri: `${origin}/auth/callback` }))
      to.port = new URL(provider!.issuerOf('bj-tobacco')).port
      return { status: 302, headers: { location: to.href } }
    })
    provider = await startDemoIdp({ port: 0, host: '127.0.0.1', agencies, redirectUris: [`${origin}/auth/callback`] })
    const signedIn = await signInAs({ origin, agencySlug: 'bj-tobacco', subject: 'bj-tobacco.handler' })
    expect(signedIn).toEqual({ cookie: '__Host-lianban=token' })
    await provider.stop()
  })

  test('[DI15] a refusal of the hub is named by its code', async () => {
    const origin = await aHub((path) =>
      path === '/auth/sign-in'
        ? { status: 302, headers: { location: '/sign-in?refused=identity.unknown-agency' } }
        : { status: 200, headers: {} },
    )
    const signedIn = signInAs({ origin, agencySlug: 'nowhere', subject: 'nowhere.handler' })
    await expect(signedIn).rejects.toThrow('at /sign-in: identity.unknown-agency')
  })

  test('[DI15] a hub that fails is named by its status', async () => {
    const origin = await aHub(() => ({ status: 500, headers: {} }))
    const signedIn = signInAs({ origin, agencySlug: 'bj-tobacco', subject: 'bj-tobacco.handler' })
    await expect(signedIn).rejects.toThrow('stopped with status 500 at /auth/sign-in')
  })
})

import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { makeDrivenClock } from '@lianban/kernel'
import { afterEach, expect, test } from 'vitest'
import { createProviders } from './providers.ts'

const redirectUri = 'https://hub.invalid/auth/callback'
const secrets = { state: 's'.repeat(43), nonce: 'n'.repeat(43), codeVerifier: 'v'.repeat(43) }
const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

function idToken(claims: object, key: KeyObject): string {
  const signed = `${encoded({ alg: 'ES256', kid: 'k' })}.${encoded(claims)}`
  return `${signed}.${sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
}

/** A provider whose identity token can be spoiled, and which drops its first readers if told to. */
async function aProvider(options: { drops?: number; claims?: object; forged?: boolean; broken?: boolean } = {}) {
  const real = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const signer = options.forged ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey : real.privateKey
  let readings = 0
  const answers: Record<string, () => object> = {
    '/.well-known/openid-configuration': () => ({
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      id_token_signing_alg_values_supported: ['ES256'],
    }),
    '/jwks': () => ({ keys: [{ ...real.publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'ES256', use: 'sig' }] }),
    '/token': () => {
      const now = Math.floor(Date.now() / 1000)
      const claims = {
        iss: issuer,
        aud: 'lianban',
        sub: 'x',
        nonce: secrets.nonce,
        iat: now,
        exp: now + 60,
        ...options.claims,
      }
      return { access_token: 'a', token_type: 'bearer', id_token: idToken(claims, signer) }
    },
  }
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith('/.well-known') && ++readings <= (options.drops ?? 0)) return request.socket.destroy()
    if (request.url === '/token' && options.broken) return request.socket.destroy()
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answers[request.url!]!()))
  }).listen(0, '127.0.0.1')
  stops.push(() => server.close())
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    provider: { oidcIssuer: issuer, oidcClientId: 'lianban' },
    readings: () => readings,
    stop: () => server.close(),
  }
}

const clock = makeDrivenClock(new Date('2026-03-02T08:00:00Z'))
const make = (allowInsecureIssuers = true) => createProviders({ clock, redirectUri, allowInsecureIssuers })
const callback = new URL(`http://inside.invalid/auth/callback?code=c&state=${secrets.state}`)

test('[ID10] a well-signed answer for this sign-in yields the subject', async () => {
  const { provider } = await aProvider()
  expect(await make().subjectOf(provider, callback, secrets)).toBe('x')
})

test.each([
  ['signed with another key', { forged: true }],
  ['for another sign-in', { claims: { nonce: 'other' } }],
  ['for another client', { claims: { aud: 'other' } }],
  ['of another issuer', { claims: { iss: 'https://other.invalid' } }],
  ['that has expired', { claims: { exp: 1 } }],
])('[ID10] an identity token %s signs nobody in', async (_what, spoiled) => {
  const { provider } = await aProvider(spoiled)
  const refused = await make()
    .subjectOf(provider, callback, secrets)
    .catch((error: unknown) => error)
  expect(refused).toMatchObject({
    code: 'identity.provider-answer',
    facts: { problem: expect.stringMatching(/^[A-Z_]+$/) },
  })
})

test('[ID10] a state that is not the one we sent is refused', async () => {
  const { provider } = await aProvider()
  const refused = make().subjectOf(provider, callback, { ...secrets, state: 't'.repeat(43) })
  await expect(refused).rejects.toMatchObject({ code: 'identity.provider-answer' })
})

test('[ID11] a provider that drops two readings is read at the third', async () => {
  const { provider, readings } = await aProvider({ drops: 2 })
  await expect(make().authorizationUrl(provider, secrets)).resolves.toBeInstanceOf(URL)
  expect(readings()).toBe(3)
})

test('[ID11] a provider that failed is asked anew at the next sign-in', async () => {
  const { provider, readings } = await aProvider({ drops: 3 })
  const providers = make()
  await expect(providers.authorizationUrl(provider, secrets)).rejects.toMatchObject({
    code: 'identity.provider-unreachable',
    facts: { problem: 'no-connection' },
  })
  await expect(providers.authorizationUrl(provider, secrets)).resolves.toBeInstanceOf(URL)
  expect(readings()).toBe(4)
})

test('[ID11] twenty sign-ins at once read the provider once, and again after an hour', async () => {
  const { provider, readings } = await aProvider()
  const providers = make()
  await Promise.all(Array.from({ length: 20 }, () => providers.authorizationUrl(provider, secrets)))
  expect(readings()).toBe(1)
  clock.advance(60 * 60_000)
  await providers.authorizationUrl(provider, secrets)
  expect(readings()).toBe(2)
})

test('[ID11] a provider that breaks off the exchange counts as unreachable', async () => {
  const { provider } = await aProvider({ broken: true })
  const refused = make().subjectOf(provider, callback, secrets)
  await expect(refused).rejects.toMatchObject({ code: 'identity.provider-unreachable' })
})

test('[ID12] without leave, a provider without TLS is not even asked', async () => {
  const { provider, readings } = await aProvider()
  await expect(make(false).authorizationUrl(provider, secrets)).rejects.toMatchObject({
    code: 'identity.provider-unreachable',
    facts: { problem: 'OAUTH_HTTP_REQUEST_FORBIDDEN' },
  })
  expect(readings()).toBe(0)
})

test('[ID9] an odd error of the provider is not repeated in our words', async () => {
  const { provider } = await aProvider()
  const denied = new URL(`http://inside.invalid/?error=${encodeURIComponent('<b>张三</b>')}&state=${secrets.state}`)
  await expect(make().subjectOf(provider, denied, secrets)).rejects.toMatchObject({
    code: 'identity.provider-refused',
    facts: { problem: 'unknown' },
  })
})

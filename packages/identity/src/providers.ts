import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '@lianban/kernel'
import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  None,
} from 'openid-client'
import { refusals } from './refusals.ts'

export type SignInSecrets = { readonly state: string; readonly nonce: string; readonly codeVerifier: string }
type Provider = { readonly oidcIssuer: string; readonly oidcClientId: string }

export type Providers = {
  authorizationUrl(provider: Provider, secrets: SignInSecrets): Promise<URL>
  subjectOf(provider: Provider, callbackUrl: URL, secrets: SignInSecrets): Promise<string>
}

const pausesBetweenTries = [200, 800]
const secondsToAnswer = 5
const metadataAge = 60 * 60_000

/** The agencies' providers. What one publishes about itself is read once an hour; a failed reading is not remembered. */
export function createProviders(options: {
  clock: Clock
  redirectUri: string
  allowInsecureIssuers: boolean
}): Providers {
  const { clock, redirectUri } = options
  const known = new Map<string, { readonly found: Promise<Configuration>; readonly at: Date }>()
  const keyOf = (provider: Provider) => `${provider.oidcIssuer} ${provider.oidcClientId}`

  function configurationOf(provider: Provider): Promise<Configuration> {
    const key = keyOf(provider)
    const now = clock.now()
    const kept = known.get(key)
    if (kept && now.getTime() - kept.at.getTime() < metadataAge) return kept.found
    const found = discover(provider, options.allowInsecureIssuers)
    known.set(key, { found, at: now })
    found.catch(() => known.delete(key))
    return found
  }

  return {
    async authorizationUrl(provider, { state, nonce, codeVerifier }) {
      const configuration = await configurationOf(provider)
      return buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: 'openid',
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
      })
    },

    async subjectOf(provider, callbackUrl, { state, nonce, codeVerifier }) {
      const configuration = await configurationOf(provider)
      // Behind a proxy the address we were called at is not the one the provider was told.
      const answered = new URL(redirectUri)
      answered.search = callbackUrl.search
      const checks = {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
        idTokenExpected: true,
      }
      const tokens = await authorizationCodeGrant(configuration, answered, checks).catch((error: unknown) => {
        known.delete(keyOf(provider))
        throw asRefusal(error)
      })
      return tokens.claims()!.sub
    },
  }
}

async function discover(provider: Provider, allowInsecure: boolean): Promise<Configuration> {
  // The client trusts a token that came over TLS unread; the signature is checked all the same.
  const execute = [enableNonRepudiationChecks, ...(allowInsecure ? [allowInsecureRequests] : [])]
  for (const wait of [...pausesBetweenTries, undefined]) {
    try {
      return await discovery(new URL(provider.oidcIssuer), provider.oidcClientId, undefined, None(), {
        timeout: secondsToAnswer,
        execute,
      })
    } catch (error) {
      if (wait === undefined || !isUnreachable(error)) throw refusals.providerUnreachable(problemOf(error))
      await pause(wait)
    }
  }
  throw refusals.providerUnreachable('unknown')
}

function asRefusal(error: unknown) {
  if (error instanceof AuthorizationResponseError) return refusals.providerRefused(problemOf(error))
  return isUnreachable(error)
    ? refusals.providerUnreachable(problemOf(error))
    : refusals.providerAnswer(problemOf(error))
}

// fetch reports a connection that failed as a TypeError without a code.
const isUnreachable = (error: unknown): boolean =>
  codeOf(error) === 'OAUTH_TIMEOUT' || (error instanceof TypeError && codeOf(error) === undefined)

/** A short code and never the message or the cause: those may quote what the provider said about a person. */
function problemOf(error: unknown): string {
  const said = error instanceof AuthorizationResponseError ? error.error : (codeOf(error) ?? 'no-connection')
  return /^[\w-]{1,60}$/.test(said) ? said : 'unknown'
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

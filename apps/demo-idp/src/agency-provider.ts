import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { type Configuration, Provider } from 'oidc-provider'
import type { DemoAgency } from './demo-agency.ts'
import { errorPage } from './pages.ts'
import { makeVolatileRecords } from './volatile-records.ts'

const clientId = 'lianban'

/** One agency's own provider: its key, its records and its cookie names are shared with no other agency. */
export function makeAgencyProvider(agency: DemoAgency, issuer: string, redirectUris: readonly string[]): Provider {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const officers = new Map(agency.officers.map((officer) => [officer.subject, officer]))

  const configuration: Configuration = {
    adapter: makeVolatileRecords(),
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        redirect_uris: [...redirectUris],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256' }] },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    pkce: { required: () => true },
    responseTypes: ['code'],
    scopes: ['openid'],
    claims: { openid: ['sub', 'name'] },
    conformIdTokenClaims: false,
    cookies: {
      keys: [randomBytes(32).toString('base64url')],
      names: {
        session: sessionCookieName(agency.slug),
        interaction: `demo_idp_${agency.slug}_interaction`,
        resume: `demo_idp_${agency.slug}_resume`,
      },
      long: { httpOnly: true, sameSite: 'lax', path: `/${agency.slug}` },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/${agency.slug}/interaction/${interaction.uid}` },
    ttl: { AccessToken: 60, AuthorizationCode: 60, IdToken: 300, Interaction: 600, Grant: 600, Session: 600 },
    async findAccount(_ctx, subject) {
      const officer = officers.get(subject)
      return officer && { accountId: subject, claims: async () => ({ sub: subject, name: officer.postZh }) }
    },
    async renderError(ctx, out) {
      ctx.type = 'html'
      ctx.body = errorPage(out.error)
    },
  }
  return new Provider(issuer, configuration)
}

export const sessionCookieName = (slug: string): string => `demo_idp_${slug}_session`

/** Signs the browser in as the officer and gives the consent in one step; answers where to go next. */
export async function finishInteraction(
  provider: Provider,
  request: Parameters<Provider['interactionResult']>[0],
  response: Parameters<Provider['interactionResult']>[1],
  subject: string,
): Promise<string> {
  const grant = new provider.Grant({ accountId: subject, clientId })
  grant.addOIDCScope('openid')
  const grantId = await grant.save()
  return provider.interactionResult(request, response, { login: { accountId: subject }, consent: { grantId } })
}

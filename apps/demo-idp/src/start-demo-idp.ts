import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Provider } from 'oidc-provider'
import { finishInteraction, makeAgencyProvider, sessionCookieName } from './agency-provider.ts'
import type { DemoAgency } from './demo-agency.ts'
import { findFont, fontsPath } from './fonts.ts'
import { choicePage, errorPage } from './pages.ts'
import { readForm } from './read-form.ts'

export type DemoIdp = { issuerOf(slug: string): string; stop(): Promise<void> }

type Mounted = { readonly agency: DemoAgency; readonly provider: Provider }

/** Starts one provider for each agency under its slug on one loopback port. Everyone may be anyone here, so production is refused. */
export async function startDemoIdp(options: {
  port: number
  host: string
  agencies: readonly DemoAgency[]
  redirectUris: readonly string[]
}): Promise<DemoIdp> {
  if (process.env.NODE_ENV === 'production') {
    throw new Error(
      '演示身份提供方不得在生产环境运行 / the demo identity provider signs anybody in and refuses to run with NODE_ENV=production',
    )
  }
  const mounts = new Map<string, Mounted>()
  const server = createServer((request, response) => {
    answer(mounts, request, response).catch((fault: unknown) => {
      console.error('demo-idp', fault)
      if (!response.headersSent) sendPage(response, 500, errorPage('server_error'))
    })
  })
  server.listen(options.port, '127.0.0.1')
  await once(server, 'listening')

  const origin = `http://${options.host}:${(server.address() as AddressInfo).port}`
  const issuerOf = (slug: string) => `${origin}/${slug}`
  for (const agency of options.agencies) {
    mounts.set(agency.slug, {
      agency,
      provider: makeAgencyProvider(agency, issuerOf(agency.slug), options.redirectUris),
    })
  }
  return {
    issuerOf,
    async stop() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

async function answer(mounts: ReadonlyMap<string, Mounted>, request: IncomingMessage, response: ServerResponse) {
  const [, slug = '', rest = '/'] = /^\/([^/?]*)(\/.*)?$/.exec(request.url ?? '') ?? []
  if (request.url?.startsWith(fontsPath)) return sendFont(response, request.url)
  const mounted = mounts.get(slug)
  if (!mounted) return sendPage(response, 404, errorPage('not_found'))
  if (rest.startsWith('/interaction/')) return interact(mounted, request, response)

  // The provider remembers nobody: each sign-in shows the posts again, so that a demo can change roles.
  forgetCookie(request, sessionCookieName(slug))
  // oidc-provider finds its mount path by comparing the two.
  Object.assign(request, { originalUrl: request.url, url: rest })
  await mounted.provider.callback()(request, response)
}

async function interact({ agency, provider }: Mounted, request: IncomingMessage, response: ServerResponse) {
  const isOpen = await provider.interactionDetails(request, response).then(
    () => true,
    () => false,
  )
  if (!isOpen) return sendPage(response, 400, errorPage('interaction_expired'))
  if (request.method === 'GET') return sendPage(response, 200, choicePage(agency))
  if (request.method !== 'POST') return sendPage(response, 405, errorPage('method_not_allowed'))

  const subject = (await readForm(request))?.get('subject')
  const officer = agency.officers.find((candidate) => candidate.subject === subject)
  if (!officer) return sendPage(response, 400, errorPage('unknown_officer'))
  response.writeHead(303, { location: await finishInteraction(provider, request, response, officer.subject) }).end()
}

function forgetCookie(request: IncomingMessage, name: string): void {
  const kept = request.headers.cookie
    ?.split(/; */)
    .filter((pair) => !pair.startsWith(`${name}=`) && !pair.startsWith(`${name}.sig=`))
  if (kept) request.headers.cookie = kept.join('; ')
}

async function sendFont(response: ServerResponse, path: string): Promise<void> {
  const font = await findFont(path)
  if (!font) return sendPage(response, 404, errorPage('not_found'))
  response.writeHead(200, { 'content-type': font.type, 'cache-control': 'public, max-age=86400' }).end(font.body)
}

function sendPage(response: ServerResponse, status: number, html: string): void {
  response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      // No form-action: Chromium applies it to the redirects after the post too, and those lead to the hub.
      'content-security-policy':
        "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'",
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    .end(html)
}

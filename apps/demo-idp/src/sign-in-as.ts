import { makeCookieJar } from './cookie-jar.ts'
import { passProvider } from './pass-provider.ts'

const sessionCookie = '__Host-lianban'

/** Walks the whole sign-in over HTTP as one demo officer and answers the session cookie, ready for a Cookie header. */
export async function signInAs(options: {
  origin: string
  agencySlug: string
  subject: string
}): Promise<{ cookie: string }> {
  const { origin, agencySlug, subject } = options
  const jar = makeCookieJar()
  const from = new URL(`/auth/sign-in?${new URLSearchParams({ agency: agencySlug, returnTo: '/' })}`, origin)
  const isBack = (next: URL) => next.origin === from.origin && next.pathname !== from.pathname

  const callback = await passProvider({ from, subject, isThere: isBack, jar })
  const response = await fetch(callback, { redirect: 'manual', headers: { cookie: jar.header(callback) } })
  await response.body?.cancel()
  jar.keep(callback, response.headers.getSetCookie())

  const token = jar.find(from, sessionCookie)
  if (token) return { cookie: `${sessionCookie}=${token}` }
  const ended = new URL(response.headers.get('location') ?? callback, callback)
  const refused = ended.searchParams.get('refused') ?? `status ${response.status}`
  throw new Error(`sign-in as ${subject} ended without a session at ${ended.pathname}: ${refused}`)
}

const sessionName = '__Host-lianban'
const signInName = '__Host-lianban-signin'
const secret = /^[A-Za-z0-9_-]{43}$/

// Lax, not Strict: the provider's redirect back and a link in a message arrive from another site.
const cookie = (name: string, value: string, maxAge: number): string =>
  `${name}=${value}; Path=/; Max-Age=${maxAge}; Secure; HttpOnly; SameSite=Lax`

/** The Set-Cookie line that gives a browser its session; the age is in seconds. */
export const sessionCookie = (token: string, maxAge: number): string => cookie(sessionName, token, maxAge)
export const clearedCookie = (): string => cookie(sessionName, '', 0)
/** The session token in a Cookie header, if it has the form of one. */
export const tokenOf = (header: string | null | undefined): string | undefined => secretIn(sessionName, header)

/** The Set-Cookie line that binds a sign-in to the browser that began it. */
export const signInCookie = (stateCookie: string): string => cookie(signInName, stateCookie, 600)
export const clearedSignInCookie = (): string => cookie(signInName, '', 0)
export const stateOf = (header: string | null | undefined): string | undefined => secretIn(signInName, header)

function secretIn(name: string, header: string | null | undefined): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const [key, value = ''] = pair.trim().split('=', 2)
    if (key === name) return secret.test(value) ? value : undefined
  }
  return undefined
}

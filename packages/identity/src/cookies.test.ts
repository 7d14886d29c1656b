import { expect, test } from 'vitest'
import { clearedCookie, clearedSignInCookie, sessionCookie, signInCookie, stateOf, tokenOf } from './cookies.ts'

const secret = 'aB_-'.padEnd(43, 'x')

test.each([
  ['session', sessionCookie(secret, 43_200), `__Host-lianban=${secret}`],
  ['cleared session', clearedCookie(), '__Host-lianban='],
  ['sign-in', signInCookie(secret), `__Host-lianban-signin=${secret}`],
  ['cleared sign-in', clearedSignInCookie(), '__Host-lianban-signin='],
])('[ID26] the %s cookie is sent over TLS only and hidden from scripts', (_name, line, start) => {
  const [pair, ...attributes] = line.split('; ')
  expect(pair).toBe(start)
  expect(attributes).toEqual(expect.arrayContaining(['Path=/', 'Secure', 'HttpOnly', 'SameSite=Lax']))
  expect(line).not.toMatch('Domain')
})

test('[ID26] a cleared cookie ends at once and a given one at its age', () => {
  expect(clearedCookie()).toMatch('Max-Age=0')
  expect(sessionCookie(secret, 43_200)).toMatch('Max-Age=43200')
})

test('[ID27] the token is found among other cookies, whatever their order', () => {
  const header = `a=1; __Host-lianban-signin=${'s'.repeat(43)}; __Host-lianban=${secret}; b=2`
  expect(tokenOf(header)).toBe(secret)
  expect(stateOf(header)).toBe('s'.repeat(43))
})

test.each([
  undefined,
  null,
  '',
  '__Host-lianban',
  '__Host-lianban=',
  '__Host-lianban=short',
  `__Host-lianban=${secret}x`,
  `__Host-lianban=${'%'.repeat(43)}`,
  `lianban=${secret}`,
  `x__Host-lianban=${secret}`,
])('[ID27] the cookie header %j holds no token of ours', (header) => {
  expect(tokenOf(header)).toBeUndefined()
})

import { clearedCookie, clearedSignInCookie, sessionCookie, signInCookie, stateOf, tokenOf } from '@lianban/identity'
import { Refusal } from '@lianban/kernel'
import { Hono } from 'hono'
import { z } from 'zod'
import type { Env, Parts } from './parts.ts'

/** From the sign-in page to the agency's provider and back; a refusal returns to the page with its code. */
export function signInRoutes({ identity, publicOrigin, absoluteHours }: Parts) {
  const refusedAt = (error: unknown) => {
    if (error instanceof Refusal) return `/sign-in?refused=${encodeURIComponent(error.code)}`
    throw error
  }
  return new Hono<Env>()
    .get('/sign-in', async (c) => {
      try {
        const { redirectTo, stateCookie } = await identity.beginSignIn({
          agencySlug: c.req.query('agency') ?? '',
          returnTo: c.req.query('returnTo') ?? '/',
        })
        c.header('set-cookie', signInCookie(stateCookie))
        return c.redirect(redirectTo.href)
      } catch (error) {
        return c.redirect(refusedAt(error))
      }
    })
    .get('/callback', async (c) => {
      const { search } = new URL(c.req.url)
      c.header('set-cookie', clearedSignInCookie(), { append: true })
      try {
        const finished = await identity.finishSignIn(
          new URL(`/auth/callback${search}`, publicOrigin),
          stateOf(c.req.header('cookie')),
          tokenOf(c.req.header('cookie')),
        )
        c.header('set-cookie', sessionCookie(finished.token, absoluteHours * 3600), { append: true })
        return c.redirect(finished.returnTo)
      } catch (error) {
        return c.redirect(refusedAt(error))
      }
    })
    .post('/sign-out', async (c) => {
      const actor = c.get('actor')
      if (!actor) return c.json({ code: 'session.none' }, 401)
      const asked = z.strictObject({ everywhere: z.boolean() }).safeParse(await c.req.json().catch(() => null))
      if (!asked.success) return c.json({ code: 'input.invalid' }, 400)
      await identity.signOut(actor, asked.data)
      c.header('set-cookie', clearedCookie())
      return c.json({})
    })
}

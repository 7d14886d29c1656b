import { clearedCookie, clearedSignInCookie, sessionCookie, signInCookie, stateOf, tokenOf } from '@lianban/identity'
import { Refusal } from '@lianban/kernel'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { z } from 'zod'
import { clientAddress } from './client-address.ts'
import type { Env, Parts } from './parts.ts'

const refusalWeight = 10

/** From the sign-in page to the agency's provider and back; a refusal returns to the page with its code. */
export function signInRoutes({ identity, publicOrigin, absoluteHours, signIns, isBehindProxy }: Parts) {
  const refusedAt = (c: Context, error: unknown) => {
    if (!(error instanceof Refusal)) throw error
    // A refusal costs an entry in the log, which nobody may fill at will.
    signIns.spend(clientAddress(c, isBehindProxy), refusalWeight)
    return `/sign-in?refused=${encodeURIComponent(error.code)}`
  }
  const limited: MiddlewareHandler<Env> = (c, next) => {
    if (signIns.spend(clientAddress(c, isBehindProxy))) return next()
    c.header('retry-after', String(signIns.secondsLeft()))
    return Promise.resolve(c.redirect('/sign-in?refused=identity.too-many-attempts'))
  }
  return new Hono<Env>()
    .use('/sign-in', limited)
    .use('/callback', limited)
    .get('/sign-in', async (c) => {
      try {
        const { redirectTo, stateCookie } = await identity.beginSignIn({
          agencySlug: c.req.query('agency') ?? '',
          returnTo: c.req.query('returnTo') ?? '/',
        })
        c.header('set-cookie', signInCookie(stateCookie))
        return c.redirect(redirectTo.href)
      } catch (error) {
        return c.redirect(refusedAt(c, error))
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
        return c.redirect(refusedAt(c, error))
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

import { serveStatic } from '@hono/node-server/serve-static'
import { trpcServer } from '@hono/trpc-server'
import { hubRouter } from '@lianban/hub'
import { tokenOf } from '@lianban/identity'
import { newId, type RequestId } from '@lianban/kernel'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { eventRoutes } from './event-routes.ts'
import { exportRoutes } from './export-routes.ts'
import { faultOf } from './fault.ts'
import { fileRoutes } from './file-routes.ts'
import { healthRoutes } from './health-routes.ts'
import { logRoutes } from './log-routes.ts'
import type { Env, Parts } from './parts.ts'
import { roomRoutes } from './room-routes.ts'
import { routeLabel } from './route-label.ts'
import { signInRoutes } from './sign-in-routes.ts'
import { refuseTooLarge } from './too-large.ts'
import { uploadRoutes } from './upload-routes.ts'

const notPages = /^\/(auth|log|trpc|rooms|events|exports|files|uploads|assets|healthz|readyz|metrics)(\/|$)/

/** Every route of the hub. Composition only: what a request may do is decided in packages/hub. */
export function makeApp(parts: Parts) {
  const { hub, identity, publicOrigin, webDir, log, metrics } = parts
  const app = new Hono<Env>()

  app.use(async (c, next) => {
    const started = performance.now()
    c.set('requestId', newId<RequestId>())
    await next()
    const route = routeLabel(c.req.path)
    const seconds = (performance.now() - started) / 1000
    metrics.requests.observe({ method: c.req.method, route, status: c.res.status }, seconds)
    // The path without its query: inputs travel in the query and do not belong in a log.
    const fields = { requestId: c.get('requestId'), method: c.req.method, path: c.req.path, status: c.res.status }
    log[c.res.status >= 500 ? 'error' : 'debug']({ ...fields, ms: Math.round(seconds * 1000) }, 'request')
  })
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        connectSrc: ["'self'", publicOrigin.replace(/^http/, 'ws')],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
      crossOriginOpenerPolicy: 'same-origin',
      ...(publicOrigin.startsWith('https:') ? {} : { strictTransportSecurity: false }),
    }),
  )
  app.route('/', healthRoutes(parts))
  app.route('/log', logRoutes(parts))

  for (const path of ['/auth/*', '/trpc/*', '/rooms/*', '/events', '/exports/*', '/files/*', '/uploads/*']) {
    // The bytes of an upload are measured where they are written.
    if (path !== '/uploads/*') app.use(path, bodyLimit({ maxSize: 1024 * 1024, onError: refuseTooLarge }))
    app.use(path, async (c, next) => {
      // A form or script of another site carries the cookie, but not our origin.
      const isReading = c.req.method === 'GET' || c.req.method === 'HEAD'
      if (!isReading && c.req.header('origin') !== publicOrigin) return c.json({ code: 'origin.foreign' }, 403)
      c.set('actor', await identity.whoIs(tokenOf(c.req.header('cookie'))))
      await next()
      parts.acted()
      // Last, since tRPC brings an answer of its own; an upgraded connection has no answer to put a header on.
      if (c.req.header('upgrade') === undefined || !c.res.ok) c.header('cache-control', 'no-store')
    })
  }
  app.route('/auth', signInRoutes(parts))
  app.route('/rooms', roomRoutes(parts))
  app.route('/events', eventRoutes(parts))
  app.route('/exports', exportRoutes(parts))
  app.route('/uploads', uploadRoutes(parts))
  app.route('/files', fileRoutes(parts))
  app.use(
    '/trpc/*',
    trpcServer({
      router: hubRouter,
      maxBatchSize: 50,
      createContext: (_options, c) => ({ hub, actor: c.get('actor'), requestId: c.get('requestId') }),
      onError({ error, path, ctx }) {
        if (error.code !== 'INTERNAL_SERVER_ERROR') return
        log.error(
          {
            fault: faultOf(error.cause ?? error),
            procedure: path,
            requestId: (ctx as { requestId?: string })?.requestId,
          },
          'fault',
        )
      },
    }),
  )

  app.use('/assets/*', async (c, next) => {
    await next()
    if (c.res.ok) c.header('cache-control', 'public, max-age=31536000, immutable')
  })
  const pages = (options: { path?: string }) =>
    serveStatic({
      root: webDir,
      onFound(path, c) {
        if (path.endsWith('.html')) c.header('cache-control', 'no-cache')
      },
      ...options,
    })
  app.use('/*', pages({}))
  // Pages are drawn by the browser; a path that looks like a file and is not there is simply not there.
  app.get('/*', async (c, next) => {
    if (/\.[a-z0-9]+$/i.test(c.req.path) || notPages.test(c.req.path)) return c.notFound()
    return pages({ path: 'index.html' })(c, next)
  })

  app.notFound((c) => c.json({ code: 'record.unseen' }, 404))
  app.onError((error, c) => {
    log.error({ fault: faultOf(error), requestId: c.get('requestId'), path: c.req.path }, 'fault')
    return c.json({ code: 'fault', requestId: c.get('requestId') }, 500)
  })
  return app
}

import { setTimeout as pause } from 'node:timers/promises'
import type { HttpBindings } from '@hono/node-server'
import type { Ref } from '@lianban/hub'
import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { z } from 'zod'
import type { Env, Parts } from './parts.ts'

const mostRecords = 50
/** A silent line is given up by proxies after half a minute or so. */
const heartbeatMs = 15_000

const Watched = z
  .string()
  .max(mostRecords * 60)
  .transform((text) => (text === '' ? [] : text.split(',')).map((part) => part.split(':')))
  .pipe(z.array(z.tuple([z.string().regex(/^[A-Z][A-Za-z]{1,40}$/), z.uuid()])).max(mostRecords))
  .transform((pairs): Ref[] => pairs.map(([kind, id]) => ({ kind, id })))

/** One stream of events for each open page: `GET /events?watch=Case:<id>,Clue:<id>`. */
export function eventRoutes({ streams, metrics }: Parts) {
  return new Hono<Env & { Bindings: HttpBindings }>().get('/', (c) => {
    const actor = c.get('actor')
    if (!actor) return c.json({ code: 'session.none' }, 401)
    // A page of another site could not read the answer, but it could hold the officer's streams open.
    if (!['same-origin', undefined].includes(c.req.header('sec-fetch-site')))
      return c.json({ code: 'origin.foreign' }, 403)
    const watched = Watched.safeParse(c.req.query('watch') ?? '')
    if (!watched.success) return c.json({ code: 'input.invalid' }, 400)
    // Proxies that gather an answer before they pass it on would hold events back.
    c.header('x-accel-buffering', 'no')
    const { outgoing } = c.env
    return streamSSE(c, async (line) => {
      const stream = streams.open(actor, watched.data, c.req.header('last-event-id') ?? c.req.query('from'))
      metrics.openPages.inc()
      line.onAbort(() => stream.end('superseded'))
      /** Whoever takes in nothing for so long is gone, or holds a line open that could not be closed in time. */
      const said = async (text: string) => {
        const isTaken = await Promise.race([
          line.write(text).then(() => true),
          pause(heartbeatMs, false, { ref: false }),
        ])
        if (!isTaken) outgoing.destroy()
        return isTaken
      }
      try {
        for (let told = await stream.said(heartbeatMs); told; told = await stream.said(heartbeatMs)) {
          if (line.aborted) break
          const marks = told.marks.map(streams.mark)
          const text = told.events.map(
            ({ event, ...data }, i) => `id: ${marks[i]}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`,
          )
          if (!(await said(text.join('') || `id: ${marks[0]}\n: still here\n\n`))) break
        }
      } finally {
        stream.end('superseded')
        streams.leave(stream)
        metrics.openPages.dec()
      }
    })
  })
}

import { upgradeWebSocket } from '@hono/node-server'
import { enterSection } from '@lianban/hub'
import { Refusal, SectionId } from '@lianban/kernel'
import { type Context, Hono } from 'hono'
import type { WebSocket } from 'ws'
import { agencyColor } from './agency-color.ts'
import type { Env, Parts } from './parts.ts'

const statuses = { invalid: 400, forbidden: 403, 'not-found': 404, conflict: 409 } as const

/** Live rooms: who asks, from which page and with which right is settled before the connection is upgraded. */
export function roomRoutes({ hub, rooms, attendance, metrics, publicOrigin }: Parts) {
  return new Hono<Env & { Variables: { right: 'write' | 'read' } }>().get(
    '/:sectionId',
    async (c, next) => {
      const actor = c.get('actor')
      if (!actor) return c.json({ code: 'session.none' }, 401)
      if (c.req.header('origin') !== publicOrigin) return c.json({ code: 'origin.foreign' }, 403)
      // Without an upgrade there is nobody to let in, so nothing goes into the log as entered.
      if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') return c.json({ code: 'room.upgrade-needed' }, 426)
      const sectionId = SectionId.safeParse(c.req.param('sectionId'))
      if (!sectionId.success) return c.json({ code: 'record.unseen' }, 404)
      try {
        const call = { hub, actor, requestId: c.get('requestId') }
        const { right } = await enterSection(call, { sectionId: sectionId.data })
        c.set('right', right)
      } catch (error) {
        if (error instanceof Refusal) return c.json({ code: error.code }, statuses[error.kind])
        throw error
      }
      return next()
    },
    upgradeWebSocket((c: Context) => {
      const actor = (c as Context<Env>).get('actor')!
      const { officer, sessionId } = actor
      const sectionId = c.req.param('sectionId')!
      const right = c.get('right') as 'write' | 'read'
      return {
        onOpen(_event, ws) {
          const socket = ws.raw as WebSocket
          attendance.enter(actor)
          metrics.liveConnections.inc()
          // A sync message that carries an update: somebody is at work, so the session is not idle.
          socket.on('message', (data: Buffer) => data[0] === 0 && data[1] === 2 && attendance.wrote(sessionId))
          const member = {
            sessionId,
            officerId: officer.id,
            agencyId: officer.agencyId,
            name: officer.postZh,
            agency: officer.agency.shortZh,
            color: agencyColor(officer.agencyId),
          }
          rooms.connect(socket, sectionId, member, right, { saved: c.req.query('saved') === '1' })
          // After the room's own listener, which still has to say on whose behalf it records the leaving.
          socket.on('close', () => {
            attendance.leave(sessionId)
            metrics.liveConnections.dec()
          })
        },
      }
    }),
  )
}

import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { sessionCookie } from '@lianban/identity'
import { newId } from '@lianban/kernel'
import { sha256 } from '@lianban/kernel/digest'
import pg from 'pg'
import type { HubServer } from '../../support/hub-server.ts'
import { knock } from '../../support/live-client.ts'
import { openEvents } from '../../support/page-events.ts'

/** One officer with a page and a room open; each settles with the time at which it was closed. */
export type Onlooker = { readonly page: Promise<number>; readonly room: Promise<number>; leave(): void }

/** As many officers of an agency as are wanted, each in a session of its own, entered past the sign-in. */
export async function enrol(hub: Pick<HubServer, 'ownerUrl'>, agencyId: string, count: number): Promise<string[]> {
  const owner = new pg.Client({ connectionString: hub.ownerUrl })
  await owner.connect()
  const cookies: string[] = []
  for (let i = 0; i < count; i++) {
    const [officerId, token] = [newId(), randomBytes(32).toString('base64url')]
    await owner.query(
      `insert into officers (id, agency_id, subject, post_zh, post_en, roles, registered_at)
       values ($1, $2, $3, '承办员', 'handler', '{handler}', now())`,
      [officerId, agencyId, `bench.${officerId}`],
    )
    await owner.query(
      `insert into sessions (id, token_hash, officer_id, agency_id, started_at, last_seen_at, expires_at)
       values ($1, $2, $3, $4, now(), now(), now() + interval '1 hour')`,
      [newId(), sha256(token), officerId, agencyId],
    )
    cookies.push(sessionCookie(token, 1).split(';')[0]!)
  }
  await owner.end()
  return cookies
}

/** Opens the case and its section as an officer's browser would, and waits until both are told of. */
export async function lookOn(
  hub: HubServer,
  cookie: string,
  open: { readonly caseId: string; readonly sectionId: string },
): Promise<Onlooker> {
  const { status, socket } = await knock({ origin: hub.origin, cookie, sectionId: open.sectionId })
  if (status !== 101) throw new Error(`the room answered ${status}`)
  const room = once(socket, 'close').then(() => performance.now())
  const page = await openEvents({ origin: hub.origin, cookie, watch: [`Case:${open.caseId}`] })
  const saying = (event: string) =>
    new Promise<number>((resolve) => page.on((told) => told.event === event && resolve(performance.now())))
  const closed = saying('closed')
  await saying('open')
  return {
    page: closed,
    room,
    leave() {
      page.leave()
      socket.terminate()
    },
  }
}

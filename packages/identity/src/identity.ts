import type { Database, Tx } from '@lianban/db'
import type { Clock, SessionId } from '@lianban/kernel'
import { eq } from 'drizzle-orm'
import { createProviders } from './providers.ts'
import type { RecordEvent } from './session-event.ts'
import { type EndReason, isSeenWorthWriting, overdue, type SessionLimits } from './session-limits.ts'
import { endSessions, findSession, listOverdue, listSessions, markSeen } from './sessions.ts'
import { createSignIn, type SignIn } from './sign-in.ts'
import { type SignedIn, signedInAs } from './signed-in.ts'
import { sessions } from './table.ts'

/** Who is this officer: signing in through the agency's own provider, and the sessions that follow. */
export type Identity = SignIn & {
  /** The officer of a live session; being asked keeps the session awake. */
  whoIs(token: string | undefined): Promise<SignedIn | undefined>
  /** Those of the sessions that are live, each with its officer as the register has them now. */
  whoAre(sessionIds: readonly SessionId[]): Promise<ReadonlyMap<SessionId, SignedIn>>
  signOut(signedIn: SignedIn, options: { everywhere: boolean }): Promise<void>
  /** For officers who write in a live room and call nothing else meanwhile. */
  keepAwake(sessionIds: readonly SessionId[]): Promise<void>
  /** Ends what has outlived a limit or belongs to a suspended officer, though nobody asked. To be called every minute or so. */
  endOverdue(): Promise<void>
  onSessionsEnded(heard: (sessionIds: SessionId[]) => void): void
}

export function createIdentity(
  options: {
    db: Database
    clock: Clock
    redirectUri: string
    allowInsecureIssuers: boolean
    record: RecordEvent
  } & SessionLimits,
): Identity {
  const { db, clock, record } = options
  const listeners: ((sessionIds: SessionId[]) => void)[] = []

  /** Runs the work, and once it is committed tells the listeners which sessions it ended. */
  async function announced<T>(work: (ended: SessionId[]) => Promise<T>): Promise<T> {
    const ended: SessionId[] = []
    const result = await work(ended)
    if (ended.length > 0) for (const heard of listeners) heard(ended)
    return result
  }

  async function expire(tx: Tx, sessionId: SessionId, reason: EndReason, now: Date): Promise<SessionId[]> {
    const ended = await endSessions(tx, eq(sessions.id, sessionId), reason, now)
    for (const one of ended)
      await record(tx, { act: 'session.expire', outcome: 'done', at: now, facts: { reason }, ...one })
    return ended.map((one) => one.sessionId)
  }

  const stateOf = (found: NonNullable<Awaited<ReturnType<typeof findSession>>>) => ({
    ...found.session,
    officerState: found.officer.state,
  })

  return {
    ...createSignIn({ db, clock, record, limits: options, providers: createProviders(options), announced }),

    async whoIs(token) {
      if (token === undefined) return undefined
      const now = clock.now()
      return announced((ended) =>
        db.transaction({ duty: 'sign-in' }, now, async (tx) => {
          const found = await findSession(tx, token)
          if (!found) return undefined
          const reason = overdue(stateOf(found), now, options)
          if (reason) {
            ended.push(...(await expire(tx, found.session.id, reason, now)))
            return undefined
          }
          if (isSeenWorthWriting(found.session.lastSeenAt, now, options)) await markSeen(tx, [found.session.id], now)
          return signedInAs(found, found.session.id)
        }),
      )
    },

    async whoAre(sessionIds) {
      const now = clock.now()
      const found = await db.transaction({ duty: 'sign-in' }, now, (tx) => listSessions(tx, sessionIds))
      const live = found.filter((one) => !overdue(stateOf(one), now, options))
      return new Map(live.map((one) => [one.session.id, signedInAs(one, one.session.id)]))
    },

    async signOut({ sessionId, officer }, { everywhere }) {
      const now = clock.now()
      const which = everywhere ? eq(sessions.officerId, officer.id) : eq(sessions.id, sessionId)
      const reason = everywhere ? 'signed-out-everywhere' : 'signed-out'
      await announced((ended) =>
        db.transaction({ agencyId: officer.agencyId, officerId: officer.id }, now, async (tx) => {
          for (const one of await endSessions(tx, which, reason, now)) {
            await record(tx, { act: 'session.sign-out', outcome: 'done', at: now, facts: { reason }, ...one })
            ended.push(one.sessionId)
          }
        }),
      )
    },

    /** For officers who write in a live room and call nothing else meanwhile. */
    keepAwake(sessionIds) {
      const now = clock.now()
      return db.transaction({ duty: 'sign-in' }, now, (tx) => markSeen(tx, sessionIds, now))
    },

    async endOverdue() {
      const now = clock.now()
      await announced((ended) =>
        db.transaction({ duty: 'sign-in' }, now, async (tx) => {
          for (const found of await listOverdue(tx, now, options)) {
            const reason = overdue(stateOf(found), now, options)
            if (reason) ended.push(...(await expire(tx, found.session.id, reason, now)))
          }
        }),
      )
    },

    onSessionsEnded(heard) {
      listeners.push(heard)
    },
  }
}

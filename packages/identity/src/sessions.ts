import type { Tx } from '@lianban/db'
import { newId, type SessionId } from '@lianban/kernel'
import { sha256 } from '@lianban/kernel/digest'
import { and, eq, inArray, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm'
import { newSecret } from './secret.ts'
import { type EndReason, expiryOf, idleSince, type SessionLimits } from './session-limits.ts'
import { type SignedIn, signedInAs } from './signed-in.ts'
import { agencies, officers, sessions } from './table.ts'

const isLive = isNull(sessions.endedAt)

const liveSessions = (tx: Tx) =>
  tx
    .select({ session: sessions, officer: officers, agency: agencies })
    .from(sessions)
    .innerJoin(officers, eq(officers.id, sessions.officerId))
    .innerJoin(agencies, eq(agencies.id, sessions.agencyId))

/** The officer of this agency whom its provider calls by this subject, suspended or not. */
export async function findOfficer(tx: Tx, agencyId: SignedIn['officer']['agencyId'], subject: string) {
  if (subject.includes('\0')) return undefined
  const [found] = await tx
    .select({ officer: officers, agency: agencies })
    .from(officers)
    .innerJoin(agencies, eq(agencies.id, officers.agencyId))
    .where(and(eq(officers.agencyId, agencyId), eq(officers.subject, subject)))
  return found
}

/** Opens a session; the token is answered once and only its digest is kept. */
export async function startSession(
  tx: Tx,
  registered: Parameters<typeof signedInAs>[0],
  now: Date,
  limits: SessionLimits,
): Promise<{ token: string; signedIn: SignedIn }> {
  const token = newSecret()
  const id = newId<SessionId>()
  await tx.insert(sessions).values({
    id,
    tokenHash: sha256(token),
    officerId: registered.officer.id,
    agencyId: registered.agency.id,
    startedAt: now,
    lastSeenAt: now,
    expiresAt: expiryOf(now, limits),
  })
  return { token, signedIn: signedInAs(registered, id) }
}

export async function findSession(tx: Tx, token: string) {
  const [found] = await liveSessions(tx).where(and(eq(sessions.tokenHash, sha256(token)), isLive))
  return found
}

export const listSessions = (tx: Tx, ids: readonly SessionId[]) =>
  liveSessions(tx).where(and(isLive, inArray(sessions.id, [...ids])))

/** Live sessions that have outlived a limit or whose officer was suspended. */
export const listOverdue = (tx: Tx, now: Date, limits: SessionLimits) =>
  liveSessions(tx)
    .where(
      and(
        isLive,
        or(
          lte(sessions.expiresAt, now),
          lte(sessions.lastSeenAt, idleSince(now, limits)),
          ne(officers.state, 'active'),
        ),
      ),
    )
    // Whatever another transaction holds is left to it or to the next round, so that ending many cannot deadlock.
    .for('update', { of: sessions, skipLocked: true })

export async function markSeen(tx: Tx, ids: readonly SessionId[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(sessions)
    .set({ lastSeenAt: sql`greatest(${sessions.lastSeenAt}, ${now.toISOString()}::timestamptz)` })
    .where(and(inArray(sessions.id, [...ids]), isLive))
}

/** Ends the live ones among these and answers which they were: of two who end the same session, one gets it. */
export const endSessions = (tx: Tx, which: SQL, reason: EndReason, now: Date) =>
  tx
    .update(sessions)
    .set({ endedAt: now, endReason: reason })
    .where(and(which, isLive))
    .returning({ sessionId: sessions.id, officerId: sessions.officerId, agencyId: sessions.agencyId })

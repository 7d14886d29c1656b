import type { Database, Tx } from '@lianban/db'
import { type AgencyId, type Clock, type OfficerId, Refusal, type SessionId } from '@lianban/kernel'
import { equalBytes, sha256 } from '@lianban/kernel/digest'
import { eq } from 'drizzle-orm'
import { type Agency, findAgency, keepPending, takePending } from './pending-sign-ins.ts'
import type { Providers } from './providers.ts'
import { refusals } from './refusals.ts'
import { returnPath } from './return-path.ts'
import { newSecret } from './secret.ts'
import type { RecordEvent } from './session-event.ts'
import type { SessionLimits } from './session-limits.ts'
import { endSessions, findOfficer, startSession } from './sessions.ts'
import type { SignedIn } from './signed-in.ts'
import { sessions } from './table.ts'

/** From our sign-in page to the agency's provider and back, with a session at the end. */
export type SignIn = {
  beginSignIn(input: { agencySlug: string; returnTo: string }): Promise<{ redirectTo: URL; stateCookie: string }>
  /** The third argument is the token the browser still held: its session ends when the new one begins. */
  finishSignIn(
    callbackUrl: URL,
    stateCookie: string | undefined,
    replacing?: string,
  ): Promise<{ token: string; returnTo: string; signedIn: SignedIn }>
}

export function createSignIn(options: {
  db: Database
  clock: Clock
  limits: SessionLimits
  record: RecordEvent
  providers: Providers
  announced<T>(work: (ended: SessionId[]) => Promise<T>): Promise<T>
}): SignIn {
  const { db, clock, limits, record, providers, announced } = options
  const asSignIn = <T>(work: (tx: Tx) => Promise<T>) => db.transaction({ duty: 'sign-in' }, clock.now(), work)

  /** Writes the refusal in a transaction of its own, since whatever it refused is rolled back or never began. */
  async function refused(refusal: unknown, whom: { agencyId?: AgencyId; officerId?: OfficerId } = {}): Promise<never> {
    if (refusal instanceof Refusal) {
      const { code, facts } = refusal
      const why = typeof facts.problem === 'string' ? { facts: { problem: facts.problem } } : {}
      const event = { act: 'session.refused', outcome: 'refused', at: clock.now(), code, ...why, ...whom } as const
      await asSignIn((tx) => record(tx, event))
    }
    throw refusal
  }

  async function takenPending(callbackUrl: URL, stateCookie: string | undefined) {
    const state = callbackUrl.searchParams.get('state')
    const pending = state === null ? undefined : await asSignIn((tx) => takePending(tx, state, clock.now()))
    if (state === null || !pending) return refused(refusals.signInExpired())
    // A link to the callback that somebody else began must not sign its reader in as them.
    if (stateCookie === undefined || !equalBytes(sha256(stateCookie), pending.stateHash)) {
      return refused(refusals.stateMismatch(), { agencyId: pending.agencyId })
    }
    return { ...pending, state }
  }

  async function openSession(tx: Tx, agency: Agency, subject: string, replacing: string | undefined) {
    const found = await findOfficer(tx, agency.id, subject)
    if (found?.officer.state !== 'active') return { ended: [], suspended: found?.officer.id }
    const now = clock.now()
    const opened = await startSession(tx, found, now, limits)
    const whose = { agencyId: agency.id, officerId: found.officer.id }
    await record(tx, {
      act: 'session.sign-in',
      outcome: 'done',
      at: now,
      sessionId: opened.signedIn.sessionId,
      ...whose,
    })
    if (replacing === undefined) return { ended: [], opened }

    const ended = await endSessions(tx, eq(sessions.tokenHash, sha256(replacing)), 'replaced', now)
    for (const one of ended) {
      await record(tx, { act: 'session.sign-out', outcome: 'done', at: now, facts: { reason: 'replaced' }, ...one })
    }
    return { ended, opened }
  }

  return {
    async beginSignIn({ agencySlug, returnTo: path }) {
      const returnTo = returnPath(path)
      const agency = await asSignIn((tx) => findAgency(tx, agencySlug))
      if (!agency) throw refusals.unknownAgency()
      const secrets = { state: newSecret(), nonce: newSecret(), codeVerifier: newSecret() }
      const redirectTo = await providers
        .authorizationUrl(agency, secrets)
        .catch((refusal: unknown) => refused(refusal, { agencyId: agency.id }))
      await asSignIn((tx) => keepPending(tx, { agency, secrets, returnTo, now: clock.now() }))
      return { redirectTo, stateCookie: secrets.state }
    },

    async finishSignIn(callbackUrl, stateCookie, replacing) {
      const pending = await takenPending(callbackUrl, stateCookie)
      const { agency, returnTo } = pending
      const subject = await providers
        .subjectOf(agency, callbackUrl, pending)
        .catch((refusal: unknown) => refused(refusal, { agencyId: agency.id }))

      const outcome = await announced(async (ended) => {
        const result = await asSignIn((tx) => openSession(tx, agency, subject, replacing))
        ended.push(...result.ended.map((one) => one.sessionId))
        return result
      })
      if (!outcome.opened) {
        const whom = { agencyId: agency.id, ...(outcome.suspended && { officerId: outcome.suspended }) }
        return refused(refusals.unknownOfficer(), whom)
      }
      return { ...outcome.opened, returnTo }
    },
  }
}

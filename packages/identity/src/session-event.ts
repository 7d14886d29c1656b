import type { Tx } from '@lianban/db'
import type { AgencyId, OfficerId, SessionId } from '@lianban/kernel'

/** What happened to a session or a sign-in, for the audit log: ids and codes only, nothing the provider said about a person. */
export type SessionEvent = {
  readonly act: 'session.sign-in' | 'session.sign-out' | 'session.refused' | 'session.expire'
  readonly outcome: 'done' | 'refused'
  readonly at: Date
  readonly agencyId?: AgencyId
  readonly officerId?: OfficerId
  readonly sessionId?: SessionId
  readonly code?: string
  readonly facts?: Readonly<Record<string, string>>
}

export type RecordEvent = (tx: Tx, event: SessionEvent) => Promise<void>

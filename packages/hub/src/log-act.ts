import { appendEntry, type Entry } from '@lianban/audit'
import type { Tx } from '@lianban/db'
import { type EntryId, newId } from '@lianban/kernel'
import type { Call } from './hub.ts'

type Whose = 'id' | 'at' | 'officerId' | 'agencyId' | 'sessionId' | 'requestId' | 'inputDigest'

/** Writes into the log what an officer did or was refused: who, for which agency, in which session and request. */
export const logAct = (
  tx: Tx,
  { actor, requestId }: Call,
  now: Date,
  act: Omit<Entry, Whose> & { readonly input?: unknown },
): Promise<EntryId> =>
  appendEntry(tx, {
    id: newId<EntryId>(),
    at: now,
    officerId: actor.officer.id,
    agencyId: actor.officer.agencyId,
    sessionId: actor.sessionId,
    requestId,
    ...act,
  })

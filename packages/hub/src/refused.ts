import { Refusal, type RefusalKind } from '@lianban/kernel'
import type { Call } from './hub.ts'
import { logAct } from './log-act.ts'

/** A mistyped form is no event; an attempt on something not one's own, or against the state of things, is. */
const isRecorded: Record<RefusalKind, boolean> = { invalid: false, forbidden: true, 'not-found': true, conflict: true }

/** What is tried. The case is known at once if the attempt names it, and otherwise once its record was found. */
export type Attempt = {
  readonly act: string
  readonly on: string
  readonly about: string | undefined
  caseId?: string | undefined
}

/** Runs an attempt; when it is refused, says so in the log in a transaction of its own, since the attempt's is rolled back. */
export async function recordingRefusals<Output>(
  call: Call,
  attempt: Attempt,
  work: () => Promise<Output>,
): Promise<Output> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal && isRecorded[error.kind]) {
      const { hub, actor } = call
      const now = hub.clock.now()
      const caseId = attempt.caseId ?? (attempt.on === 'Case' ? attempt.about : undefined)
      await hub.db.transaction({ agencyId: actor.officer.agencyId, officerId: actor.officer.id }, now, (tx) =>
        logAct(tx, call, now, {
          act: attempt.act,
          outcome: 'refused',
          code: error.code,
          ...(attempt.about && { subject: { kind: attempt.on, id: attempt.about } }),
          ...(caseId && { caseId }),
        }),
      )
    }
    throw error
  }
}

/** Nothing in place of a record that is absent or not the asker's to know; every other failure stays one. */
export function orAbsent(error: unknown): undefined {
  if (error instanceof Refusal && error.kind === 'not-found') return undefined
  throw error
}

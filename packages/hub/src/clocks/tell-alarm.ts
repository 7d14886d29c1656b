import { appendEntry } from '@lianban/audit'
import { type EntryId, newId, type SessionId } from '@lianban/kernel'
import type { Hub } from '../hub.ts'
import { tell } from '../news.ts'
import { tellOfficers } from '../tell-officers.ts'
import { minuteInChina } from '../time-in-china.ts'
import type { Stage } from './stage.ts'
import { markTold, waitingAlarms } from './store.ts'

type Keeping = Pick<Hub, 'db' | 'clock' | 'law'>

const acts: Record<Stage, string> = { warning: 'clock.warn', overdue: 'clock.overdue', escalation: 'clock.escalate' }

/** The alarms whose moment has come and that nobody was told of. */
export const dueAlarms = ({ db, clock }: Pick<Keeping, 'db' | 'clock'>, most: number): Promise<string[]> => {
  const now = clock.now()
  return db.transaction({ duty: 'clocks' }, now, (tx) => waitingAlarms(tx, now, most))
}

/**
 * Tells one alarm, if its clock still runs towards that instant. The mark, the entry in the log and the news are one
 * transaction, so a process that dies at any step has told it wholly or not at all; a second telling finds the mark.
 */
export function tellAlarm({ db, clock, law }: Keeping, alarmId: string): Promise<boolean> {
  const now = clock.now()
  return db.transaction({ duty: 'clocks' }, now, async (tx) => {
    const told = await markTold(tx, alarmId, now)
    if (!told) return false
    const { stage, clock: one } = told
    const { liableAgencyId, owedAgencyId, superiorAgencyId } = one
    const concerned = [liableAgencyId, owedAgencyId, ...(stage === 'escalation' ? [superiorAgencyId] : [])]
    await appendEntry(tx, {
      id: newId<EntryId>(),
      at: now,
      act: acts[stage],
      outcome: 'done',
      subject: { kind: one.matterKind, id: one.matterId },
      ...(one.recordKind === 'Case' && { caseId: one.recordId }),
      facts: {
        rule: one.rule,
        until: minuteInChina(one.dueAt!),
        ...(liableAgencyId && { agency: liableAgencyId }),
        ...(stage === 'escalation' && superiorAgencyId && { superior: superiorAgencyId }),
      },
    })
    await tell(tx, {
      what: 'record',
      about: [
        { kind: one.matterKind, id: one.matterId },
        { kind: one.recordKind, id: one.recordId },
      ],
      agencies: concerned.filter((id) => id !== null),
      // Nobody's page did it, so every page looks again.
      sessionId: newId<SessionId>(),
    })
    await tellOfficers(tx, { law }, now, {
      act: acts[stage],
      row: one,
      matter: { kind: one.matterKind, id: one.matterId },
      recordId: one.recordId,
      by: null,
    })
    return true
  })
}

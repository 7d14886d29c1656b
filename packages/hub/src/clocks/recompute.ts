import { appendEntry } from '@lianban/audit'
import { type EntryId, newId } from '@lianban/kernel'
import { ruleDigest } from '@lianban/law'
import type { Hub } from '../hub.ts'
import { lock } from '../lock.ts'
import { minuteInChina } from '../time-in-china.ts'
import { mattersNotBy } from './store.ts'
import { workOut } from './work-out.ts'

/**
 * Brings every running clock to the law as this process read it: a rule that changed, or a year that was published,
 * gives a new target and leaves the old one beside it. What moved is entered in the log. Answers how many moved.
 */
export async function recomputeClocks({ db, clock, law }: Pick<Hub, 'db' | 'clock' | 'law'>): Promise<number> {
  const digests = law.deadlines.rules.map((rule) => ruleDigest(law, rule))
  const matters = await db.transaction({ duty: 'clocks' }, clock.now(), (tx) => mattersNotBy(tx, digests))
  let count = 0
  for (const matterId of matters) {
    const now = clock.now()
    count += await db.transaction({ duty: 'clocks' }, now, async (tx) => {
      await lock(tx, 'Matter', matterId)
      const moved = await workOut(tx, law, matterId, now)
      for (const { clock: one, was } of moved)
        await appendEntry(tx, {
          id: newId<EntryId>(),
          at: now,
          act: 'clock.recompute',
          outcome: 'done',
          subject: { kind: one.matterKind, id: one.matterId },
          ...(one.recordKind === 'Case' && { caseId: one.recordId }),
          facts: { rule: one.rule, was: minuteOf(was), until: minuteOf(one.dueAt) },
        })
      return moved.length
    })
  }
  return count
}

/** A clock without a target waits for a calendar, or is paused. */
const minuteOf = (at: Date | null): string => (at ? minuteInChina(at) : '—')

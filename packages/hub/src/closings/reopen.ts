import { CaseId, stale } from '@lianban/kernel'
import { z } from 'zod'
import { tellAccessChanged } from '../access-changed.ts'
import { findCase, saveCase } from '../cases/index.ts'
import { line } from '../classification.ts'
import { command } from '../command.ts'
import { closingsOf, insertClosing } from './store.ts'

/** 恢复办理: the head reopens a case that was closed, and says why and by which paper; it stands again where it stood. */
export const reopenCase = command({
  name: 'case.reopen',
  on: 'Case',
  input: z.object({ caseId: CaseId, expectedVersion: z.int().positive(), paper: line(100), note: line(2000) }),
  about: ({ caseId }) => caseId,
  subject: ({ tx, input }) => findCase(tx, input.caseId, { lock: true }),
  async run({ input: { expectedVersion, paper, note }, subject, officer, tx, now }) {
    if (subject.version !== expectedVersion) throw stale({ expected: expectedVersion, found: subject.version })
    const before = await closingsOf(tx, subject.id)
    // A case of another agency that leads it was transferred to it.
    const entered = subject.leadAgencyId === subject.ownerAgencyId ? 'investigating' : 'transferred'
    const stage = before.at(-1)?.stage ?? entered
    await insertClosing(tx, {
      ...{ caseId: subject.id, nth: before.length + 1, move: 'reopened', ground: null, paper, note, stage },
      ...{ agencyId: officer.agencyId, movedBy: officer.id, movedAt: now },
    })
    await saveCase(tx, { ...subject, stage })
    await tellAccessChanged(tx, { kind: 'Case', id: subject.id })
    return { stage }
  },
})

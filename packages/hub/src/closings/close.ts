import { CaseId, stale } from '@lianban/kernel'
import { closingOf } from '@lianban/law'
import { z } from 'zod'
import { tellAccessChanged } from '../access-changed.ts'
import { besideOf, standingsOf } from '../case-steps/index.ts'
import { findCase, saveCase } from '../cases/index.ts'
import { line, text } from '../classification.ts'
import { command } from '../command.ts'
import { underWayIn } from '../handoffs/index.ts'
import type { Closing } from './closing.ts'
import { refusals } from './refusals.ts'
import { closingsOf, insertClosing } from './store.ts'

/**
 * 结案: the head of the agency that leads the case closes it as a whole, on a ground that the law opens where the case stands.
 * From then on nothing in it changes, its goods may be disposed of, and how long it has to be kept begins to run.
 */
export const closeCase = command({
  name: 'case.close',
  on: 'Case',
  input: z.object({
    caseId: CaseId,
    expectedVersion: z.int().positive(),
    ground: line(60),
    paper: line(100),
    note: text(2000).default(''),
  }),
  about: ({ caseId }) => caseId,
  subject: ({ tx, input }) => findCase(tx, input.caseId, { lock: true }),
  async run({ input, subject, officer, tx, now, hub }) {
    if (subject.version !== input.expectedVersion)
      throw stale({ expected: input.expectedVersion, found: subject.version })
    const { law } = hub
    const standings = besideOf(await standingsOf(tx, law, subject))
    const { owed, grounds } = closingOf(law, officer.agencyKind, standings)
    const [track] = owed
    if (track) {
      const { words, states } = law.tracks.tables[track]
      throw refusals.stepOwed(words, states[standings[track]!]!)
    }
    if (!grounds.some(({ id }) => id === input.ground)) throw refusals.groundNotOpen()
    const underWay = await underWayIn(tx, subject.id)
    if (underWay.length > 0) throw refusals.handoffUnderWay(underWay)
    const { ground, paper, note } = input
    await insertClosing(tx, {
      ...{
        caseId: subject.id,
        nth: (await closingsOf(tx, subject.id)).length + 1,
        move: 'closed',
        ground,
        paper,
        note,
      },
      stage: subject.stage as Closing['stage'],
      ...{ agencyId: officer.agencyId, movedBy: officer.id, movedAt: now },
    })
    await saveCase(tx, { ...subject, stage: 'closed' })
    await tellAccessChanged(tx, { kind: 'Case', id: subject.id })
    return { stage: 'closed' as const }
  },
  facts: ({ input }) => ({ closing: input.ground }),
})

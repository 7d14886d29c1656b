import { CaseId } from '@lianban/kernel'
import { closingOf, groundTold } from '@lianban/law'
import { z } from 'zod'
import { officerCards } from '../agencies/index.ts'
import { besideOf, standingsOf } from '../case-steps/index.ts'
import { findCase, hiddenInCase } from '../cases/index.ts'
import { underWayIn } from '../handoffs/index.ts'
import { find } from '../query.ts'
import { closingsOf } from './store.ts'

/** When and why the case was closed and reopened; to who may close it, on which grounds it may be, and what bars it. */
export const findClosing = find({
  name: 'case.closing',
  on: 'Case',
  action: 'read',
  input: z.strictObject({ caseId: CaseId }),
  about: ({ caseId }) => caseId,
  isLogged: false,
  subject: ({ tx, input }) => findCase(tx, input.caseId),
  async run({ subject, officer, tx, now, hub }) {
    const { law, policy } = hub
    const may = (action: string) => Boolean(policy.allows(officer, action, 'Case', subject))
    const can = { close: may('close'), reopen: may('reopen') }
    // A grant that keeps the events of a case back keeps this back.
    if (hiddenInCase({ hub, officer, now }, subject).includes('events'))
      return { stage: subject.stage, version: subject.version, history: [], offered: null, can }
    const kept = await closingsOf(tx, subject.id)
    const posts = await officerCards(
      tx,
      kept.map(({ movedBy }) => movedBy),
    )
    const groundOf = (id: string | null) => law.closing.grounds.find((ground) => ground.id === id)
    const history = kept.map(({ nth, move, ground: id, paper, note, movedBy, movedAt }) => {
      const ground = groundOf(id)
      return {
        ...{ nth, move, paper, note, movedAt, officer: posts.get(movedBy)! },
        ground: ground ? groundTold(law.laws, ground) : null,
      }
    })
    return { stage: subject.stage, version: subject.version, history, offered: can.close ? await offered() : null, can }

    async function offered() {
      const standings = besideOf(await standingsOf(tx, law, subject))
      const { owed, grounds } = closingOf(law, officer.agencyKind, standings)
      return {
        grounds,
        owed: owed.map((track) => {
          const { words, states } = law.tracks.tables[track]
          return { words, standingWords: states[standings[track]!]! }
        }),
        underWay: await underWayIn(tx, subject.id),
      }
    }
  },
})

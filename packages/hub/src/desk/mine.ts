import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { caseSummaries, pageOfCases } from '../cases/index.ts'
import { clueSummaries, pageOfClues } from '../clues/index.ts'
import { handoffs, handoffsWhere } from '../handoffs/index.ts'
import { list } from '../query.ts'
import { tasksOf } from './tasks.ts'

/** What waits for this officer, and what is new. */
export const myDesk = list({
  name: 'desk.mine',
  input: z.strictObject({}),
  async run(given) {
    const { officer, tx, hub } = given
    const { policy } = hub
    const cases = await pageOfCases(tx, policy.visible(officer, 'read', 'Case'), { limit: 5 })
    const clues = await pageOfClues(tx, policy.visible(officer, 'read', 'Clue'), { limit: 5 })
    const sent = await handoffsWhere(
      tx,
      policy.visible(officer, 'read', 'Handoff'),
      eq(handoffs.fromAgencyId, officer.agencyId),
    )
    const tasks = await tasksOf(given)
    const waiting = (...kinds: string[]) => tasks.filter(({ kind }) => kinds.includes(kind)).length
    return {
      counts: {
        cases: cases.total,
        clues: clues.total,
        toSign: waiting('handoff.sign'),
        toDecide: waiting('handoff.accept', 'handoff.dispatch'),
        awaitingThem: sent.filter(({ state }) => ['dispatched', 'delivered', 'signed_for'].includes(state)).length,
        agreementsToSign: waiting('agreement.sign'),
      },
      tasks,
      recentCases: await caseSummaries(tx, cases.rows.slice(0, 5)),
      recentClues: await clueSummaries(tx, clues.rows.slice(0, 5)),
    }
  },
})

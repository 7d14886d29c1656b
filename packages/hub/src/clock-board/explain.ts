import { ClockId } from '@lianban/kernel'
import { explainDeadline } from '@lianban/law'
import { z } from 'zod'
import { asReckoned, findClock } from '../clocks/index.ts'
import { find } from '../query.ts'
import { clockSummaries } from './summaries.ts'

/**
 * Why a clock ends when it does: article, arithmetic and calendar. One that was closed under a rule which has changed
 * since has its instants and no arithmetic.
 */
export const explainClock = find({
  name: 'clock.explain',
  on: 'Clock',
  input: z.strictObject({ clockId: ClockId }),
  about: ({ clockId }) => clockId,
  isLogged: false,
  subject: async ({ tx, input }) => {
    const clock = await findClock(tx, input.clockId)
    return { ...clock, caseId: clock.recordKind === 'Case' ? clock.recordId : undefined }
  },
  async run({ subject, officer, tx, now, hub }) {
    const [summary] = await clockSummaries(tx, [subject], { officer, hub, now })
    const clock = asReckoned(hub.law, subject)
    return { clock: summary!, explained: clock && explainDeadline(hub.law, clock) }
  },
})

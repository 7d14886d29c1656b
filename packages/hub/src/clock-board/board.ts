import { AgencyId } from '@lianban/kernel'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { boardStates, clocks, clocksWhere, inState } from '../clocks/index.ts'
import { PageInput, pageOf } from '../page.ts'
import { list } from '../query.ts'
import { clockSummaries } from './summaries.ts'

/** Every clock that concerns the officer's agency, its own and of those under it: the nearest end first. */
export const clockBoard = list({
  name: 'clock.board',
  input: PageInput.omit({ q: true }).extend({ state: z.enum(boardStates), liableAgencyId: AgencyId.optional() }),
  async run({ input, officer, tx, now, hub }) {
    const { state, liableAgencyId } = input
    const wanted = and(
      hub.policy.filter(officer, 'read', 'Clock'),
      inState(state, now),
      liableAgencyId && eq(clocks.liableAgencyId, liableAgencyId),
    )
    const { shown, nextCursor } = pageOf(await clocksWhere(tx, wanted, input), input, (row) => row.rankedAt)
    return { items: await clockSummaries(tx, shown, { officer, hub, now }), nextCursor }
  },
})

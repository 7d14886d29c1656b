import { and, eq, or } from 'drizzle-orm'
import { z } from 'zod'
import { clocks, clocksWhere } from '../clocks/index.ts'
import { PageInput, pageOf } from '../page.ts'
import { list } from '../query.ts'
import { clockSummaries } from './summaries.ts'

/** The clocks of a handoff, or of a case or clue and of everything handed over from it: the nearest end first. */
export const listClocksOf = list({
  name: 'clock.ofMatter',
  input: PageInput.omit({ q: true }).extend({ id: z.uuid() }),
  async run({ input, officer, tx, now, hub }) {
    const about = or(eq(clocks.matterId, input.id), eq(clocks.recordId, input.id))
    const rows = await clocksWhere(tx, and(hub.policy.filter(officer, 'read', 'Clock'), about), input)
    const { shown, nextCursor } = pageOf(rows, input, (row) => row.rankedAt)
    return { items: await clockSummaries(tx, shown, { officer, hub, now }), nextCursor }
  },
})

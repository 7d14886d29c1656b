import type { AgencyId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { agencyCards } from '../agencies/index.ts'
import { type BoardState, boardStates, clocks, inState } from '../clocks/index.ts'
import { list } from '../query.ts'

const count = (state: BoardState, now: Date) => sql<number>`(count(*) filter (where ${inState(state, now)}))::int`

/** How many clocks each agency answers for, by where they stand; those of the party of a case stand under nobody. */
export const clocksByAgency = list({
  name: 'clock.byAgency',
  input: z.strictObject({}),
  async run({ officer, tx, now, hub }) {
    const counts = Object.fromEntries(boardStates.map((state) => [state, count(state, now)]))
    const rows = await tx
      .select({ agencyId: clocks.liableAgencyId, ...(counts as Record<BoardState, ReturnType<typeof count>>) })
      .from(clocks)
      .where(hub.policy.filter(officer, 'read', 'Clock'))
      .groupBy(clocks.liableAgencyId)
    const cards = await agencyCards(
      tx,
      rows.flatMap(({ agencyId }) => agencyId ?? []),
    )
    const agencies = rows
      .map(({ agencyId, ...counted }) => ({
        agency: (agencyId && cards.get(agencyId as AgencyId)) || null,
        ...counted,
      }))
      .sort((a, b) => b.overdue - a.overdue || b.warned - a.warned || b.open - a.open)
    return { agencies }
  },
})

import { agencies } from '@lianban/identity'
import { AssistanceLetterId } from '@lianban/kernel'
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { list } from '../query.ts'
import { assistances } from './table.ts'

const count = (filter: ReturnType<typeof sql>) => sql<number>`(count(*) filter (where ${filter}))::int`

/** Where the agency's own requests stand, province by province; of one letter if one is named. */
export const assistanceProgress = list({
  name: 'assistance.progress',
  input: z.strictObject({ letterId: AssistanceLetterId.optional() }),
  async run({ input, officer, tx, now, hub }) {
    const { state, dueAt, isPaused, repliedAt } = assistances
    const isOpen = sql`${state} in ('sent', 'open', 'contested')`
    const provinces = await tx
      .select({
        province: sql<string>`substr(${agencies.region}, 1, 2)`,
        asked: count(sql`true`),
        open: count(isOpen),
        overdue: count(sql`${isOpen} and not ${isPaused} and ${dueAt} < ${now.toISOString()}::timestamptz`),
        replied: count(sql`${state} = 'replied'`),
        closed: count(sql`${state} = 'closed'`),
        refused: count(sql`${state} = 'refused'`),
        inTime: count(sql`${repliedAt} <= ${dueAt}`),
        answered: count(sql`${repliedAt} is not null`),
      })
      .from(assistances)
      .innerJoin(agencies, eq(agencies.id, assistances.toAgencyId))
      .where(
        and(
          hub.policy.filter(officer, 'read', 'Assistance'),
          eq(assistances.fromAgencyId, officer.agencyId),
          input.letterId && eq(assistances.letterId, input.letterId),
        ),
      )
      .groupBy(sql`1`)
      .orderBy(sql`1`)
    return { provinces }
  },
})

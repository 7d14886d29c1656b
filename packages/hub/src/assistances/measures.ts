import { and, eq, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { list } from '../query.ts'
import { assistances } from './table.ts'

const by = { lane: assistances.lane, kind: assistances.kind, pair: assistances.toAgencyId } as const

/** Minutes in the middle, by which half of the requests are done. */
const median = (until: ReturnType<typeof sql>) =>
  sql<
    number | null
  >`(percentile_cont(0.5) within group (order by extract(epoch from ${until} - ${assistances.sentAt}) / 60)
    filter (where ${until} is not null))::float`

/** How soon requests were signed in and answered, and how many of them in time: by lane, by kind, and by who was asked. */
export const assistanceMeasures = list({
  name: 'assistance.measures',
  input: z.strictObject({ by: z.enum(['lane', 'kind', 'pair']) }),
  async run({ input, officer, tx, hub }) {
    const column = by[input.by]
    const { sentAt, firstAnsweredAt, repliedAt, dueAt } = assistances
    const rows = await tx
      .select({
        name: sql<string | null>`${column}::text`,
        fromAgencyId:
          input.by === 'pair' ? sql<string | null>`${assistances.fromAgencyId}::text` : sql<string | null>`null`,
        asked: sql<number>`count(*)::int`,
        answered: sql<number>`count(${repliedAt})::int`,
        inTime: sql<number>`(count(*) filter (where ${repliedAt} <= ${dueAt}))::int`,
        firstMinutes: median(sql`${firstAnsweredAt}`),
        replyMinutes: median(sql`${repliedAt}`),
        fastest: sql<number | null>`(min(extract(epoch from ${repliedAt} - ${sentAt})) / 60)::float`,
      })
      .from(assistances)
      .where(
        and(
          hub.policy.filter(officer, 'read', 'Assistance'),
          or(eq(assistances.fromAgencyId, officer.agencyId), eq(assistances.toAgencyId, officer.agencyId)),
          sql`${sentAt} is not null`,
        ),
      )
      .groupBy(sql`1`, sql`2`)
      .orderBy(sql`3 desc`)
      .limit(100)
    const { lanes, kinds } = hub.law.assistance
    const words = (name: string | null) =>
      (name && ((input.by === 'lane' ? lanes[name]?.words : undefined) ?? kinds[name]?.words)) || null
    return { rows: rows.map((row) => ({ ...row, words: words(row.name) })) }
  },
})

import type { AgencyId } from '@lianban/kernel'
import { and, eq, gte, isNotNull, lt, notInArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { agencyCards } from '../agencies/index.ts'
import { clocks } from '../clocks/index.ts'
import { list } from '../query.ts'
import { handoffReceipts, handoffs } from './table.ts'

const Day = z.iso.datetime({ offset: true }).optional()

/**
 * How far what agencies handed each other came: sent, signed for, accepted, returned and for which reasons, overdue. Over
 * what the officer may read, pair by pair; what was never sent, or taken back, is not in it.
 */
export const handoffFunnel = list({
  name: 'handoff.funnel',
  input: z.strictObject({ from: Day, until: Day }),
  async run({ input, officer, tx, now, hub }) {
    const { law, policy } = hub
    const wanted = and(
      policy.filter(officer, 'read', 'Handoff'),
      notInArray(handoffs.state, ['prepared', 'cancelled']),
      input.from ? gte(handoffs.preparedAt, new Date(input.from)) : undefined,
      input.until ? lt(handoffs.preparedAt, new Date(input.until)) : undefined,
    )
    const pair = { from: handoffs.fromAgencyId, to: handoffs.toAgencyId }
    const came = (...rungs: string[]) =>
      sql<number>`(count(*) filter (where exists (select from handoff_receipts r
        where r.handoff_id = handoffs.id and r.rung = any (${sql.param(rungs)}::text[]))))::int`
    const counted = await tx
      .select({
        ...pair,
        sent: sql<number>`count(*)::int`,
        signed: came('signed_for'),
        accepted: came('accepted', 'accepted_in_part'),
        returned: came('returned'),
        forwarded: sql<number>`(count(*) filter (where ${handoffs.state} = 'forwarded'))::int`,
      })
      .from(handoffs)
      .where(wanted)
      .groupBy(handoffs.fromAgencyId, handoffs.toAgencyId)
    const late = await tx
      .select({ ...pair, count: sql<number>`(count(distinct ${handoffs.id}))::int` })
      .from(handoffs)
      .innerJoin(clocks, eq(clocks.matterId, handoffs.id))
      .where(
        and(
          wanted,
          policy.filter(officer, 'read', 'Clock'),
          isNotNull(clocks.dueAt),
          sql`${clocks.dueAt} < coalesce(${clocks.closedAt}, ${clocks.withdrawnAt}, ${now})`,
        ),
      )
      .groupBy(handoffs.fromAgencyId, handoffs.toAgencyId)
    const why = await tx
      .select({ ...pair, code: sql<string>`reason.code`, count: sql<number>`count(*)::int` })
      .from(handoffs)
      .innerJoin(handoffReceipts, eq(handoffReceipts.handoffId, handoffs.id))
      .innerJoin(sql`lateral unnest(${handoffReceipts.reasons}) as reason(code)`, sql`true`)
      .where(and(wanted, eq(handoffReceipts.rung, 'returned')))
      .groupBy(handoffs.fromAgencyId, handoffs.toAgencyId, sql`reason.code`)
    const cards = await agencyCards(
      tx,
      counted.flatMap(({ from, to }) => [from, to]),
    )
    const ofPair = (one: { from: AgencyId; to: AgencyId }) => (other: { from: AgencyId; to: AgencyId }) =>
      one.from === other.from && one.to === other.to
    const pairs = counted
      .map((row) => ({
        ...row,
        from: cards.get(row.from)!,
        to: cards.get(row.to)!,
        overdue: late.find(ofPair(row))?.count ?? 0,
        reasons: why
          .filter(ofPair(row))
          .map(({ code, count }) => ({
            code,
            words: law.materials.reasons.find((reason) => reason.code === code)?.words ?? { zh: code, en: code },
            count,
          }))
          .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
      }))
      .sort((a, b) => b.sent - a.sent || (a.from.slug < b.from.slug ? -1 : 1))
    return { pairs }
  },
})

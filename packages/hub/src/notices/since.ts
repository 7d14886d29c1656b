import type { AgencyId, OfficerId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import type { Hub } from '../hub.ts'

/** One notice as a page is told of it: enough to ring, and nothing of what it is about. */
export type NoticeSaid = {
  readonly officerId: OfficerId
  readonly number: number
  readonly kind: string
  readonly isUrgent: boolean
}

type Row = {
  readonly last: string
  readonly officer: OfficerId | null
  readonly number: string
  readonly kind: string
  readonly urgent: boolean
}

/**
 * What these officers of one agency were told after a number, and how far that reaches: one statement sees all of it,
 * because whoever takes a number holds the next one back until the commit. Without a number it is only how far.
 */
export async function noticesSince(
  { db, clock }: Pick<Hub, 'db' | 'clock'>,
  asked: { readonly agencyId: AgencyId; readonly after: number | undefined; readonly officerIds: readonly OfficerId[] },
): Promise<{ readonly last: number; readonly said: readonly NoticeSaid[] }> {
  const { agencyId, after, officerIds } = asked
  const { rows } = await db.transaction({ duty: 'live' }, clock.now(), (tx) =>
    tx.execute<Row>(sql`select m.last, n.officer_id as officer, n.number, n.kind, n.is_urgent as urgent
      from notice_marks m
      left join notices n on n.agency_id = m.agency_id and n.number > coalesce(${after ?? null}::bigint, m.last)
        and n.officer_id = any (${sql.param([...officerIds])}::uuid[])
      where m.agency_id = ${agencyId}::uuid order by n.number`),
  )
  const said = rows.flatMap(({ officer, number, kind, urgent }) =>
    officer ? [{ officerId: officer, number: Number(number), kind, isUrgent: urgent }] : [],
  )
  return { last: Number(rows[0]?.last ?? 0), said }
}

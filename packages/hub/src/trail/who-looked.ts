import { leastIdAt } from '@lianban/audit'
import type { AgencyId, OfficerId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { agencyCards, officerCards } from '../agencies/index.ts'
import { list } from '../query.ts'
import { looks } from './groups.ts'
import { onOwnRecords, ownRecords } from './own-records.ts'
import { purposesOf } from './purposes.ts'

type Row = {
  readonly agency: AgencyId
  readonly officer: OfficerId | null
  readonly record: string
  readonly looked: number
  readonly taken: number
  readonly refused: number
  readonly first: string
  readonly last: string
}

const shown = 200

/** Who in other agencies looked at the records of the own agency, took them along or was refused, and for what purpose. */
export const whoLookedAtOurs = list({
  name: 'audit.looked',
  input: z.strictObject({ days: z.int().min(1).max(3650).optional(), recordId: z.uuid().optional() }),
  async run({ input, officer, tx, now, hub }) {
    const since = new Date(now.getTime() - (input.days ?? 30) * 24 * 3600_000)
    const ofRecord = input.recordId
      ? sql`and (e.case_id::text = ${input.recordId} or e.subject_id = ${input.recordId})`
      : sql``
    const { rows } = await tx.execute<Row>(sql`
      select e.agency_id as agency, e.officer_id as officer, coalesce(e.case_id::text, e.subject_id) as record,
        count(*) filter (where e.outcome = 'done')::int as looked,
        count(*) filter (where e.outcome = 'done' and e.act in ('clue.export', 'section.copyKey'))::int as taken,
        count(*) filter (where e.outcome = 'refused')::int as refused, min(e.at) as first, max(e.at) as last
      from looks_at_own_records(${leastIdAt(since)}::uuid, ${sql.param([...looks])}::text[]) e
      where e.at >= ${since.getTime()} and ${onOwnRecords({ hub, officer })} ${ofRecord}
      group by 1, 2, 3 order by max(e.id::text) desc limit ${shown + 1}`)
    const page = rows.slice(0, shown)
    const agencies = await agencyCards(
      tx,
      page.map(({ agency }) => agency),
    )
    const posts = await officerCards(
      tx,
      page.flatMap(({ officer: one }) => one ?? []),
    )
    const records = await ownRecords(
      tx,
      { hub, officer },
      page.map(({ record }) => record),
    )
    const lookOf = ({ record, agency, last }: Row) => ({
      recordId: record,
      agencyId: agency,
      at: new Date(Number(last)),
    })
    const purposeOf = await purposesOf(tx, page.map(lookOf))
    return {
      items: page.map((row) => {
        const post = row.officer ? posts.get(row.officer) : undefined
        return {
          agency: agencies.get(row.agency) ?? null,
          officerId: row.officer,
          post: post ? { zh: post.postZh, en: post.postEn } : null,
          record: records.get(row.record) ?? null,
          looked: row.looked,
          taken: row.taken,
          refused: row.refused,
          firstAt: new Date(Number(row.first)),
          lastAt: new Date(Number(row.last)),
          purpose: purposeOf(lookOf(row)),
        }
      }),
      hasMore: rows.length > shown,
    }
  },
})

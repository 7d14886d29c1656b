import { plannedOnce, type Tx } from '@lianban/db'
import type { Officer } from '@lianban/policy'
import { desc, type SQL, sql } from 'drizzle-orm'
import { cases } from '../../../packages/hub/src/cases/table.ts'
import { now } from './viewers.ts'

/** What a person would write for exactly these questions: no rules, no wall, the index always in mind. */

export type Place = { readonly at: Date; readonly id: string }

const before = (after: Place | undefined, at: SQL, id: SQL): SQL =>
  after ? sql`and (${at}, ${id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)` : sql``

const isGranted = ({ agencyId, id }: Officer, record: SQL) => sql`exists (
  select 1 from grants g where g.record_id = ${record} and g.record_kind = 'Case' and g.grantee_id in (${agencyId}, ${id})
    and g.grantee_agency_id = ${agencyId} and g.state = 'live' and g.expires_at > ${now.toISOString()})`

/** The records of a page that was found already, as the program reads them; no wall. */
export async function recordsOf(tx: Tx, page: SQL) {
  const rows = await tx
    .select({ row: cases })
    .from(cases)
    .innerJoin(sql`${plannedOnce} ${page} as page`, sql`page.id = ${cases.id}`)
    .orderBy(desc(cases.openedAt), desc(cases.id))
  return rows.map(({ row }) => row)
}

/** The floor: the newest of all, whoever asks. */
export const unfiltered = (tx: Tx, limit: number) =>
  tx.select().from(cases).orderBy(desc(cases.openedAt), desc(cases.id)).limit(limit)

/** What comes to mind first. */
export const obvious = (tx: Tx, officer: Officer, limit: number) =>
  tx
    .select()
    .from(cases)
    .where(
      sql`owner_agency_id = ${officer.agencyId} or lead_agency_id = ${officer.agencyId} or ${isGranted(officer, sql`cases.id`)}`,
    )
    .orderBy(desc(cases.openedAt), desc(cases.id))
    .limit(limit)

export const best = (tx: Tx, { agencyId, id }: Officer, limit: number, after?: Place) =>
  recordsOf(
    tx,
    sql`(
      select * from (
        (select opened_at as at, id from cases where owner_agency_id = ${agencyId} ${before(after, sql`opened_at`, sql`id`)}
          order by opened_at desc, id desc limit ${limit})
        union
        (select opened_at, id from cases where lead_agency_id = ${agencyId} ${before(after, sql`opened_at`, sql`id`)}
          order by opened_at desc, id desc limit ${limit})
        union
        (select distinct record_at, record_id from grants where grantee_id = ${agencyId} and grantee_agency_id = ${agencyId}
            and record_kind = 'Case' and state = 'live' and expires_at > ${now.toISOString()}
            ${before(after, sql`record_at`, sql`record_id`)}
          order by record_at desc, record_id desc limit ${limit})
        union
        (select distinct record_at, record_id from grants where grantee_id = ${id} and grantee_agency_id = ${agencyId}
            and record_kind = 'Case' and state = 'live' and expires_at > ${now.toISOString()}
            ${before(after, sql`record_at`, sql`record_id`)}
          order by record_at desc, record_id desc limit ${limit})
      ) ways order by at desc, id desc limit ${limit}
    )`,
  )

export const counted = (tx: Tx, { agencyId, id }: Officer) =>
  tx.execute<{ total: number }>(sql`
    select ${plannedOnce} count(*)::int as total from (
      select id from cases where owner_agency_id = ${agencyId}
      union select id from cases where lead_agency_id = ${agencyId}
      union select record_id from grants where grantee_id in (${agencyId}, ${id}) and grantee_agency_id = ${agencyId}
        and record_kind = 'Case' and state = 'live' and expires_at > ${now.toISOString()}) seen`)

import type { Tx } from '@lianban/db'
import type { AgencyId, ClueId, HitQueryId } from '@lianban/kernel'
import { and, asc, desc, inArray, type SQL, sql } from 'drizzle-orm'
import type { HandlingCode, Label } from '../classification.ts'
import type { Clue } from '../clues/index.ts'
import { after, rowsToFetch } from '../page.ts'
import type { Hit, HitQuery } from './hit-query.ts'
import { hitAnswers, hitMatches, hitQueries } from './table.ts'

export async function insertQuery(tx: Tx, query: HitQuery): Promise<void> {
  await tx.insert(hitQueries).values(query)
}

/** Every record that names the number, whoever owns it; the database notes for each other owner that this was asked. */
export async function findHits(tx: Tx, id: HitQueryId, digest: Buffer): Promise<Hit[]> {
  const { rows } = await tx.execute<{
    id: ClueId
    owner_agency_id: AgencyId
    label: Label
    handling_code: HandlingCode
    state: Clue['state']
    is_restricted: boolean
  }>(sql`select * from find_hits(${id}, ${digest})`)
  return rows.map(
    ({ owner_agency_id: ownerAgencyId, handling_code: handlingCode, is_restricted: isRestricted, ...row }) => ({
      ...row,
      ownerAgencyId,
      handlingCode,
      isRestricted,
    }),
  )
}

export async function insertAnswers(tx: Tx, answers: (typeof hitAnswers.$inferInsert)[]): Promise<void> {
  if (answers.length) await tx.insert(hitAnswers).values(answers)
}

export const pageOfQueries = (
  tx: Tx,
  filter: SQL | undefined,
  input: { readonly cursor?: string | undefined; readonly limit?: number | undefined },
): Promise<HitQuery[]> =>
  tx
    .select()
    .from(hitQueries)
    .where(and(filter, after(input.cursor, hitQueries.askedAt, hitQueries.id)))
    .orderBy(desc(hitQueries.askedAt), desc(hitQueries.id))
    .limit(rowsToFetch(input))

export const answersTo = (tx: Tx, ids: readonly HitQueryId[]) =>
  tx
    .select()
    .from(hitAnswers)
    .where(inArray(hitAnswers.queryId, [...ids]))
    .orderBy(asc(hitAnswers.id))

/** The own records that questions were about. */
export const matchesOf = (tx: Tx, ids: readonly HitQueryId[]) =>
  tx
    .select()
    .from(hitMatches)
    .where(inArray(hitMatches.queryId, [...ids]))

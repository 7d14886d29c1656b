import type { Tx } from '@lianban/db'
import type { AgencyId, EntryId, OfficerId, SessionId } from '@lianban/kernel'
import { type SQL, sql } from 'drizzle-orm'
import { type Entry, entryOf } from './entry.ts'

export type EntryFilter = {
  /** Entries of the case, on any of the subjects, or on sessions that touched the case: one of the three is enough. */
  readonly caseId?: string
  readonly subjectIds?: readonly string[]
  readonly withSessionsOfCase?: string
  readonly officerId?: OfficerId
  readonly agencyId?: AgencyId
  readonly sessionId?: SessionId
  readonly acts?: readonly string[]
  readonly outcome?: Entry['outcome']
  readonly from?: Date
  readonly until?: Date
  /** What else must hold of an entry, which is called e. */
  readonly within?: SQL
  /** The last entry of the page before. */
  readonly before?: EntryId
  readonly limit: number
}

export type ListedEntry = { readonly entry: Entry; readonly index: number | null; readonly leafHash: string | null }

/** Newest first, within what the transaction's own context may see. The index is null until the entry is in the tree. */
export async function listEntries(tx: Tx, filter: EntryFilter): Promise<ListedEntry[]> {
  const about = [
    ...(filter.caseId === undefined ? [] : [sql`e.case_id = ${filter.caseId}`]),
    ...(filter.subjectIds === undefined ? [] : [sql`e.subject_id in ${[...filter.subjectIds, '']}`]),
    // An array and not "in (select …)": beside an "or" only a constant finds the index.
    ...(filter.withSessionsOfCase === undefined
      ? []
      : [
          sql`(e.act like 'session.%' and e.session_id = any (array(
            select distinct session_id from audit_entries where case_id = ${filter.withSessionsOfCase}
              or subject_id in ${[...(filter.subjectIds ?? []), '']})))`,
        ]),
  ]
  const conditions: SQL[] = [
    ...(about.length > 0 ? [sql`(${sql.join(about, sql` or `)})`] : []),
    ...(filter.officerId === undefined ? [] : [sql`e.officer_id = ${filter.officerId}`]),
    ...(filter.agencyId === undefined ? [] : [sql`e.agency_id = ${filter.agencyId}`]),
    ...(filter.sessionId === undefined ? [] : [sql`e.session_id = ${filter.sessionId}`]),
    ...(filter.acts === undefined ? [] : [sql`e.act in ${[...filter.acts, '']}`]),
    ...(filter.outcome === undefined ? [] : [sql`e.outcome = ${filter.outcome}`]),
    ...(filter.from === undefined ? [] : [sql`e.at >= ${filter.from.getTime()}`]),
    ...(filter.until === undefined ? [] : [sql`e.at < ${filter.until.getTime()}`]),
    ...(filter.within === undefined ? [] : [filter.within]),
    ...(filter.before === undefined ? [] : [sql`e.id < ${filter.before}`]),
    sql`true`,
  ]
  const { rows } = await tx.execute<{ body: string; leaf_index: string | null; leaf_hash: Buffer | null }>(sql`
    select e.body, e.leaf_index, e.leaf_hash from audit_entries e
    where ${sql.join(conditions, sql` and `)} order by e.id desc limit ${filter.limit}`)
  return rows.map((row) => ({
    entry: entryOf(row.body),
    index: row.leaf_index === null ? null : Number(row.leaf_index),
    leafHash: row.leaf_hash?.toString('hex') ?? null,
  }))
}

import type { Tx } from '@lianban/db'
import type { VisibleRows } from '@lianban/policy'
import { and, getTableName, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { WalledList } from './seen-rows.ts'
import { mentions, patternOf, queryOf } from './words.ts'

type Place = { readonly at: Date; readonly id: string }

type Asked = {
  readonly visible: VisibleRows
  readonly list: WalledList
  /** The function that looks the phrase up behind the wall. */
  readonly saying: 'cases_saying' | 'clues_saying'
  /** What nothing ever withholds. */
  readonly openly: readonly AnyPgColumn[]
  /** What else the records must meet. */
  readonly where?: SQL | undefined
  readonly phrase: string
  readonly limit: number
  readonly after: Place | undefined
}

/** Ids of the visible records that say a phrase, newest first, and their number, unless they are too many to count. */
export async function placesSaying(tx: Tx, asked: Asked): Promise<{ ids: string[]; total: number | null }> {
  const ids: string[] = []
  for (let from = asked.after; ; ) {
    const found = await lookUp(tx, { ...asked, after: from })
    if (found.isAll && found.looked > 0)
      return { ids: found.ids.slice(0, asked.limit), total: found.ids.length + found.before }
    ids.push(...found.ids)
    const isWhole = found.looked < asked.limit
    if (isWhole || ids.length >= asked.limit)
      return { ids: ids.slice(0, asked.limit), total: isWhole && !asked.after ? ids.length : null }
    // The wall let rows through that the rules do not: the page is not full yet.
    from = { at: found.lastAt!, id: found.lastId! }
  }
}

type Found = {
  readonly looked: number
  readonly isAll: boolean
  readonly lastAt: Date | null
  readonly lastId: string | null
  /** Visible ones on the pages before, where all were looked up. */
  readonly before: number
  readonly ids: string[]
}

async function lookUp(tx: Tx, { visible, list, saying, openly, where, phrase, limit, after }: Asked): Promise<Found> {
  const place: SQL = after ? sql`${after.at.toISOString()}::timestamptz, ${after.id}::uuid` : sql`null, null`
  const isHere = after ? sql`(at, id) < (${place})` : sql`true`
  // What grants withhold the function knows; where rules withhold something too, only what is open to all may find a row.
  const isShown = and(where, visible.withholds.length > 0 ? mentions(phrase, ...openly) : sql`true`)
  // The wall looks at all of them in one go; the rules row by row, which the inner `select` sees to: else the planner may
  // hash everything that was ever granted for fifty rows.
  const { rows } = await tx.execute<Record<keyof Found, unknown>>(sql`
    with said as materialized (
      select * from ${sql.identifier(saying)}(${queryOf(phrase)}::tsquery, ${patternOf(phrase)}, ${limit}, ${place})),
    open as materialized (
      select said.id, said.at
      from ${sql.identifier(list.seen)}(array(select id from said)) as ${sql.identifier(getTableName(list.table))}
      join said on said.id = ${list.id} where (select ${visible.condition} and ${isShown}))
    select (select count(*)::int from said) as looked, coalesce((select bool_or(is_all) from said), true) as "isAll",
      (select at from said order by at, id limit 1) as "lastAt", (select id from said order by at, id limit 1) as "lastId",
      (select count(*)::int from open where not ${isHere}) as before,
      array(select id from open where ${isHere} order by at desc, id desc) as ids`)
  const [row] = rows
  return { ...row, lastAt: row?.lastAt === null ? null : new Date(String(row?.lastAt)) } as Found
}

import { plannedOnce, type Tx } from '@lianban/db'
import { Refusal } from '@lianban/kernel'
import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { text } from './classification.ts'
import { placesSaying } from './saying.ts'

export const PageInput = z.strictObject({
  q: text(100).optional(),
  cursor: z.base64url().max(200).optional(),
  limit: z.int().min(1).max(100).optional(),
})
export type PageInput = z.infer<typeof PageInput>

const badCursor = () =>
  new Refusal('invalid', 'page.cursor', {
    zh: '翻页位置已失效，请从第一页重新开始。',
    en: 'This place in the list is no longer valid. Start again from the first page.',
  })

export const cursorOf = (at: Date, id: string): string => Buffer.from(`${at.toISOString()}|${id}`).toString('base64url')

const limitOf = (input: PageInput): number => input.limit ?? 50

/** How many rows to fetch: one more than the page shows tells whether another page follows. */
export const rowsToFetch = (input: PageInput): number => limitOf(input) + 1

/** The rows that the page shows, and the place where the next one begins. */
export function pageOf<Row extends { readonly id: string }>(
  rows: readonly Row[],
  input: PageInput,
  at: (row: Row) => Date,
): { shown: readonly Row[]; nextCursor: string | null } {
  const shown = rows.slice(0, limitOf(input))
  const last = shown.at(-1)
  return { shown, nextCursor: last && rows.length > shown.length ? cursorOf(at(last), last.id) : null }
}

/** The last row of the page before: rows follow it newest first, by (time, id). */
function placeOf(cursor: string | undefined): { at: Date; id: string } | undefined {
  if (!cursor) return undefined
  const [time, last] = Buffer.from(cursor, 'base64url').toString().split('|')
  if (!z.iso.datetime().safeParse(time).success || !z.uuid().safeParse(last).success) throw badCursor()
  return { at: new Date(time!), id: last! }
}

/** Rows after the cursor, newest first by (time, id), for a list that is read from its table. */
export function after(cursor: string | undefined, at: AnyColumn, id: AnyColumn): SQL | undefined {
  const place = placeOf(cursor)
  return place && sql`(${at}, ${id}) < (${place.at.toISOString()}::timestamptz, ${place.id}::uuid)`
}

/** The same for a list that begins with what is oldest. */
export function afterUpwards(cursor: string | undefined, at: AnyColumn | SQL, id: AnyColumn): SQL | undefined {
  const place = placeOf(cursor)
  return place && sql`(${at}, ${id}) > (${place.at.toISOString()}::timestamptz, ${place.id}::uuid)`
}

type Listed = Pick<Parameters<typeof placesSaying>[1], 'visible' | 'list' | 'saying' | 'openly' | 'where'>

/** The places on the asked page, as a subquery to join, and the number of all; null when they are too many to count. */
export async function placesOnPage(
  tx: Tx,
  { visible, where, ...listed }: Listed,
  { q, ...input }: PageInput,
): Promise<{ page: SQL; total: () => Promise<number | null> }> {
  const wanted = { limit: rowsToFetch(input), after: placeOf(input.cursor) }
  if (!q?.trim()) return { page: visible.page({ ...wanted, where }), total: () => numberOf(tx, visible.count(where)) }
  const { ids, total } = await placesSaying(tx, { visible, where, ...listed, phrase: q, ...wanted })
  return { page: sql`(select id from unnest(${`{${ids.join()}}`}::uuid[]) id)`, total: async () => total }
}

async function numberOf(tx: Tx, count: SQL): Promise<number> {
  const { rows } = await tx.execute<{ total: number }>(sql`select ${plannedOnce} ${count} as total`)
  return rows[0]?.total ?? 0
}

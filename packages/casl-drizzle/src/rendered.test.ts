import { type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPaper, aWorld, model, readingIf } from './papers-world.ts'
import { filled, rendered } from './rendered.ts'
import { visibleOf } from './visible.ts'

let world: Awaited<ReturnType<typeof aWorld>>
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const same = (value: unknown) => value
const textOf = (query: SQL) => new PgDialect().sqlToQuery(query)
const marks = { limit: sql.placeholder('limit'), after: { at: sql.placeholder('at'), id: sql.placeholder('id') } }
const desk = { desk: 'north', state: 'live', until: '2025-05-21T12:00:00Z' }
const open = visibleOf(
  readingIf({ slips: { $elemMatch: { desk: 'north', state: 'live', until: { $gt: new Date('2025-01-01') } } } }),
  'read',
  'Paper',
  model,
)
const idsOn = async (page: SQL) => (await world.db.execute<{ id: string }>(sql`select id from ${page} as page`)).rows

test('[CD12] SQL that was put together once reads the same page as SQL made anew, wherever it begins', async () => {
  await world.write(Array.from({ length: 7 }, () => ({ ...aPaper, slips: [desk] })))
  const [first, next] = [open.page({ limit: marks.limit }), open.page(marks)].map((page) => rendered(page))
  const page = filled(first!, { limit: 3 }, same)
  const shown = await idsOn(page)
  expect(shown).toEqual(await idsOn(open.page({ limit: 3 })))
  const after = { at: new Date(1), id: shown[2]!.id }
  expect(await idsOn(filled(next!, { limit: 3, ...after }, same))).toEqual(await idsOn(open.page({ limit: 3, after })))
})

test('[CD12] a value that differs takes the place of the one that stood in for it', async () => {
  await world.write([{ ...aPaper, slips: [desk] }])
  const made = rendered(open.count())
  const until = (at: string) => filled(made, {}, (value) => (String(value).startsWith('2025-01') ? at : value))
  const counted = async (count: SQL) => (await world.db.execute(sql`select ${count} as total`)).rows[0]?.total
  expect(await counted(until('2025-05-21T11:59:59Z'))).toBe(1)
  expect(await counted(until('2025-05-21T12:00:01Z'))).toBe(0)
})

test('[CD12] a value that is always the same stands in the text, unless it would have to be escaped there', () => {
  const query = sql`select ${'live'}, ${true}, ${"o'clock"}, ${7}, ${'$1'}`
  expect(
    textOf(
      filled(
        rendered(query, () => true),
        {},
        same,
      ),
    ),
  ).toMatchObject({
    sql: "select 'live', true, $1, $2, $3",
    params: ["o'clock", 7, '$1'],
  })
  expect(textOf(filled(rendered(query), {}, same))).toMatchObject({ sql: 'select $1, $2, $3, $4, $5' })
})

import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { desks, paperOf, rules } from './a-paper-rule.ts'
import { abilityOf, aPaper, aWorld, fewSlips, model, readingIf } from './papers-world.ts'
import { visibleOf } from './visible.ts'

let world: Awaited<ReturnType<typeof aWorld>>
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const slip = { desk: 'south', state: 'live', until: null }
const visible = (conditions: object) => visibleOf(readingIf(conditions), 'read', 'Paper', model)

describe('pages and counts', () => {
  test('[CD8][CD9][CD13] pages and counts hold what the condition holds, newest first', async () => {
    let seen = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(paperOf(true), { minLength: 8, maxLength: 16 }),
        fc.array(rules, { minLength: 8, maxLength: 8 }),
        fc.constantFrom(1, 2, 5),
        async (papers, abilities, limit) => {
          await world.write(papers)
          for (const some of abilities) {
            const where = limit === 2 ? eq(model.fields.isSealed.column, true) : undefined
            for (const listed of [model, fewSlips]) {
              const options = { limit, listed, ...(where && { where }) }
              const { ids, total, expected } = await world.walked(abilityOf(some), options)
              expect(ids).toEqual(expected)
              expect(total).toBe(expected.length)
              seen += ids.length
            }
          }
        },
      ),
      { numRuns: 30, seed: 20250521 },
    )
    expect(seen).toBeGreaterThan(500)
  })

  test('[CD8] a paper that several slips open stands once, and pages stay full', async () => {
    await world.write([1, 2, 3].map(() => ({ ...aPaper, desk: null, slips: [slip, slip, { ...slip, desk: 'east' }] })))
    const either = readingIf({ slips: { $elemMatch: { desk: { $in: ['south', 'east'] } } } })
    expect(await world.walked(either, { limit: 2 })).toMatchObject({ ids: { length: 3 }, total: 3 })
  })

  test('[CD8] without a rule there is no page, and the count is zero', async () => {
    await world.write([aPaper])
    expect(await world.walked(abilityOf([]), { limit: 2 })).toEqual({ ids: [], total: 0, expected: [] })
  })
})

describe('where a list starts from', () => {
  const queryOf = (conditions: object) =>
    world.db
      .select()
      .from(visible(conditions).page({ limit: 5 }))
      .toSQL().sql

  test('[CD10] a value of an indexed column, or of a related row that knows its place, drives', () => {
    expect(queryOf({ desk: 'north' })).not.toContain('exists')
    const shared = { slips: { $elemMatch: { desk: 'south', state: 'live' } } }
    expect(queryOf(shared)).not.toMatch(/exists|"papers"/)
    expect(queryOf({ ...shared, isSealed: false })).toContain('join "papers"')
    expect([visible({ desk: 'north' }).isDriven, visible(shared).isDriven]).toEqual([true, true])
  })

  test('[CD13] related rows of which there are few are read once, and not for each record', () => {
    const either = abilityOf([
      { action: 'read', subject: 'Paper', conditions: { desk: 'north', isSealed: false } },
      { action: 'read', subject: 'Paper', conditions: { desk: 'north', slips: { $elemMatch: { state: 'live' } } } },
    ])
    const queryWith = (listed: typeof model) =>
      world.db
        .select()
        .from(visibleOf(either, 'read', 'Paper', listed).page({ limit: 5 }))
        .toSQL().sql
    expect(queryWith(model)).toContain('exists')
    expect(queryWith(fewSlips)).not.toContain('exists')
    expect(queryWith(fewSlips)).toContain('"id" in (select "paper_id" from "slips"')
  })

  test('[CD10] several values are several ways in, and ways from one value are walked together', () => {
    expect(queryOf({ desk: { $in: desks } }).match(/from "papers"/g)).toHaveLength(3)
    const twice = abilityOf([
      { action: 'read', subject: 'Paper', conditions: { desk: 'north', isSealed: false } },
      { action: 'read', subject: 'Paper', conditions: { desk: 'north', weight: 20 } },
    ])
    const { sql } = world.db
      .select()
      .from(visibleOf(twice, 'read', 'Paper', model).page({ limit: 5 }))
      .toSQL()
    expect(sql.match(/from "papers"/g)).toHaveLength(1)
  })

  test.each([
    ['a column without an index', { isSealed: true }, false],
    ['a value left open', { desk: { $ne: 'north' } }, false],
    ['a related row of any desk', { slips: { $elemMatch: { state: 'live' } } }, false],
    ['everything', undefined, true],
  ])('[CD11] whether %s drives is said, and its rows are listed all the same', async (_, conditions, isDriven) => {
    await world.write([{ ...aPaper, desk: 'south', is_sealed: true, slips: [slip] }])
    const ability = abilityOf([{ action: 'read', subject: 'Paper', ...(conditions && { conditions }) }])
    expect(visibleOf(ability, 'read', 'Paper', model).isDriven).toBe(isDriven)
    expect(await world.walked(ability, { limit: 2 })).toMatchObject({ ids: { length: 1 }, total: 1 })
  })
})

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noon, paperOf, rules } from './a-paper-rule.ts'
import { filterOf } from './filter.ts'
import { abilityOf, aPaper, aWorld, model, readingIf } from './papers-world.ts'

let world: Awaited<ReturnType<typeof aWorld>>
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

describe('a list and the decisions about its rows', () => {
  // Seeded, so that a failure comes back.
  const seen = async (nullable: boolean, check: (both: { listed: string[]; allowed: string[] }) => void) => {
    let yes = 0
    let no = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(paperOf(nullable), { minLength: 8, maxLength: 16 }),
        fc.array(rules, { minLength: 12, maxLength: 12 }),
        async (papers, abilities) => {
          await world.write(papers)
          for (const some of abilities) {
            const both = await world.both(abilityOf(some))
            check(both)
            yes += both.listed.length
            no += both.of - both.listed.length
          }
        },
      ),
      { numRuns: 30, seed: 20250521 },
    )
    expect(Math.min(yes, no)).toBeGreaterThan(500)
  }

  test('[CD1] a list holds exactly the rows that CASL allows one by one', async () => {
    await seen(false, ({ listed, allowed }) => expect(listed).toEqual(allowed))
  })

  test('[CD2] a list never holds a row that CASL does not allow, whatever is null', async () => {
    await seen(true, ({ listed, allowed }) => expect(allowed).toEqual(expect.arrayContaining(listed)))
  })

  test.each([
    ['null', { weight: { $lt: 30 } }, [], 0],
    ['null in a prohibition', {}, [{ weight: { $gt: 30 } }], 0],
    ['a known value', { weight: { $lt: 30 } }, [{ weight: { $gt: 30 } }], 1],
  ] as const)('[CD2] compared in order, %s lets through only what is certain', async (what, may, mayNot, held) => {
    await world.write([{ ...aPaper, weight: what === 'a known value' ? 20 : null }])
    const forbidden = mayNot.map((conditions) => ({ action: 'read', subject: 'Paper', conditions, inverted: true }))
    const ability = abilityOf([
      { action: 'read', subject: 'Paper', ...(Object.keys(may).length > 0 && { conditions: may }) },
      ...forbidden,
    ])
    expect((await world.both(ability)).listed).toHaveLength(held)
  })

  test('[CD3] a date means its whole millisecond, as in a row that was read', async () => {
    await world.write([{ ...aPaper, sent_at: '2025-05-21T12:00:00.000999Z' }])
    const held = async (sentAt: object) => (await world.both(readingIf({ sentAt }))).listed.length
    expect([await held({ $gt: noon }), await held({ $lte: noon }), await held({ $eq: noon })]).toEqual([0, 1, 1])
  })

  test('[CD4] one related row has to meet every condition by itself', async () => {
    const halves = [
      { desk: 'south', state: 'over', until: null },
      { desk: 'east', state: 'live', until: null },
    ]
    const shared = readingIf({ slips: { $elemMatch: { desk: 'south', state: 'live' } } })
    await world.write([{ ...aPaper, slips: halves }])
    expect((await world.both(shared)).listed).toEqual([])
    await world.write([{ ...aPaper, slips: [...halves, { desk: 'south', state: 'live', until: null }] }])
    expect((await world.both(shared)).listed).toHaveLength(1)
  })
})

describe('what has no answer', () => {
  test('[CD5] without a rule the condition is false', () => {
    const { sql } = world.db
      .select()
      .from(model.relations.slips.from)
      .where(filterOf(abilityOf([]), 'read', 'Paper', model))
      .toSQL()
    expect(sql).toMatch(/ where false$/)
  })

  test.each([
    ['an unknown attribute', { owner: 'north' }, 'no SQL for eq on owner'],
    ['a relation compared as a value', { slips: 'north' }, 'no SQL for eq on slips'],
    ['an unknown attribute of a relation', { slips: { $elemMatch: { owner: 'a' } } }, 'no SQL for eq on owner'],
    ['a regular expression', { desk: { $regex: '^n' } }, 'no SQL for regex on desk'],
    ['whether a property exists', { desk: { $exists: true } }, 'no SQL for exists on desk'],
    ['a value left undefined', { desk: { $eq: undefined } }, 'no SQL for eq on desk'],
    ['an object as value', { desk: { $in: [{}] } }, 'no SQL for in on desk'],
    ['the order of a list', { tags: { $gt: 1 } }, 'no SQL for gt on tags'],
  ])('[CD6] %s is a fault and not a gap', (_, conditions, fault) => {
    expect(() => filterOf(readingIf(conditions), 'read', 'Paper', model)).toThrow(fault)
  })
})

import { vocabulary } from '@lianban/hub'
import { makeDrivenClock } from '@lianban/kernel'
import { createPolicy, type Officer, type Visible } from '@lianban/policy'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { aDatabase } from '../support/postgres.ts'
import { aJointWorld } from './joint-world.ts'
import { makeLots } from './lots.ts'
import { noon, policyAt, rules } from './rules.ts'
import { wholeRows } from './whole-rows.ts'

const seed = Number(process.env.LIANBAN_SEED ?? 20250521)
const { db, ownerUrl, close } = await aDatabase()
const client = new pg.Client({ connectionString: ownerUrl })
await client.connect()
afterAll(async () => {
  await client.end()
  await close()
})
const owner = drizzle(client)
const world = await aJointWorld(owner, makeLots(seed), { rounds: 22 })
const rows = await wholeRows(owner)
const policy = policyAt()

const paged = ['Case', 'Clue', 'Handoff'] as const
const personas = Object.values(world).flatMap(({ name, officers }) =>
  officers.map((officer) => ({ name: `${name} ${officer.roles.join()}`, officer })),
)

type Seen = { readonly walked: string[]; readonly counted: number; readonly filtered: string[] }

/** The list under the officer’s own eyes: walked page by page, counted, and as one condition. */
function seen({ agencyId, id }: Officer, visible: Visible, kind: (typeof paged)[number], limit: number): Promise<Seen> {
  const { table, id: key } = vocabulary.subjects[kind]!.list!
  return db.transaction({ agencyId, officerId: id }, noon, async (tx) => {
    const walked: string[] = []
    for (let after: { at: Date; id: string } | undefined; ; ) {
      const page = sql`select page.at, ${key} as id from ${visible.page({ limit, after })} as page
        join ${table} on ${key} = page.id order by page.at desc, page.id desc`
      const { rows: found } = await tx.execute<{ at: string; id: string }>(page)
      walked.push(...found.map((row) => row.id))
      const last = found.at(-1)
      if (!last || found.length < limit) break
      after = { at: new Date(last.at), id: last.id }
    }
    const { rows: counted } = await tx.execute<{ total: number }>(sql`select ${visible.count()} as total`)
    const { rows: all } = await tx.execute<{ id: string }>(
      sql`select ${key} as id from ${table} where ${visible.condition}`,
    )
    return { walked, counted: counted[0]!.total, filtered: all.map((row) => row.id) }
  })
}

describe(`in the worlds of seed ${seed}`, () => {
  test('[PE30] there are thousands of them, with grants of every state, to agencies and to officers', async () => {
    expect(rows.Case.length + rows.Clue.length).toBeGreaterThan(2000)
    const { rows: kinds } = await client.query<{ state: string; personal: boolean }>(
      'select distinct state, grantee_officer_id is not null as personal from grants',
    )
    expect(new Set(kinds.map(({ state }) => state))).toEqual(new Set(['proposed', 'live', 'recalled', 'declined']))
    expect(kinds).toContainEqual({ state: 'live', personal: true })
  })

  test.each(paged)(
    '[PE30] pages and counts of every %s list hold what is decided one by one',
    {
      timeout: 120_000,
    },
    async (kind) => {
      let longest = 0
      for (const { name, officer } of personas) {
        const decided = rows[kind].filter((row) => policy.allows(officer, 'read', kind, row)).map(({ id }) => id)
        const { walked, counted, filtered } = await seen(officer, policy.visible(officer, 'read', kind), kind, 90)
        expect(walked.toSorted(), `${name}: pages of ${kind}, seed ${seed}`).toEqual(decided.toSorted())
        expect(filtered.toSorted(), `${name}: filter of ${kind}, seed ${seed}`).toEqual(decided.toSorted())
        expect(counted, `${name}: count of ${kind}, seed ${seed}`).toBe(decided.length)
        longest = Math.max(longest, walked.length)
      }
      expect(longest).toBeGreaterThan(180)
    },
  )

  test('[PE31] every rule that opens a list to read is read off an index', () => {
    const officer = world.beijing.officers[0]!
    const undriven = rules
      .filter((rule) => rule.action === 'read' && vocabulary.subjects[rule.subject]?.list)
      .filter((rule) => {
        const alone = createPolicy({ rules: [rule], vocabulary, clock: makeDrivenClock(noon) })
        const asker = { ...officer, roles: rule.roles }
        return !alone.visible(asker, 'read', rule.subject).isDriven
      })
    // A rule that cannot be read off makes the database look at every record: it would stand here, with its reason.
    expect(undriven.map(({ id }) => id)).toEqual([])
  })
})

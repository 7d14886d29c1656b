import { vocabulary } from '@lianban/hub'
import type { Officer } from '@lianban/policy'
import { and } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { aDatabase } from '../support/postgres.ts'
import { aJointWorld } from './joint-world.ts'
import { makeLots } from './lots.ts'
import { noon, policyAt, stated } from './rules.ts'
import { type Listed, tables, wholeRows } from './whole-rows.ts'

const seed = Number(process.env.LIANBAN_SEED ?? 20250521)
const { db, ownerUrl, close } = await aDatabase()
const client = new pg.Client({ connectionString: ownerUrl })
await client.connect()
afterAll(async () => {
  await client.end()
  await close()
})
const owner = drizzle(client)
const world = await aJointWorld(owner, makeLots(seed))
const rows = await wholeRows(owner)
const policy = policyAt()

const subjects = Object.keys(tables) as Listed[]
const personas = Object.values(world).flatMap(({ name, officers }) =>
  officers.map((officer) => ({ name: `${name} ${officer.roles.join()}`, officer })),
)

/** Ids that the list of this officer would hold, under the officer's own eyes. */
async function listed(officer: Officer, subject: Listed, action: string): Promise<string[]> {
  const table = tables[subject]
  const filters = ['read', action].map((act) => policy.filter(officer, act, subject, stated))
  return db.transaction({ agencyId: officer.agencyId, officerId: officer.id }, noon, async (tx) => {
    const found = await tx
      .select({ id: table.id })
      .from(table)
      .where(and(...filters))
    return found.map(({ id }) => id).toSorted()
  })
}

const decided = (officer: Officer, subject: Listed, action: string): string[] =>
  rows[subject]
    .filter((row) => ['read', action].every((act) => policy.allows(officer, act, subject, row, stated)))
    .map(({ id }) => id)
    .toSorted()

describe(`in the world of seed ${seed}`, () => {
  test.each(subjects)('[PE14] the list of every %s action holds what is decided one by one', async (subject) => {
    const held = new Map<string, number>()
    for (const { name, officer } of personas)
      for (const action of vocabulary.subjects[subject]?.actions ?? []) {
        // Without a rule both are empty, which the policy's own tests show.
        if (!policy.rulesFor(officer, action, subject).length) continue
        const ids = decided(officer, subject, action)
        expect(await listed(officer, subject, action), `${name}: ${action} ${subject}, seed ${seed}`).toEqual(ids)
        held.set(action, (held.get(action) ?? 0) + ids.length)
      }
    // A comparison of empty lists would prove nothing.
    expect([...held].filter(([, count]) => count === 0)).toEqual([])
  })

  test.each(subjects)(
    '[PE57] by rule alone, the wall out of the way, every list of a %s holds no more',
    async (subject) => {
      for (const { name, officer } of personas) {
        const filter = policy.filter(officer, 'read', subject, stated)
        const found = await owner.select({ id: tables[subject].id }).from(tables[subject]).where(filter)
        expect(found.map(({ id }) => id).toSorted(), name).toEqual(decided(officer, subject, 'read'))
      }
    },
  )

  test('[PE14] the world holds the exact millisecond at which a grant ends, and the one after', async () => {
    const { rows: found } = await client.query<{ ends: Date }>(
      "select distinct expires_at as ends from grants where state = 'live'",
    )
    const apart = found.map(({ ends }) => ends.getTime() - noon.getTime())
    expect(apart).toEqual(expect.arrayContaining([0, 1]))
  })
})

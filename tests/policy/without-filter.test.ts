import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { aDatabase } from '../support/postgres.ts'
import type { Joiner } from './joint-agencies.ts'
import { aJointWorld } from './joint-world.ts'
import { makeLots } from './lots.ts'
import { fillOtherTables } from './other-tables.ts'
import { noon } from './rules.ts'

const { db, ownerUrl, close } = await aDatabase()
const client = new pg.Client({ connectionString: ownerUrl })
await client.connect()
afterAll(async () => {
  await client.end()
  await close()
})
const owner = drizzle(client)
const world = await aJointWorld(owner, makeLots(20250521))
await fillOtherTables(owner, world.beijing)

/** The directory and the hashes of the log are for everybody; an officer sees the posts of the own agency. */
const open = ['agencies', 'audit_heads', 'audit_leaves']

const { rows: found } = await client.query<{ name: string }>(
  "select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'schema_migrations' order by 1",
)
const tenantTables = found.map(({ name }) => name).filter((name) => !open.includes(name))

/** Every row that the database gives this agency's officers when the program forgets to filter. */
async function unfiltered(joiner: Joiner, table: string): Promise<Record<string, unknown>[]> {
  const [officer] = joiner.officers
  return db.transaction({ agencyId: joiner.id, officerId: officer!.id }, noon, async (tx) => {
    const { rows } = await tx.execute(sql`select * from ${sql.identifier(table)} where true`)
    return rows
  })
}

const strangers = async (joiner: Joiner, table: string) =>
  (await unfiltered(joiner, table)).filter((row) => ![row.agency_id, row.grantee_agency_id].includes(joiner.id))

describe('with the filter left out', () => {
  test('[PE15] the world has rows of strangers in every tenant table', async () => {
    const empty: string[] = []
    for (const name of tenantTables) {
      const { rowCount } = await client.query(`select from ${pg.escapeIdentifier(name)} limit 1`)
      if (!rowCount) empty.push(name)
    }
    expect(empty).toEqual([])
  })

  test.each(tenantTables)('[PE15] the table %s gives an uninvited agency nothing of a stranger', async (table) => {
    expect(await strangers(world.hebei, table)).toEqual([])
    expect(await strangers(world.operator, table)).toEqual([])
  })

  test.each(tenantTables)('[PE15] the table %s gives nothing more once every grant is over', async (table) => {
    expect(await strangers(world.late, table)).toEqual([])
  })

  test('[PE15] the same look does find what the agency owns and was granted', async () => {
    const blind: string[] = []
    for (const table of ['cases', 'case_figures', 'clues', 'grants', 'dossier_sections', 'handoffs', 'handoff_items'])
      if (!(await unfiltered(world.beijing, table)).length) blind.push(table)
    expect(blind).toEqual([])
    expect(await strangers(world.procuratorate, 'cases')).not.toEqual([])
  })
})

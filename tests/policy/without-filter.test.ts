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

/** The directory and the hashes of the log are for everybody; how far the log of the rooms was followed is one number. */
const open = [
  'agencies',
  'audit_checkpoints',
  'audit_cosignatures',
  'audit_heads',
  'audit_tiles',
  'section_text_progress',
]

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

  /** Ids by each road that leads past row-level security and builds the wall itself, beside the road through it. */
  const roads = (table: 'cases' | 'clues', all: string) => ({
    wall: sql`select id from ${sql.identifier(table)}`,
    page: sql`select id from ${sql.identifier(`seen_${table}`)}(${all}::uuid[])`,
    index: sql`select id from ${sql.identifier(`${table}_saying`)}(''::tsquery, '%', 1, null, null)`,
    walk: sql`select id from ${sql.identifier(`${table}_saying`)}(''::tsquery, '%', 100000, null, null)`,
  })

  test.each(['cases', 'clues'] as const)(
    '[PE15] pages and searches of %s let through exactly what the wall lets through',
    async (table) => {
      const { rows: every } = await client.query<{ id: string }>(`select id from ${table}`)
      const all = `{${every.map(({ id }) => id).join()}}`
      let seen = 0
      for (const { id: agencyId, officers } of Object.values(world))
        for (const { id: officerId } of officers) {
          const ids = await db.transaction({ agencyId, officerId }, noon, async (tx) => {
            const found: Record<string, string[]> = {}
            for (const [road, query] of Object.entries(roads(table, all))) {
              await tx.execute(sql`select set_config('lianban.rare', ${road === 'walk' ? '0' : '100000'}, true)`)
              const { rows } = await tx.execute<{ id: string }>(query)
              found[road] = rows.map(({ id }) => id).toSorted()
            }
            return found
          })
          expect(ids).toEqual({ wall: ids.wall, page: ids.wall, index: ids.wall, walk: ids.wall })
          seen += ids.wall!.length
        }
      expect(seen).toBeGreaterThan(100)
    },
  )
})

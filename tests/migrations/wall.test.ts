import { programLogin } from '@lianban/db'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { aDatabase } from '../support/postgres.ts'

const { db, ownerUrl, close } = await aDatabase()
const owner = new pg.Client({ connectionString: ownerUrl })
await owner.connect()
afterAll(async () => {
  await owner.end()
  await close()
})

const { rows: tables } = await owner.query<{ name: string; secured: boolean; policies: number; column: string }>(`
  select c.relname as name, c.relrowsecurity as secured,
    (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
    (select attname from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and a.attgenerated = '' and a.attidentity = '' order by attnum limit 1) as column
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`)
const walled = tables.filter(({ name }) => name !== 'schema_migrations')

// Everything not listed is written once: what happened, was signed, or was handed over stays as it was.
const openToChanges = [
  'access_requests',
  'agreement_parties',
  'agreements',
  'cases',
  'clock_alarms',
  'clocks',
  'clue_serials',
  'clues',
  'dossier_sections',
  'emergency_reviews',
  'grants',
  'officer_changes',
  'officers',
  'policy_changes',
  'proposals',
  'sessions',
  'task_force_seats',
  'task_forces',
]
const openToDeletion = [
  'clock_alarms',
  'clock_parties',
  'identifier_digests',
  'letter_digests',
  'pending_sign_ins',
  'review_notes',
  'section_members',
]

test.each(walled)('[DB10] the table $name is behind the wall with at least one policy', ({ secured, policies }) => {
  expect(secured).toBe(true)
  expect(policies).toBeGreaterThan(0)
})

test('[DB10] only the directory and the hashes of the log are open to every reader', async () => {
  const readable: string[] = []
  for (const { name } of walled) {
    const { rows } = await owner.query<{ quals: string[] }>(
      "select coalesce(array_agg(qual), '{}') as quals from pg_policies where schemaname = 'public' and tablename = $1 and cmd in ('SELECT', 'ALL')",
      [name],
    )
    if (rows[0]?.quals.includes('true')) readable.push(name)
  }
  expect(readable).toEqual(['agencies', 'audit_checkpoints', 'audit_cosignatures', 'audit_heads', 'audit_tiles'])
})

describe('the login of the program', () => {
  const forbidden = [
    'alter table cases disable row level security',
    'drop policy own on cases',
    'alter policy own on cases using (true)',
    'create policy mine on cases using (true)',
    'alter table cases owner to lianban_program',
    'alter table cases disable trigger all',
    'create or replace function sees_case(record uuid) returns boolean language sql as $$ select true $$',
    'create table mine (id integer)',
    'create temporary table cases (id uuid)',
    'create schema mine',
    'set role lianban_owner',
    'set session authorization postgres',
    "set session_replication_role = 'replica'",
    'alter role lianban_program bypassrls',
    'grant lianban_owner to lianban_program',
    'truncate cases',
    'insert into schema_migrations values (1, 1, now())',
    "copy cases to program 'cat'",
    'drop function sees_case(uuid)',
    'alter function current_agency() owner to lianban_program',
    'alter role lianban_app bypassrls',
    'alter role lianban_program superuser',
    'create trigger mine before update on cases for each row execute function suppress_redundant_updates_trigger()',
    'create rule mine as on select to cases do instead nothing',
    'drop table cases',
  ]
  test.each(forbidden)('[DB11] it is refused: %s', async (statement) => {
    await expect(db.pool.query(statement)).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|0LP01)$/) })
  })

  test('[DB11] it gets an error, not all rows, when it asks for policies to be off', async () => {
    const client = await db.pool.connect()
    await client.query('set row_security = off')
    await expect(client.query('select * from cases')).rejects.toMatchObject({ code: '42501' })
    client.release(true)
  })

  test('[DB11] it holds no right beyond reading, inserting, changing and deleting', async () => {
    const { rows } = await owner.query(
      `select table_name, privilege_type from information_schema.table_privileges
       where grantee in ($1, 'lianban_app', 'PUBLIC') and table_schema = 'public'
         and privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')`,
      [programLogin],
    )
    expect(rows).toEqual([])
  })
})

const refusal = (statement: string) =>
  db.pool.query(statement).then(
    () => undefined,
    (error: pg.DatabaseError) => error.code,
  )

test.each(walled)('[DB12] the table $name takes changes only where it is listed', async ({ name, column }) => {
  const code = await refusal(`update ${name} set ${column} = ${column} where false`)
  expect(code).toBe(openToChanges.includes(name) ? undefined : '42501')
})

test('[DB12] of a handoff nothing moves but where it stands and who oversees it', async () => {
  for (const column of ['state', 'standing', 'version', 'overseer_agency_id'])
    expect([column, await refusal(`update handoffs set ${column} = ${column} where false`)]).toEqual([
      column,
      undefined,
    ])
  for (const column of ['package_digest', 'number', 'case_id', 'to_agency_id', 'circle_id'])
    expect([column, await refusal(`update handoffs set ${column} = ${column} where false`)]).toEqual([column, '42501'])
})

test('[DB12] of an item of evidence neither its case, its kind of proceedings nor who collected it ever changes', async () => {
  for (const column of ['name', 'facts', 'version', 'holder_agency_id', 'pending_agency_id'])
    expect([column, await refusal(`update evidence_items set ${column} = ${column} where false`)]).toEqual([
      column,
      undefined,
    ])
  for (const column of ['case_id', 'number', 'proceeding', 'instrument', 'agency_id', 'recorded_by', 'recorded_at'])
    expect([column, await refusal(`update evidence_items set ${column} = ${column} where false`)]).toEqual([
      column,
      '42501',
    ])
})

test('[DB12] of a file nothing changes but its marks, and an upload only ends', async () => {
  const open = { case_files: ['is_sensitive', 'handling_code', 'version'], file_uploads: ['ended_at', 'outcome'] }
  for (const [table, columns] of Object.entries(open)) {
    for (const column of columns)
      expect(await refusal(`update ${table} set ${column} = ${column} where false`)).toBe(undefined)
    for (const column of ['id', 'case_id', 'owner_agency_id', 'name', 'bytes'])
      expect([column, await refusal(`update ${table} set ${column} = ${column} where false`)]).toEqual([
        column,
        '42501',
      ])
  }
})

test.each(walled)('[DB12] the table $name gives up rows only where it is listed', async ({ name }) => {
  const code = await refusal(`delete from ${name} where false`)
  expect(code).toBe(openToDeletion.includes(name) ? undefined : '42501')
})

test('[DB14] every function with its owner’s rights has a fixed search path', async () => {
  const { rows } = await owner.query<{ name: string }>(`
    select proname as name from pg_proc
    where pronamespace = 'public'::regnamespace and prosecdef
      and not coalesce(proconfig, '{}')::text like '%search_path=pg_catalog, public%'`)
  expect(rows).toEqual([])
})

import type pg from 'pg'

/**
 * Fills tables as fast as may be: their indexes and foreign keys are made after the work, from rows that are known to
 * fit, and no history is kept of rows that never were otherwise.
 */
export async function withoutIndexes(
  client: pg.Client,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const { rows: keys } = await client.query<{ of: string; name: string; text: string }>(
    `select conrelid::regclass::text as of, conname as name, pg_get_constraintdef(oid) as text
     from pg_constraint where contype = 'f' and (conrelid = any ($1::regclass[]) or confrelid = any ($1::regclass[]))`,
    [tables],
  )
  const { rows: indexes } = await client.query<{ name: string; text: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as text from pg_index
     where indrelid = any ($1::regclass[]) and not exists (select 1 from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))`,
    [tables],
  )
  for (const { of, name } of keys) await client.query(`alter table ${of} drop constraint ${name}`)
  for (const { name } of indexes) await client.query(`drop index ${name}`)
  for (const table of tables) await client.query(`alter table ${table} disable trigger user`)
  await work()
  for (const table of tables) await client.query(`alter table ${table} enable trigger user`)
  await client.query("set maintenance_work_mem = '1GB'")
  for (const { text } of indexes) await client.query(text)
  for (const { of, name, text } of keys)
    await client.query(`alter table ${of} add constraint ${name} ${text} not valid`)
}

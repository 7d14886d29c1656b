import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256Hex } from '@lianban/kernel/digest'
import pg from 'pg'
import { StartError } from './start-error.ts'

type Migration = { readonly name: string; readonly sha256: string; readonly text: string }
type Applied = { readonly name: string; readonly sha256: string }

// Any constant will do, as long as every program that migrates uses the same one.
const migrationLock = 5_210_726

/** Brings the database to the newest schema, in file-name order and forward only; any number may run it at once. */
export async function migrate(options: {
  ownerUrl: string
  dir: string
  programLogin: string
}): Promise<{ applied: string[] }> {
  const files = await readMigrations(options.dir)
  const client = new pg.Client({ connectionString: options.ownerUrl, application_name: 'lianban-migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query(
      'create table if not exists schema_migrations (name text primary key, sha256 text not null, applied_at timestamptz not null)',
    )
    const { rows } = await client.query<Applied>('select name, sha256 from schema_migrations order by name collate "C"')
    const pending = pendingOf(files, rows)
    for (const migration of pending) await apply(client, migration)
    await admit(client, options.programLogin)
    return { applied: pending.map(({ name }) => name) }
  } finally {
    await client.end()
  }
}

async function readMigrations(dir: string): Promise<Migration[]> {
  const names = (await readdir(dir)).filter((name) => /^\d{4}_.+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(dir, name), 'utf8')
      return { name, sha256: sha256Hex(text), text }
    }),
  )
}

/** What is left to run, once what ran before is known to be what the files say. */
function pendingOf(files: readonly Migration[], applied: readonly Applied[]): Migration[] {
  for (const { name, sha256 } of applied) {
    const file = files.find((migration) => migration.name === name)
    if (!file)
      throw new StartError('database-newer', {
        zh: `数据库已执行本程序没有的迁移 ${name}，数据库版本比程序新。请升级程序后再启动。`,
        en: `The database has run migration ${name}, which this program does not have: the database is newer. Upgrade the program.`,
      })
    if (file.sha256 !== sha256)
      throw new StartError('migration-changed', {
        zh: `迁移文件 ${name} 在执行之后被改动。请恢复原文件，改动应写成新的迁移。`,
        en: `Migration ${name} was changed after it had run. Restore the file and put the change into a new migration.`,
      })
  }
  const pending = files.filter(({ name }) => !applied.some((one) => one.name === name))
  const last = applied.at(-1)?.name
  const late = pending.find(({ name }) => last !== undefined && name < last)
  if (late)
    throw new StartError('migration-out-of-order', {
      zh: `迁移 ${late.name} 应在已执行的 ${last} 之前执行。请给它一个更大的编号。`,
      en: `Migration ${late.name} belongs before ${last}, which has already run. Give it a higher number.`,
    })
  return pending
}

async function apply(client: pg.Client, { name, sha256, text }: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(text)
    await client.query('insert into schema_migrations values ($1, $2, clock_timestamp())', [name, sha256])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    const reason = error instanceof Error ? error.message : String(error)
    const sentence = { zh: `迁移 ${name} 执行失败，未作任何改动：${reason}`, en: `Migration ${name} failed: ${reason}` }
    throw new StartError('migration-failed', sentence, error)
  }
}

async function admit(client: pg.Client, programLogin: string): Promise<void> {
  const { rows } = await client.query<{ database: string; is_member: boolean; has_group: boolean }>(
    `select current_database() as database,
       exists (select 1 from pg_roles where rolname = 'lianban_app') as has_group,
       exists (select 1 from pg_auth_members m where m.roleid = to_regrole('lianban_app') and m.member = to_regrole($1)) as is_member`,
    [client.escapeIdentifier(programLogin)],
  )
  const { database, is_member, has_group } = rows[0]!
  // A temporary table is found before a real one, even inside a security definer function: the program may make none.
  await client.query(`revoke temporary on database ${client.escapeIdentifier(database)} from public`)
  if (has_group && !is_member) await client.query(`grant lianban_app to ${client.escapeIdentifier(programLogin)}`)
}

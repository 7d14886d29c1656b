import pg from 'pg'
import type { Passwords } from './cluster-folder.ts'

/** Owns the database and its schema, migrates, and is not the login of the running program. */
export const ownerLogin = 'lianban_owner'
/** The login of the running program: it owns nothing, so every row policy binds it. */
export const programLogin = 'lianban_program'

/** Makes the two logins and the database; running it again, or twice at once, changes nothing. */
export async function prepareLogins(
  superuserUrl: string,
  passwords: Passwords,
  { mayMakeDatabases }: { mayMakeDatabases: boolean },
): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl, application_name: 'lianban-prepare' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(1)')
    const { rows } = await client.query<{ name: string }>(
      "select rolname as name from pg_roles union all select 'database ' || datname from pg_database",
    )
    const has = (name: string) => rows.some((row) => row.name === name)
    const owning = mayMakeDatabases ? 'createrole createdb' : 'createrole'
    if (!has(ownerLogin))
      await client.query(`create role ${ownerLogin} login ${owning} password ${client.escapeLiteral(passwords.owner)}`)
    if (!has(programLogin))
      await client.query(`create role ${programLogin} login password ${client.escapeLiteral(passwords.program)}`)
    if (!has('database lianban')) await client.query(`create database lianban owner ${ownerLogin}`)
  } finally {
    await client.end()
  }
}

import { randomBytes } from 'node:crypto'
import { type Database, openDatabase } from '@lianban/db'
import pg from 'pg'
import { inject } from 'vitest'

export type TestDatabase = {
  readonly db: Database
  readonly ownerUrl: string
  readonly programUrl: string
  close(): Promise<void>
}

/** A fresh migrated database for one test file; `db` is the program's login, which owns nothing. */
export async function aDatabase(options: { maxConnections?: number } = {}): Promise<TestDatabase> {
  const { template } = inject('postgres')
  const { ownerUrl, programUrl, drop } = await makeDatabase(`template ${template}`)
  const db = openDatabase({ url: programUrl, ...options })
  return {
    db,
    ownerUrl,
    programUrl,
    async close() {
      await db.close()
      await drop()
    },
  }
}

/** A database without any table, for tests of the migrations themselves. */
export const anEmptyDatabase = () => makeDatabase('template template0')

async function makeDatabase(from: string): Promise<{ ownerUrl: string; programUrl: string; drop(): Promise<void> }> {
  const { ownerUrl, programUrl } = inject('postgres')
  const name = `test_${randomBytes(8).toString('hex')}`
  // The rights on a database itself are not copied from its template.
  await asOwner(ownerUrl, `create database ${name} ${from}`, `revoke temporary on database ${name} from public`)
  return {
    ownerUrl: naming(ownerUrl, name),
    programUrl: naming(programUrl, name),
    drop: () => asOwner(ownerUrl, `drop database ${name}`),
  }
}

async function asOwner(ownerUrl: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: naming(ownerUrl, 'postgres') })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

function naming(url: string, database: string): string {
  const named = new URL(url)
  named.pathname = `/${database}`
  return named.href
}

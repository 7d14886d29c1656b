import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Database, openDatabase, startEmbedded } from '@lianban/db'
import { type Surroundings, UsageError } from './command.ts'

/**
 * Opens the database that the environment names, otherwise the built-in one of this folder: it is joined when it
 * runs, and started and stopped again when it does not.
 */
export async function withDatabase<Output>(
  { env }: Pick<Surroundings, 'env'>,
  work: (db: Database) => Promise<Output>,
): Promise<Output> {
  const dir = resolve(env.DATA_DIR ?? '.lianban')
  const embedded = env.DATABASE_URL ? undefined : await builtIn(dir, Number(env.DATABASE_PORT ?? 15432))
  const db = openDatabase({ url: env.DATABASE_URL ?? embedded?.programUrl ?? '', applicationName: 'lianban-cli' })
  try {
    return await work(db)
  } finally {
    await db.close()
    await embedded?.stop()
  }
}

async function builtIn(dir: string, port: number) {
  // Looked for first: a verification must not make an empty database where there is none.
  if (existsSync(join(dir, 'cluster'))) return startEmbedded({ dir, port, durable: true })
  throw new UsageError({
    zh: `未设置 DATABASE_URL，${dir} 中也没有内置数据库。请设置 DATABASE_URL 或 DATA_DIR。`,
    en: `DATABASE_URL is not set, and ${dir} holds no built-in database. Set DATABASE_URL or DATA_DIR.`,
  })
}

/** The same under the login that owns the tables, for what the program itself may not do. */
export async function withOwnedDatabase<Output>(
  { env }: Pick<Surroundings, 'env'>,
  work: (db: Database) => Promise<Output>,
): Promise<Output> {
  const dir = resolve(env.DATA_DIR ?? '.lianban')
  const isElsewhere = env.DATABASE_OWNER_URL || env.DATABASE_URL
  const embedded = isElsewhere ? undefined : await builtIn(dir, Number(env.DATABASE_PORT ?? 15432))
  const db = openDatabase({
    url: env.DATABASE_OWNER_URL ?? env.DATABASE_URL ?? embedded?.ownerUrl ?? '',
    applicationName: 'lianban-cli',
  })
  try {
    await assertOwns(db)
    return await work(db)
  } finally {
    await db.close()
    await embedded?.stop()
  }
}

async function assertOwns({ pool }: Database): Promise<void> {
  const { rows } = await pool.query("select from pg_tables where tablename = 'agencies' and tableowner = current_user")
  if (rows.length === 0)
    throw new UsageError({
      zh: '此操作须以数据库所有者的登录名进行。请用 DATABASE_OWNER_URL 指定。',
      en: 'This is for the login that owns the database. Name it with DATABASE_OWNER_URL.',
    })
}

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

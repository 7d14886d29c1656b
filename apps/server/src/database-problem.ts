import { openDatabase } from '@lianban/db'
import { agencies } from '@lianban/identity'
import { NotReady } from './not-ready.ts'

/** Whether the program's own login finds a prepared database. */
export async function assertAnswers(programUrl: string): Promise<void> {
  const db = openDatabase({ url: programUrl, maxConnections: 1 })
  try {
    await db.transaction({ duty: 'directory' }, new Date(), (tx) => tx.select().from(agencies).limit(1))
  } finally {
    await db.close()
  }
}

const unprepared = new Set(['42P01', '42501', '42883'])

/** A database that does not let us in or is not prepared, in one sentence. Addresses hold passwords and are not told. */
export function databaseProblem(error: unknown): unknown {
  const { code } = ((error as Error).cause ?? error) as { code?: string }
  if (code === undefined) return error
  if (unprepared.has(code))
    return new NotReady(
      {
        zh: '数据库尚未建立表结构，或程序登录名没有权限。请设置 DATABASE_OWNER_URL 后启动一次，由它完成迁移并授权。',
        en: 'The database has no schema yet, or the program’s login has no rights in it. Start once with DATABASE_OWNER_URL set: that login migrates and grants.',
      },
      error,
    )
  if (/^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOST|28|3D|08|53|57P)/.test(code))
    return new NotReady(
      {
        zh: `无法连接数据库（${code}）。请检查 DATABASE_URL 与 DATABASE_OWNER_URL 的地址、登录名和密码，以及数据库是否在运行。`,
        en: `The database cannot be reached (${code}). Check the address, login and password in DATABASE_URL and DATABASE_OWNER_URL, and that it is running.`,
      },
      error,
    )
  return error
}

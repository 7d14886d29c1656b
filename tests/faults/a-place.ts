import { mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@lianban/db'
import { afterAll, expect, vi } from 'vitest'
import { type ServerProcess, startServer } from '../support/server-process.ts'

// Whole processes start here, several at once on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const folders: string[] = []
const started: ServerProcess[] = []
afterAll(async () => {
  for (const server of started) {
    if (server.isRunning()) server.signal('SIGTERM')
    await server.exited
  }
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

/** A data folder and ports of its own for one real server, and a way to start it there; all of it is gone after the file. */
export async function aPlace() {
  const folder = await mkdtemp(join(tmpdir(), 'lianban-start-'))
  folders.push(folder)
  const ports = { PORT: await freePort(), DEMO_IDP_PORT: await freePort(), DATABASE_PORT: await freePort() }
  const environment = {
    DATA_DIR: folder,
    ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)])),
  }
  const start = (more: Record<string, string> = {}) => {
    const server = startServer({ ...environment, ...more })
    started.push(server)
    return server
  }
  return { folder, ports, environment, start, origin: `http://localhost:${ports.PORT}` }
}

/** Whether nobody listens there any more. */
const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })

/** Database processes whose working directory is this data. */
export async function postgresOf(folder: string): Promise<string[]> {
  const found: string[] = []
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const at = await readlink(`/proc/${pid}/cwd`).catch(() => '')
    const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
    if (at.startsWith(join(folder, 'cluster')) && !/\) [ZX]/.test(state)) found.push(pid)
  }
  return found
}

export async function expectNothingLeft(place: Awaited<ReturnType<typeof aPlace>>) {
  expect(await postgresOf(place.folder)).toEqual([])
  for (const port of Object.values(place.ports)) expect(await isFree(port)).toBe(true)
}

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Embedded, freePort, migrate, programLogin, StartError, startEmbedded } from '@lianban/db'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { readonly ownerUrl: string; readonly programUrl: string; readonly template: string }
  }
}

const prefix = 'lianban-test-postgres-'
const migrations = new URL('../../migrations', import.meta.url).pathname
let dir: string
let server: Embedded

/** One throw-away server for the whole run, and in it the migrated database that every test file gets a copy of. */
export async function setup(project: TestProject): Promise<void> {
  await sweep()
  dir = await mkdtemp(join(tmpdir(), prefix))
  server = await start()
  await migrate({ ownerUrl: server.ownerUrl, dir: migrations, programLogin })
  project.provide('postgres', { ownerUrl: server.ownerUrl, programUrl: server.programUrl, template: 'lianban' })
}

export async function teardown(): Promise<void> {
  await server?.stop()
  if (dir) await rm(dir, { recursive: true, force: true })
}

async function start(): Promise<Embedded> {
  for (let tries = 0; ; tries++) {
    try {
      return await startEmbedded({ dir, port: await freePort(), durable: false })
    } catch (error) {
      // Another run may have taken the port between finding it free and using it.
      if (tries === 3 || !(error instanceof StartError)) throw error
    }
  }
}

/** Stops the servers of runs that were killed before they could: a run that still lives keeps its own. */
async function sweep(): Promise<void> {
  for (const name of (await readdir(tmpdir())).filter((entry) => entry.startsWith(prefix))) {
    const left = join(tmpdir(), name)
    const starter = await readFile(join(left, 'cluster', 'starter'), 'utf8').catch(() => undefined)
    if (starter === undefined || isAlive(Number(starter))) continue
    const abandoned = await startEmbedded({ dir: left, port: await freePort(), durable: false }).catch(() => undefined)
    await abandoned?.stop().catch(() => {})
    await rm(left, { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

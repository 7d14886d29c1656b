import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Embedded, freePort, migrate, programLogin, StartError, startEmbedded } from '@lianban/db'

const root = fileURLToPath(new URL('../..', import.meta.url))
const migrations = join(root, 'migrations')

/** What a bench generates, in a Postgres of its own that is kept, so that the next run starts at once. */
export async function openKept(options: {
  readonly name: string
  readonly keptIn?: string | undefined
  readonly say: (progress: string) => void
  readonly fill: (place: Embedded) => Promise<void>
}): Promise<Embedded> {
  const dir = join(options.keptIn ?? join(root, '.lianban/bench'), options.name)
  if (existsSync(dir)) {
    const kept = await startEmbedded({ dir, port: await freePort(), durable: true })
    try {
      await migrate({ ownerUrl: kept.ownerUrl, dir: migrations, programLogin })
      return kept
    } catch (error) {
      await kept.stop()
      if (!(error instanceof StartError)) throw error
      options.say(`made anew, because of a migration: ${error.message}`)
      await rm(dir, { recursive: true })
    }
  }
  // Under another name until it is complete: a run that was interrupted leaves nothing that looks finished.
  const draft = `${dir}-draft`
  await rm(draft, { recursive: true, force: true })
  const fresh = await startEmbedded({ dir: draft, port: await freePort(), durable: true })
  try {
    await migrate({ ownerUrl: fresh.ownerUrl, dir: migrations, programLogin })
    await options.fill(fresh)
  } finally {
    await fresh.stop()
  }
  await rename(draft, dir)
  return startEmbedded({ dir, port: await freePort(), durable: true })
}

import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Embedded, freePort, migrate, programLogin, StartError, startEmbedded } from '@lianban/db'
import { generate } from './generate.ts'
import { sizeAt } from './size.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const migrations = join(root, 'migrations')

/** Raised whenever the generator writes something else: what was kept from before is made anew. */
const edition = 1

/** The generated hub in a Postgres of its own; kept, so that the next run starts at once. */
export async function openPlace(
  scale: number,
  say: (progress: string) => void,
  below: string = join(root, '.lianban/bench'),
): Promise<Embedded> {
  const dir = join(below, `lists-${scale}-${edition}`)
  if (existsSync(dir)) {
    const kept = await startEmbedded({ dir, port: await freePort(), durable: true })
    try {
      await migrate({ ownerUrl: kept.ownerUrl, dir: migrations, programLogin })
      return kept
    } catch (error) {
      await kept.stop()
      if (!(error instanceof StartError)) throw error
      say(`made anew, because of a migration: ${error.message}`)
      await rm(dir, { recursive: true })
    }
  }
  // Under another name until it is complete: a run that was interrupted leaves nothing that looks finished.
  const draft = `${dir}-draft`
  await rm(draft, { recursive: true, force: true })
  const fresh = await startEmbedded({ dir: draft, port: await freePort(), durable: true })
  try {
    await migrate({ ownerUrl: fresh.ownerUrl, dir: migrations, programLogin })
    await generate(fresh.ownerUrl, sizeAt(scale), say)
  } finally {
    await fresh.stop()
  }
  await rename(draft, dir)
  return startEmbedded({ dir, port: await freePort(), durable: true })
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort, migrate, programLogin, startEmbedded } from '@lianban/db'
import type { Bench } from '../measurement.ts'
import { measureMutations } from './mutations.ts'
import { measureVerifying } from './verifying.ts'
import { measureWriting } from './writing.ts'

const migrations = fileURLToPath(new URL('../../../migrations', import.meta.url))

/** What the log costs those who act, and what it takes to verify it. */
export const benchAudit: Bench = async (options) => {
  const dir = await mkdtemp(join(options.keptIn ?? tmpdir(), 'lianban-audit-'))
  const place = await startEmbedded({ dir, port: await freePort(), durable: true })
  try {
    await migrate({ ownerUrl: place.ownerUrl, dir: migrations, programLogin })
    return [await measureWriting(place, options), await measureVerifying(options), await measureMutations(options)]
  } finally {
    await place.stop()
    await rm(dir, { recursive: true, force: true })
  }
}

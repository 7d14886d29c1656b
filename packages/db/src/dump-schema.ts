import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { startEmbedded } from './embedded.ts'
import { freePort } from './free-port.ts'
import { programLogin } from './logins.ts'
import { migrate } from './migrate.ts'
import { describeSchema } from './schema-text.ts'

const migrations = fileURLToPath(new URL('../../../migrations', import.meta.url))
const dir = await mkdtemp(join(tmpdir(), 'lianban-dump-'))
const server = await startEmbedded({ dir, port: await freePort(), durable: false })
try {
  await migrate({ ownerUrl: server.ownerUrl, dir: migrations, programLogin })
  const client = new pg.Client({ connectionString: server.ownerUrl })
  await client.connect()
  await writeFile(join(migrations, 'schema.sql'), await describeSchema(client))
  await client.end()
} finally {
  await server.stop()
  await rm(dir, { recursive: true, force: true })
}

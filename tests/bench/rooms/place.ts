import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, migrate, programLogin, startEmbedded } from '@lianban/db'
import pg from 'pg'
import type { Contender } from './contender.ts'

const migrations = new URL('../../../migrations', import.meta.url).pathname

export type Place = {
  readonly programUrl: string
  readonly peerUrl: string
  urlOf(contender: Contender): string
  stop(): Promise<void>
}

/** One Postgres that keeps what it says it kept, for ours and for the peer that wants one. */
export async function openPlace(): Promise<Place> {
  const dir = await mkdtemp(join(tmpdir(), 'lianban-bench-rooms-'))
  const embedded = await startEmbedded({ dir, port: await freePort(), durable: true })
  const { ownerUrl, programUrl } = embedded
  await migrate({ ownerUrl, dir: migrations, programLogin })
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query('create schema bench; create table bench.hocuspocus (name text primary key, data bytea not null)')
  await owner.end()
  return {
    programUrl,
    peerUrl: ownerUrl,
    urlOf: ({ name }) => (name === 'lianban' ? programUrl : name === 'hocuspocus_pg' ? ownerUrl : ''),
    async stop() {
      await embedded.stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

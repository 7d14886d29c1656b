import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, migrate, programLogin, startEmbedded } from '@lianban/db'
import { aHub, type HubServer } from '../../support/hub-server.ts'
import { aSharedCase, once } from '../../support/shared-case.ts'
import type { BenchOptions, Measured, Row } from '../measurement.ts'
import { enrol, lookOn } from './onlookers.ts'

const grantee = 'baoan-tobacco'
const open = 200
const migrations = new URL('../../../migrations', import.meta.url).pathname

/**
 * From the moment a recall is sent until the last of two hundred open rooms, and of as many pages, is closed: every one
 * of them belongs to another officer. The recall's own work is part of the time, so the commit lies later than the start.
 */
export async function measureRevocation({ rounds, say }: BenchOptions): Promise<Measured> {
  const hub = await aPlace()
  try {
    const handler = await hub.client('bj-tobacco.handler')
    const waits: number[] = []
    const rows: Row[] = []
    for (let round = 0; round < rounds; round++) {
      const { caseId, openSection, grants, agencies } = await aSharedCase(hub, `BENCH-${round}`)
      const cookies = await enrol(hub, agencies.get(grantee)!, open)
      const ref = { caseId, sectionId: openSection }
      const onlookers = await Promise.all(cookies.map((cookie) => lookOn(hub, cookie, ref)))
      const sent = performance.now()
      const recall = { grantId: grants[grantee]!, expectedVersion: 1, reason: '协作结束' }
      await handler.grants.recall.mutate(once(recall))
      const answered = performance.now() - sent
      const rooms = (await Promise.all(onlookers.map(({ room }) => room))).map((at) => at - sent)
      const pages = (await Promise.all(onlookers.map(({ page }) => page))).map((at) => at - sent)
      for (const onlooker of onlookers) onlooker.leave()
      waits.push(...rooms, ...pages)
      rows.push({
        revocation: `${open} rooms and ${open} pages, round ${round + 1}`,
        recall_ms: Math.round(answered),
        median_ms: Math.round(quantile([...rooms, ...pages], 0.5)),
        last_room_ms: Math.round(Math.max(...rooms)),
        last_page_ms: Math.round(Math.max(...pages)),
      })
      say(JSON.stringify(rows.at(-1)))
    }
    return { rows, summary: { revoke_p99_ms: Math.round(quantile(waits, 0.99)) } }
  } finally {
    await hub.stop()
  }
}

const quantile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))]!

/** A hub with the demonstration's agencies on a throw-away database of its own. */
async function aPlace(): Promise<HubServer> {
  const dir = await mkdtemp(join(tmpdir(), 'lianban-revoke-'))
  const embedded = await startEmbedded({ dir, port: await freePort(), durable: false })
  const { ownerUrl, programUrl } = embedded
  await migrate({ ownerUrl, dir: migrations, programLogin })
  const close = async () => {
    await embedded.stop()
    await rm(dir, { recursive: true, force: true })
  }
  return aHub({ cast: true, database: { ownerUrl, programUrl, close }, options: { watchMs: 600_000 } })
}

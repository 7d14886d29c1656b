import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeKeyText } from '@lianban/audit'
import { freePort, migrate, programLogin, startEmbedded } from '@lianban/db'
import { aHub, clientWith } from '../../support/hub-server.ts'
import { enrol } from '../lists/onlookers.ts'
import { fillRequests } from './requests.ts'

const root = new URL('../../..', import.meta.url).pathname
const script = new URL('serve-hub.ts', import.meta.url).pathname
const receiver = 'hebei-tobacco'

export type Size = { readonly open: number; readonly closed: number; readonly subscribers: number }

/** A hub in a process of its own, with open requests before one receiver, whose officers have their pages open. */
export async function aPlace(size: Size) {
  const dir = await mkdtemp(join(tmpdir(), 'lianban-notices-'))
  const embedded = await startEmbedded({ dir, port: await freePort(), durable: true })
  const { ownerUrl, programUrl } = embedded
  await migrate({ ownerUrl, dir: join(root, 'migrations'), programLogin })
  const auditLogKey = makeKeyText('bench/log', 'log')
  const database = { ownerUrl, programUrl, close: async () => {} }
  const hub = await aHub({ cast: true, database, options: { auditLogKey } })
  const handler = await hub.signIn('bj-tobacco.handler')
  const assistanceIds = await fillRequests(hub, receiver, size)
  const { items } = await (await hub.client('hebei-tobacco.leader')).agencies.list.query().then((found) => ({
    items: found,
  }))
  const agencyId = items.find(({ slug }) => slug === receiver)!.id
  const cookies = await enrol(hub, agencyId, size.subscribers)
  await hub.halt()

  const settings = { port: Number(new URL(hub.origin).port), programUrl, publicOrigin: hub.origin, auditLogKey }
  let running: ChildProcess | undefined
  return {
    origin: hub.origin,
    ownerUrl,
    agencyId,
    assistanceIds,
    cookies,
    asker: clientWith(hub.origin, handler.cookie),

    async start(): Promise<void> {
      const all = JSON.stringify({ ...settings, filesDir: hub.filesDir, root })
      const started = spawn(process.execPath, [script, all], { stdio: ['ignore', 'pipe', 'inherit'] })
      running = started
      await Promise.race([
        once(started.stdout, 'data'),
        once(started, 'exit').then(() => Promise.reject(new Error('the hub did not start'))),
      ])
    },

    async kill(): Promise<void> {
      const killed = running
      running = undefined
      if (!killed) return
      const ended = once(killed, 'exit')
      killed.kill('SIGKILL')
      await ended
    },

    async close(): Promise<void> {
      await this.kill()
      await hub.stop()
      await embedded.stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
export type Place = Awaited<ReturnType<typeof aPlace>>

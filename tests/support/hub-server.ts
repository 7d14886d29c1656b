import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { makeKeyText } from '@lianban/audit'
import { freePort } from '@lianban/db'
import { agencies, loadCast, operatorSlug } from '@lianban/demo'
import { type DemoIdp, signInAs, startDemoIdp } from '@lianban/demo-idp'
import type { Hub, HubRouter } from '@lianban/hub'
import { enterOperator, type HubOptions, quietLog, type RunningHub, runHub } from '@lianban/server'
import { createTRPCClient, httpBatchLink, type TRPCClient } from '@trpc/client'
import { aDatabase, type TestDatabase } from './postgres.ts'

export type HubServer = {
  /** The address of the hub, also the one its cookies and its Origin check are about. */
  readonly origin: string
  readonly hub: Hub
  readonly idp: DemoIdp
  readonly programUrl: string
  readonly ownerUrl: string
  /** Where the bytes of its files lie. */
  readonly filesDir: string
  /** A demo officer's procedures, in a session of that officer's own that is opened once. */
  client(subject: string): Promise<TRPCClient<HubRouter>>
  /** A session cookie for a Cookie header; every call opens another session. */
  signIn(subject: string): Promise<{ cookie: string }>
  /** Another process of the same hub, on an address of its own; sessions hold for both. */
  beside(): Promise<{ readonly origin: string; readonly hub: Hub; stop(): Promise<void> }>
  /** Stops the hub alone: its data and the providers stay. */
  halt(): Promise<void>
  /** Stops the hub, unless it is halted, and starts it again on the same address and data. */
  restart(): Promise<void>
  stop(): Promise<void>
}

type Wanted = {
  /** Registers the demonstration's agencies, officers and agreements. */
  readonly cast?: boolean
  /** Whatever the hub is to be started with instead of the usual. */
  readonly options?: Partial<HubOptions>
  /** A database of the caller's own instead of a fresh copy; it is closed with the hub. */
  readonly database?: Pick<TestDatabase, 'ownerUrl' | 'programUrl' | 'close'>
  /** The address under which the hub is to reach its database. */
  readonly through?: (programUrl: string) => Promise<string>
}

const root = resolve(import.meta.dirname, '../..')

/** A whole hub on a fresh database and free ports, with the demo providers beside it; call `stop` in afterAll. */
export async function aHub({ cast = false, options = {}, through, ...given }: Wanted = {}): Promise<HubServer> {
  const database = given.database ?? (await aDatabase())
  const programUrl = (await through?.(database.programUrl)) ?? database.programUrl
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const idp = await startDemoIdp({
    port: 0,
    host: 'localhost',
    agencies,
    redirectUris: [`${origin}/auth/callback`],
  })
  const filesDir = await mkdtemp(join(tmpdir(), 'lianban-files-'))
  const auditLogKey = makeKeyText(`localhost:${port}/log`, 'log')
  const run = (elsewhere: { readonly port: number; readonly publicOrigin: string } = { port, publicOrigin: origin }) =>
    runHub({
      programUrl,
      host: '127.0.0.1',
      ...elsewhere,
      allowInsecureIssuers: true,
      idleMinutes: 30,
      absoluteHours: 12,
      signInsPerMinute: 10_000,
      auditLogKey,
      blindSecret: Buffer.alloc(32, 'blind'),
      limits: {
        hitsPerOfficerHour: 1000,
        hitsPerAgencyDay: 1000,
        requestsPerOfficerDay: 20,
        fileBytes: 2 ** 30,
        filesPerCase: 1000,
        openUploads: 100,
      },
      filesDir,
      root,
      log: quietLog,
      ...options,
    })
  let running: RunningHub = await run()
  await enterOperator(running, idp.issuerOf(operatorSlug))

  const signIn = (subject: string) => signInAs({ origin, agencySlug: subject.slice(0, subject.indexOf('.')), subject })
  if (cast) await loadCast({ origin, issuerOf: idp.issuerOf, signInAs, now: running.hub.clock.now() })

  let isRunning = true
  const halt = async () => {
    if (isRunning) await running.stop()
    isRunning = false
  }
  const clients = new Map<string, Promise<TRPCClient<HubRouter>>>()
  return {
    origin,
    idp,
    programUrl: database.programUrl,
    ownerUrl: database.ownerUrl,
    filesDir,
    get hub() {
      return running.hub
    },
    client(subject) {
      const known = clients.get(subject) ?? signIn(subject).then(({ cookie }) => clientWith(origin, cookie))
      clients.set(subject, known)
      return known
    },
    signIn,
    async beside() {
      const other = await freePort()
      const publicOrigin = `http://localhost:${other}`
      const { hub, stop } = await run({ port: other, publicOrigin })
      return { origin: publicOrigin, hub, stop }
    },
    halt,
    async restart() {
      await halt()
      running = await run()
      isRunning = true
    },
    async stop() {
      await halt()
      await idp.stop()
      await database.close()
      await rm(filesDir, { recursive: true, force: true })
    },
  }
}

/** The hub's procedures as a browser with these cookies would call them. */
export const clientWith = (origin: string, cookie: string): TRPCClient<HubRouter> =>
  createTRPCClient<HubRouter>({ links: [httpBatchLink({ url: `${origin}/trpc`, headers: { cookie, origin } })] })

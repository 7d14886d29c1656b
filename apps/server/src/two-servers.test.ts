import { resolve } from 'node:path'
import { makeKeyText } from '@lianban/audit'
import { freePort } from '@lianban/db'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { aHub, type HubServer } from '../../../tests/support/hub-server.ts'
import { enterRoom, knock } from '../../../tests/support/live-client.ts'
import { openEvents } from '../../../tests/support/page-events.ts'
import { aSharedCase, once, type SharedCase } from '../../../tests/support/shared-case.ts'
import { quietLog } from './log.ts'
import { type RunningHub, runHub } from './run-hub.ts'

const watchMs = 600_000
let hub: HubServer
let other: RunningHub
let owner: pg.Client
let program: pg.Client
beforeAll(async () => {
  hub = await aHub({ cast: true, options: { watchMs } })
  other = await aSecondServer()
  owner = new pg.Client({ connectionString: hub.ownerUrl })
  program = new pg.Client({ connectionString: hub.programUrl })
  await Promise.all([owner.connect(), program.connect()])
})
afterAll(async () => {
  await Promise.all([owner.end(), program.end()])
  await other.stop()
  await hub.stop()
})

/** Another process of the same hub: the same database and the same public address, behind another port. */
const aSecondServer = async () =>
  runHub({
    programUrl: hub.programUrl,
    host: '127.0.0.1',
    port: await freePort(),
    publicOrigin: hub.origin,
    allowInsecureIssuers: true,
    idleMinutes: 30,
    absoluteHours: 12,
    signInsPerMinute: 10_000,
    blindSecret: Buffer.alloc(32, 'blind'),
    auditLogKey: makeKeyText('localhost/log', 'log'),
    limits: {
      hitsPerOfficerHour: 1000,
      hitsPerAgencyDay: 1000,
      requestsPerOfficerDay: 1000,
      fileBytes: 2 ** 30,
      filesPerCase: 1000,
      openUploads: 100,
    },
    filesDir: hub.filesDir,
    root: resolve(import.meta.dirname, '../../..'),
    log: quietLog,
    watchMs,
  })

type Page = Awaited<ReturnType<typeof openEvents>>
const pages: Page[] = []
afterEach(() => {
  for (const page of pages.splice(0)) page.leave()
})
async function open(origin: string, cookie: string, ...watch: string[]): Promise<Page> {
  const page = await openEvents({ origin, cookie, watch })
  pages.push(page)
  await page.said('open')
  return page
}
async function enter(origin: string, cookie: string, sectionId: string) {
  const { status, socket } = await knock({ origin, cookie, sectionId, headers: { origin: hub.origin } })
  expect(status).toBe(101)
  const closed = new Promise<string>((resolve) => socket.once('close', (code, reason) => resolve(`${code} ${reason}`)))
  return { closed }
}
const recall = async ({ grants }: SharedCase, slug: string) =>
  (await hub.client('bj-tobacco.handler')).grants.recall.mutate(
    once({ grantId: grants[slug]!, expectedVersion: 1, reason: '协作结束' }),
  )

describe('two servers on one database', () => {
  test('[SE133] a recall on one closes the sockets and the pages that stand on the other', async () => {
    const given = await aSharedCase(hub, 'TWO-0130')
    const { cookie } = await hub.signIn('baoan-tobacco.handler')
    const page = await open(other.origin, cookie, `Case:${given.caseId}`)
    const { closed } = await enter(other.origin, cookie, given.openSection)
    await recall(given, 'baoan-tobacco')
    await page.said('closed', { id: given.caseId })
    expect(await closed).toBe('4401 revoked')
  })

  test('[SE133] signing out on one ends the session’s sockets and pages on the other', async () => {
    const given = await aSharedCase(hub, 'TWO-0131')
    const { cookie } = await hub.signIn('bj-police-efd.handler')
    const page = await open(other.origin, cookie)
    const { closed } = await enter(other.origin, cookie, given.openSection)
    await fetch(`${hub.origin}/auth/sign-out`, {
      method: 'POST',
      headers: { cookie, origin: hub.origin, 'content-type': 'application/json' },
      body: JSON.stringify({ everywhere: true }),
    })
    await page.said('ended', { reason: 'session-ended' })
    expect(await closed).toBe('4401 session-ended')
  })

  test('[SE142] what is written on one server is shown on the other, and who is there through either', async () => {
    const { openSection } = await aSharedCase(hub, 'TWO-0142')
    const enterOn = async (origin: string, subject: string) =>
      enterRoom({ origin, publicOrigin: hub.origin, ...(await hub.signIn(subject)), sectionId: openSection })
    const here = await enterOn(hub.origin, 'bj-tobacco.handler')
    const there = await enterOn(other.origin, 'bj-police-efd.handler')
    for (let line = 0; line < 5; line++) {
      here.type(`北京 ${line}`)
      there.type(`公安 ${line}`)
    }
    await vi.waitFor(() => expect([here.text().length, there.text().length]).toEqual([10, 10]), 10_000)
    expect(here.text()).toEqual(there.text())
    here.provider.awareness.setLocalState({ cursor: 1 })
    await vi.waitFor(() => expect(there.provider.awareness.getStates().has(here.doc.clientID)).toBe(true), 10_000)
    for (const page of [here, there]) page.leave()
  })

  test('[SE134] what happened while a server could not hear is found as soon as it hears again', async () => {
    const given = await aSharedCase(hub, 'TWO-0132')
    const { cookie } = await hub.signIn('baoan-tobacco.handler')
    const page = await open(other.origin, cookie, `Case:${given.caseId}`)
    const { closed } = await enter(other.origin, cookie, given.openSection)
    await program.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'lianban-listen'`)
    await owner.query(`update grants set state = 'recalled', version = 2, recalled_at = now() where id = $1`, [
      given.grants['baoan-tobacco'],
    ])
    await page.said('resync')
    await page.said('closed', { id: given.caseId })
    expect(await closed).toBe('4401 revoked')
  })

  test('[SE135] a server that stops ends its pages with a word, and they go on elsewhere', async () => {
    const third = await aSecondServer()
    const { cookie } = await hub.signIn('bj-tobacco.leader')
    const page = await open(third.origin, cookie)
    await third.stop()
    await page.closed
    expect(page.events.at(-1)).toMatchObject({ event: 'ended', reason: 'stopping' })
    await open(other.origin, cookie)
  })
})

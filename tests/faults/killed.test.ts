import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { openDatabase } from '@lianban/db'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aHub, clientWith, type HubServer } from '../support/hub-server.ts'
import { enterRoom } from '../support/live-client.ts'
import { ready, type ServerProcess, startServer } from '../support/server-process.ts'
import { aSharedCase, reportInput, type SharedCase } from '../support/shared-case.ts'

const rounds = 5
const subjects = ['bj-tobacco.handler', 'bj-police-efd.handler', 'baoan-tobacco.handler'] as const

let hub: HubServer
let shared: SharedCase
let server: ServerProcess
const cookies = new Map<string, string>()
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
beforeAll(async () => {
  hub = await aHub({ cast: true })
  shared = await aSharedCase(hub)
  for (const subject of subjects) cookies.set(subject, (await hub.signIn(subject)).cookie)
  await hub.halt()
})
afterAll(async () => {
  if (server?.isRunning()) server.signal('SIGKILL')
  await server?.exited
  await hub.stop()
})

async function start() {
  const { port } = new URL(hub.origin)
  server = startServer({ DATABASE_URL: hub.programUrl, DEMO: 'off', PORT: port, LOG_LEVEL: 'error' })
  await server.said(ready)
}

type Submission = { readonly subject: string; readonly input: ReturnType<typeof reportInput> }
const submitted: Submission[] = []
const answered = new Map<string, string>()
const seenByOthers = new Set<string>()

async function submit({ subject, input }: Submission) {
  const { clueId } = await clientWith(hub.origin, cookies.get(subject)!).clues.record.mutate(input)
  answered.set(input.submissionId, clueId)
}

/** Officers at work until the server is gone: some record clues, two write in one section and watch each other. */
async function work(round: number) {
  let isOver = false
  const recording = subjects.map(async (subject) => {
    while (!isOver) {
      const submission = { subject, input: reportInput() }
      submitted.push(submission)
      await submit(submission).catch(() => sleep(5))
    }
  })
  const pages = await Promise.all(
    subjects
      .slice(0, 2)
      .map((subject) =>
        enterRoom({ origin: hub.origin, cookie: cookies.get(subject)!, sectionId: shared.openSection }),
      ),
  )
  const writing = pages.map(async (page, who) => {
    for (let line = 0; !isOver; line++) {
      page.type(`${round}/${who}/${line}`)
      await sleep(3)
    }
  })
  return async () => {
    isOver = true
    await Promise.all([...recording, ...writing])
    // What a colleague was shown is as good as acknowledged.
    for (const [who, page] of pages.entries())
      for (const line of page.text()) if (line.split('/')[1] !== String(who)) seenByOthers.add(line)
    for (const page of pages) page.leave()
  }
}

async function expectEverythingKept() {
  const reader = await enterRoom({
    origin: hub.origin,
    cookie: cookies.get(subjects[2])!,
    sectionId: shared.openSection,
  })
  const kept = new Set(reader.text())
  reader.leave()
  expect([...seenByOthers].filter((line) => !kept.has(line))).toEqual([])
  const handler = clientWith(hub.origin, cookies.get(subjects[0])!)
  const mine = submitted.filter(({ subject }) => subject === subjects[0])
  for (const { input } of mine.slice(-5)) {
    const clueId = answered.get(input.submissionId)
    if (clueId) expect((await handler.clues.find.query({ clueId: clueId as never })).title).toBe(input.title)
  }
}

type Logged = { act: string; outcome: string; subject?: { id: string } }
async function rows<Row extends object>(statement: string): Promise<Row[]> {
  const superuser = Object.assign(new URL(hub.ownerUrl), { username: 'postgres' }).href
  const db = openDatabase({ url: superuser, maxConnections: 1 })
  const found = await db.pool.query<Row>(statement)
  await db.close()
  return found.rows
}

test('[SE70] a server killed in the middle of work loses nothing it answered and does nothing twice', async () => {
  const before = Number((await rows<{ n: string }>('select count(*) as n from clues'))[0]!.n)
  for (let round = 0; round < rounds; round++) {
    await start()
    await expectEverythingKept()
    const finish = await work(round)
    await sleep(60 + 80 * round)
    process.kill(server.pid, 'SIGKILL')
    await server.exited
    await finish()
  }
  await start()
  await expectEverythingKept()
  expect(seenByOthers.size).toBeGreaterThan(rounds)
  expect(answered.size).toBeGreaterThan(rounds)

  const unanswered = submitted.filter(({ input }) => !answered.has(input.submissionId))
  expect(unanswered.length).toBeGreaterThan(0)
  await Promise.all(unanswered.map(submit))
  const clues = await rows<{ id: string }>('select id from clues order by id')
  expect(clues.length).toBe(before + submitted.length)
  expect(new Set(answered.values()).size).toBe(submitted.length)

  const entries = (await rows<{ body: string }>('select body from audit_entries')).map(
    ({ body }) => JSON.parse(body) as Logged,
  )
  const recorded = entries.filter(({ act, outcome }) => act === 'clue.record' && outcome === 'done')
  expect(recorded.map(({ subject }) => subject?.id).sort()).toEqual(clues.map(({ id }) => id))

  server.signal('SIGTERM')
  expect(await server.exited).toBe(0)
  const cli = resolve(import.meta.dirname, '../../apps/cli/src/lianban.ts')
  const env = { ...process.env, DATABASE_URL: hub.programUrl }
  const { stdout } = await promisify(execFile)(process.execPath, [cli, 'verify-log', '--json'], { env })
  expect(JSON.parse(stdout)).toMatchObject({ intact: true, size: entries.length })
})

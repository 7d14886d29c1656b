import type { CaseId } from '@lianban/kernel'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { aHub, clientWith, type HubServer } from '../../../tests/support/hub-server.ts'
import { openEvents } from '../../../tests/support/page-events.ts'
import { aSharedCase, once, type SharedCase } from '../../../tests/support/shared-case.ts'

let hub: HubServer
let shared: SharedCase
beforeAll(async () => {
  // Nothing is found by the round that asks everything anew: what is told here was told at its moment.
  hub = await aHub({ cast: true, options: { watchMs: 600_000 } })
  shared = await aSharedCase(hub)
})
afterAll(() => hub.stop())

type Page = Awaited<ReturnType<typeof openEvents>>
const pages: Page[] = []
afterEach(() => {
  for (const page of pages.splice(0)) page.leave()
})

async function opened(given: { cookie: string; watch?: string[]; lastEventId?: string }): Promise<Page> {
  const page = await openEvents({ origin: hub.origin, ...given })
  pages.push(page)
  return page
}
const open = async (subject: string, ...watch: string[]) => {
  const page = await opened({ ...(await hub.signIn(subject)), watch })
  await page.said('open')
  return page
}
const recall = async ({ grants }: SharedCase, slug: string) =>
  (await hub.client('bj-tobacco.handler')).grants.recall.mutate(
    once({ grantId: grants[slug]!, expectedVersion: 1, reason: '协作结束' }),
  )
const recordEvent = async (caseId: CaseId) =>
  (await hub.client('bj-tobacco.handler')).cases.recordEvent.mutate(
    once({ caseId, kind: 'other', happenedOn: '2025', what: '经过', source: '004' }),
  )
const settled = () => new Promise((resolve) => setTimeout(resolve, 300))

describe('who is told', () => {
  test('[SE120] without a session, from another site, or about nonsense nobody is told anything', async () => {
    const { cookie } = await hub.signIn('bj-tobacco.handler')
    const refused = async (given: Partial<Parameters<typeof openEvents>[0]>) =>
      (await openEvents({ origin: hub.origin, cookie, ...given })).status
    expect(await refused({ cookie: '' })).toBe(401)
    expect(await refused({ headers: { 'sec-fetch-site': 'cross-site' } })).toBe(403)
    expect(await refused({ watch: ['Case:nonsense'] })).toBe(400)
    expect(await refused({ watch: Array(51).fill(`Case:${shared.caseId}`) })).toBe(400)
  })

  test('[SE121] a record that is not the officer’s to know is closed like one that does not exist', async () => {
    const nowhere = '01890000-0000-7000-8000-000000000000'
    const page = await open('hebei-tobacco.handler', `Case:${shared.caseId}`, `Case:${nowhere}`, `Ferry:${nowhere}`)
    await page.said('closed', { id: shared.caseId })
    await recordEvent(shared.caseId)
    await settled()
    const told = page.events.filter(({ event }) => event !== 'lists')
    expect(told.map(({ mark: _mark, id: _id, ...facts }) => facts)).toEqual([
      { event: 'open' },
      { event: 'closed', kind: 'Case' },
      { event: 'closed', kind: 'Case' },
      { event: 'closed', kind: 'Ferry' },
    ])
  })

  test('[SE122] who has a record open hears that it changed, by whose hand or another’s, and nothing of its content', async () => {
    const { caseId } = shared
    const police = await open('bj-police-efd.handler', `Case:${caseId}`)
    const session = await hub.signIn('bj-tobacco.handler')
    const mine = await opened({ ...session, watch: [`Case:${caseId}`] })
    await mine.said('open')
    await clientWith(hub.origin, session.cookie).cases.recordEvent.mutate(
      once({ caseId, kind: 'other', happenedOn: '2025', what: '经过', source: '004' }),
    )
    const { mark: _mark, ...told } = await police.said('changed')
    expect(told).toEqual({ event: 'changed', kind: 'Case', id: caseId, own: false })
    await mine.said('changed', { own: true })
  })

  test('[SE123] lists are looked at again by the agencies that an act names, and by no other', async () => {
    const { caseId } = await aSharedCase(hub, 'EV-0123')
    const police = await open('bj-police-efd.handler')
    const hebei = await open('hebei-tobacco.handler')
    await settled()
    const before = hebei.events.length
    police.events.length = 0
    await recordEvent(caseId)
    await police.said('lists')
    await settled()
    expect(hebei.events.slice(before)).toEqual([])
  })
})

describe('rights that end', () => {
  test('[SE124] a recall closes the record on the open pages of that agency and on no others', async () => {
    const given = await aSharedCase(hub, 'EV-0124')
    const baoan = await open('baoan-tobacco.handler', `Case:${given.caseId}`)
    const police = await open('bj-police-efd.handler', `Case:${given.caseId}`)
    await recall(given, 'baoan-tobacco')
    await baoan.said('closed', { kind: 'Case', id: given.caseId })
    await police.said('changed')
    await recordEvent(given.caseId)
    await settled()
    expect(baoan.events.at(-1)).not.toMatchObject({ event: 'changed' })
    expect(police.events.some(({ event }) => event === 'closed')).toBe(false)
  })

  test('[SE125] a grant that runs out closes the page at its instant, not at the next round', async () => {
    const expiresAt = new Date(Date.now() + 1500)
    const { caseId } = await aSharedCase(hub, 'EV-0125', expiresAt)
    const baoan = await open('baoan-tobacco.handler', `Case:${caseId}`)
    await baoan.said('closed', { id: caseId })
    expect(Date.now()).toBeGreaterThanOrEqual(expiresAt.getTime())
  })

  test('[SE126] signing out ends the streams of that session and no other', async () => {
    const leaving = await hub.signIn('bj-tobacco.leader')
    const staying = await hub.signIn('bj-tobacco.leader')
    const [first, second] = [await opened(leaving), await opened(staying)]
    await first.said('open')
    await fetch(`${hub.origin}/auth/sign-out`, {
      method: 'POST',
      headers: { cookie: leaving.cookie, origin: hub.origin, 'content-type': 'application/json' },
      body: JSON.stringify({ everywhere: false }),
    })
    await first.said('ended', { reason: 'session-ended' })
    await first.closed
    expect(second.events.some(({ event }) => event === 'ended')).toBe(false)
  })
})

describe('lines that break', () => {
  test('[SE127] who comes back hears what was missed, and is told to look at everything when that is not known', async () => {
    const { caseId } = await aSharedCase(hub, 'EV-0127')
    await settled()
    const session = await hub.signIn('bj-police-efd.handler')
    const watch = [`Case:${caseId}`]
    const page = await opened({ ...session, watch })
    const { mark: lastEventId } = await page.said('open')
    page.leave()
    await recordEvent(caseId)
    await settled()
    const back = await opened({ ...session, watch, lastEventId })
    await back.said('changed', { kind: 'Case' })
    const stranger = await opened({ ...session, watch, lastEventId: 'another.7' })
    await stranger.said('resync')
  })

  test('[SE128] a session holds four streams; the oldest gives way, five hundred pages included', async () => {
    const { cookie } = await hub.signIn('bj-tobacco.handler')
    const all = await Promise.all(
      Array.from({ length: 500 }, () => opened({ cookie, watch: [`Case:${shared.caseId}`] })),
    )
    const ended = () => all.filter(({ events }) => events.some(({ event }) => event === 'ended'))
    await vi.waitFor(() => expect(ended()).toHaveLength(496), 100_000)
    expect(ended().every(({ events }) => events.at(-1)?.reason === 'superseded')).toBe(true)
    await Promise.all(ended().map(({ closed }) => closed))
    await recordEvent(shared.caseId)
    const rest = all.filter((page) => !ended().includes(page))
    await Promise.all(rest.map((page) => page.said('changed')))
  }, 120_000)
})

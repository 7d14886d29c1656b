import { makeDrivenClock, type SectionId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { aHub, type HubServer } from '../../../tests/support/hub-server.ts'
import { enterRoom, knock } from '../../../tests/support/live-client.ts'
import { aSharedCase, once, type SharedCase } from '../../../tests/support/shared-case.ts'

const clock = makeDrivenClock(new Date())
let hub: HubServer
let shared: SharedCase
beforeAll(async () => {
  hub = await aHub({ cast: true, options: { clock, watchMs: 100 } })
  shared = await aSharedCase(hub)
})
afterAll(() => hub.stop())

type Page = Awaited<ReturnType<typeof enterRoom>>
const pages: Page[] = []
afterEach(() => {
  for (const page of pages.splice(0)) page.leave()
})

async function open(subject: string, sectionId: SectionId): Promise<Page> {
  const page = await enterRoom({ origin: hub.origin, ...(await hub.signIn(subject)), sectionId })
  pages.push(page)
  return page
}

const until = (holds: () => unknown) => vi.waitFor(holds, 10_000)

type Logged = {
  act: string
  outcome: string
  agencyId: string
  subject?: { id: string }
  facts?: unknown
  code?: string
}
async function logged(act: string, subjectId: string): Promise<Logged[]> {
  const { rows } = await hub.hub.db.transaction({ duty: 'verifier' }, clock.now(), (tx) =>
    tx.execute<{ body: string }>(sql`select body from audit_entries order by id`),
  )
  const all = rows.map(({ body }) => JSON.parse(body) as Logged)
  return all.filter((entry) => entry.act === act && entry.subject?.id === subjectId)
}

describe('writing together', () => {
  test('[SE20] officers of two agencies who write at once end with the same text', async () => {
    const { openSection } = await aSharedCase(hub, 'BJ-0020')
    const [beijing, police] = [
      await open('bj-tobacco.handler', openSection),
      await open('bj-police-efd.handler', openSection),
    ]
    for (let line = 0; line < 5; line++) {
      beijing.type(`北京 ${line}`)
      police.type(`公安 ${line}`)
    }
    await until(() => expect(police.text()).toHaveLength(10))
    await until(() => expect(beijing.text()).toEqual(police.text()))
    const later = await open('baoan-tobacco.handler', openSection)
    expect(later.text()).toEqual(police.text())
  })

  test('[SE21] others see a writer under the post and agency of the session, in the agency’s colour', async () => {
    const { openSection } = await aSharedCase(hub, 'BJ-0021')
    const subjects = ['bj-tobacco.handler', 'bj-tobacco.leader', 'bj-police-efd.handler']
    const [handler, leader, police] = [
      await open(subjects[0]!, openSection),
      await open(subjects[1]!, openSection),
      await open(subjects[2]!, openSection),
    ]
    for (const page of [handler, leader]) page.provider.awareness.setLocalStateField('user', { name: '公安局长' })
    type User = { name: string; agency: string; color: string }
    const seen = () =>
      [...police.provider.awareness.getStates().values()].flatMap(({ user }) =>
        (user as User)?.agency ? [user as User] : [],
      )
    await until(() => expect(seen()).toHaveLength(2))
    expect(
      seen()
        .map(({ name, agency }) => `${name}@${agency}`)
        .sort(),
    ).toEqual(['北京烟草·承办员@北京烟草', '北京烟草·负责人@北京烟草'])
    expect(new Set(seen().map(({ color }) => color)).size).toBe(1)
  })

  test('[SE22] the log says who opened a section, and how much but not what was written', async () => {
    const { openSection } = await aSharedCase(hub, 'BJ-0022')
    const page = await open('baoan-tobacco.handler', openSection)
    page.type('宝安查获烟弹')
    const reader = await open('bj-police-efd.handler', openSection)
    await until(() => expect(reader.text()).toEqual(['宝安查获烟弹']))
    page.leave()
    await until(async () => expect(await logged('section.wrote', openSection)).toHaveLength(1))
    const [wrote] = await logged('section.wrote', openSection)
    expect(wrote).toMatchObject({
      outcome: 'done',
      agencyId: shared.agencies.get('baoan-tobacco'),
      facts: { updates: expect.any(Number), bytes: expect.any(Number) },
    })
    const entered = await logged('section.enter', openSection)
    expect(entered.map(({ agencyId }) => agencyId)).toEqual(
      ['baoan-tobacco', 'bj-police-efd'].map((slug) => shared.agencies.get(slug)),
    )
    expect(JSON.stringify([wrote, entered])).not.toContain('烟弹')
  })
})

describe('at the door', () => {
  const nowhere = '01939e1c-0000-7000-8000-000000000000'

  test('[SE23] a section that is not one’s own to know is answered like one that does not exist', async () => {
    const hebei = { origin: hub.origin, ...(await hub.signIn('hebei-tobacco.handler')) }
    const baoan = { origin: hub.origin, ...(await hub.signIn('baoan-tobacco.handler')) }
    const absent = await knock({ ...hebei, sectionId: nowhere })
    expect(absent.status).toBe(404)
    const doors = [
      { ...hebei, sectionId: shared.openSection },
      { ...baoan, sectionId: shared.closedSection },
      { ...baoan, sectionId: 'nonsense' },
      { ...baoan, sectionId: encodeURIComponent('../healthz') },
    ]
    for (const door of doors) {
      const { status, body } = await knock(door)
      expect([status, body]).toEqual([absent.status, absent.body])
    }
  })

  test('[SE23] a section asked for without an upgrade is entered by nobody', async () => {
    const { openSection } = await aSharedCase(hub, 'BJ-0023')
    const { cookie } = await hub.signIn('bj-tobacco.handler')
    const headers = { cookie, origin: hub.origin }
    expect((await fetch(`${hub.origin}/rooms/${openSection}`, { headers })).status).toBe(426)
    expect(await logged('section.enter', openSection)).toEqual([])
  })
})

describe('who may not write', () => {
  test('[SE24] an edit over a read-only connection is refused and logged, and the room goes on', async () => {
    const { openSection } = await aSharedCase(hub, 'BJ-0024')
    const [writer, reader] = [
      await open('bj-tobacco.handler', openSection),
      await open('bj-procuratorate.procurator', openSection),
    ]
    reader.type('检察官不应写入')
    expect(await reader.closed).toEqual({ code: 4403, reason: 'read-only' })
    writer.type('照常办理')
    const other = await open('bj-police-efd.handler', openSection)
    await until(() => expect(other.text()).toEqual(['照常办理']))
    expect(writer.provider.wsconnected).toBe(true)
    await until(async () =>
      expect(await logged('section.write', openSection)).toMatchObject([
        { outcome: 'refused', code: 'read-only', agencyId: shared.agencies.get('bj-procuratorate') },
      ]),
    )
  })

  test('[SE25] a frame of fifty megabytes ends its own connection and no other', async () => {
    const page = await open('bj-tobacco.handler', shared.openSection)
    const { cookie } = await hub.signIn('bj-police-efd.handler')
    const { socket } = await knock({ origin: hub.origin, cookie, sectionId: shared.openSection })
    const closed = new Promise((resolve) => socket.on('close', resolve))
    await new Promise((resolve) => socket.once('message', resolve))
    socket.send(Buffer.alloc(50 * 1024 * 1024))
    expect([1006, 1009]).toContain(await closed)
    page.type('仍在办理')
    const other = await open('bj-police-efd.handler', shared.openSection)
    await until(() => expect(other.text()).toContain('仍在办理'))
    expect(page.provider.wsconnected).toBe(true)
  })
})

describe('stored updates that are damaged', () => {
  test('[SE143] the section opens to read as it was before the damage, which log and metrics name', async () => {
    const { openSection } = await aSharedCase(hub, 'BJ-0143')
    const writer = await open('bj-tobacco.handler', openSection)
    writer.type('损坏之前')
    const reader = await open('bj-police-efd.handler', openSection)
    await until(() => expect(reader.text()).toEqual(['损坏之前']))
    writer.type('损坏之处')
    await until(() => expect(reader.text()).toHaveLength(2))
    for (const page of pages.splice(0)) page.leave()
    const owner = new pg.Client({ connectionString: hub.ownerUrl })
    await owner.connect()
    await owner.query(
      `update room_updates set sum = sum + 1 where seq = (select max(seq) from room_updates where room_id = $1)`,
      [openSection],
    )
    await owner.end()
    await until(async () => {
      const again = await open('bj-tobacco.handler', openSection)
      expect(again.text()).toEqual(['损坏之前'])
      again.type('不会合并')
      expect(await again.closed).toEqual({ code: 4423, reason: 'damaged' })
    })
    expect(await logged('section.write', openSection)).toEqual([])
    expect(await (await fetch(`${hub.origin}/metrics`)).text()).toContain('event="damaged"')
  })
})

describe('rights that end', () => {
  test('[SE26] a grant that is recalled closes that agency’s open pages at once', async () => {
    const { openSection, grants } = await aSharedCase(hub, 'BJ-0026')
    const [baoan, police] = [
      await open('baoan-tobacco.handler', openSection),
      await open('bj-police-efd.handler', openSection),
    ]
    const handler = await hub.client('bj-tobacco.handler')
    await handler.grants.recall.mutate(
      once({ grantId: grants['baoan-tobacco']!, expectedVersion: 1, reason: '协作结束' }),
    )
    expect(await baoan.closed).toEqual({ code: 4401, reason: 'revoked' })
    expect(police.provider.wsconnected).toBe(true)
    const { status } = await knock({
      origin: hub.origin,
      ...(await hub.signIn('baoan-tobacco.handler')),
      sectionId: openSection,
    })
    expect(status).toBe(404)
  })

  test('[SE26] a section that is restricted closes the pages of those left out', async () => {
    const { openSection, agencies } = await aSharedCase(hub, 'BJ-0027')
    const [baoan, police] = [
      await open('baoan-tobacco.handler', openSection),
      await open('bj-police-efd.handler', openSection),
    ]
    const handler = await hub.client('bj-tobacco.handler')
    const memberAgencyIds = ['bj-tobacco', 'bj-police-efd'].map((slug) => agencies.get(slug)!)
    await handler.dossier.restrict.mutate(
      once({ sectionId: openSection, expectedVersion: 1, audience: 'members', memberAgencyIds }),
    )
    expect(await baoan.closed).toEqual({ code: 4401, reason: 'revoked' })
    expect(police.provider.wsconnected).toBe(true)
  })

  test('[SE28] a grant that runs out closes the pages it had opened', async () => {
    const expiresAt = new Date(clock.now().getTime() + 10 * 60_000)
    const { openSection } = await aSharedCase(hub, 'BJ-0029', expiresAt)
    const baoan = await open('baoan-tobacco.handler', openSection)
    clock.advance(11 * 60_000)
    expect(await baoan.closed).toEqual({ code: 4401, reason: 'revoked' })
  })

  // Last, since it lets everybody else's session run out.
  test('[SE27] who writes is not idle, and who only looks on is signed out', async () => {
    const { openSection } = await aSharedCase(hub, 'BJ-0028')
    const [writer, onlooker] = [
      await open('bj-tobacco.handler', openSection),
      await open('bj-police-efd.handler', openSection),
    ]
    clock.advance(25 * 60_000)
    writer.type('二十五分钟以后')
    await until(() => expect(onlooker.text()).toEqual(['二十五分钟以后']))
    await until(async () => {
      const { rows } = await hub.hub.db.transaction({ duty: 'sign-in' }, clock.now(), (tx) =>
        tx.execute<{ seen: Date }>(sql`select max(last_seen_at) as seen from sessions`),
      )
      expect(new Date(rows[0]!.seen)).toEqual(clock.now())
    })
    clock.advance(10 * 60_000)
    expect(await onlooker.closed).toEqual({ code: 4401, reason: 'session-ended' })
    expect(writer.provider.wsconnected).toBe(true)
  })
})

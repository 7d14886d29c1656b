import { listen } from '@lianban/db'
import { newId, SectionId } from '@lianban/kernel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AgencyName, OfficerName } from '../a-cast.ts'
import { aWorld, day, type World } from '../a-world.ts'
import { levels } from '../classification.ts'
import { stillOpen } from '../live/index.ts'
import { newsChannel, readNews } from '../news.ts'
import { recallGrant } from '../sharing/index.ts'
import { dossierOutline, enterSection, recordLeaving, recordRefusedWrite, restrictSection } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const ofCase = (id: string) => ({ kind: 'Case' as const, id })
const outline = async (name: OfficerName, caseId: string) =>
  (await world.ask(name, dossierOutline, { caseId })).sections
const rightOf = (name: OfficerName, sectionId: string) =>
  stillOpen(world.hub, world.people[name].officer, { sectionIds: [SectionId.parse(sectionId)], refs: [] }).then(
    ({ rights }) => rights.get(SectionId.parse(sectionId)),
  )
const members = (...names: AgencyName[]) => names.map((name) => world.agencies[name])
const restrict = (name: OfficerName, sectionId: string, to: AgencyName[], expectedVersion = 1) => {
  const audience = { audience: 'members' as const, memberAgencyIds: members(...to) }
  return world.submit(name, restrictSection, { sectionId, expectedVersion, ...audience })
}

async function aSharedCase() {
  const caseId = await world.aCase()
  await world.aGrant(ofCase(caseId), 'police', { level: 'co_handle' })
  await world.aGrant(ofCase(caseId), 'guilin', { level: 'contribute' })
  return caseId
}

describe('adding', () => {
  test('[HU100] sections added at one moment stand one after another', async () => {
    const caseId = await aSharedCase()
    await Promise.all(
      Array.from({ length: 6 }, (_, i) => world.aSection(caseId, {}, i % 2 ? 'bjHandler' : 'policeHandler')),
    )
    expect((await outline('bjHandler', caseId)).map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6])
  })

  test.each(levels)('[HU101] a guest at level %s adds sections or does not', async (level) => {
    const caseId = await world.aCase()
    await world.aGrant(ofCase(caseId), 'baoan', { level })
    const add = () => world.aSection(caseId, {}, 'baoanHandler')
    if (level === 'co_handle') await expect(add()).resolves.toBeDefined()
    else expect(await world.refusal(add)).toMatchObject({ code: 'policy.denied' })
  })

  test('[HU102] a section is never opened to an agency that is not on the case', async () => {
    const caseId = await aSharedCase()
    const add = (memberAgencyIds: string[]) => () => world.aSection(caseId, { audience: 'members', memberAgencyIds })
    expect(await world.refusal(add(members('police', 'baoan')))).toMatchObject({
      code: 'dossier.member-not-on-case',
      facts: { agency: '宝安烟草' },
    })
    expect(await world.refusal(add([newId()]))).toMatchObject({ code: 'agency.unknown' })
  })

  test('[HU102] an agency whose grant was recalled or has expired is not on the case', async () => {
    const caseId = await aSharedCase()
    const grantId = await world.aGrant(ofCase(caseId), 'baoan')
    await world.aGrant(ofCase(caseId), 'procuratorate', {
      expiresAt: new Date(world.clock.now().getTime() + 1).toISOString(),
    })
    await world.submit('bjHandler', recallGrant, { grantId, expectedVersion: 1, reason: '误邀' })
    world.clock.advance(1)
    for (const name of ['baoan', 'procuratorate'] as const)
      expect(
        await world.refusal(() => world.aSection(caseId, { audience: 'members', memberAgencyIds: members(name) })),
      ).toMatchObject({ code: 'dossier.member-not-on-case' })
  })

  test('[HU103] the agency that adds a section is always among its members', async () => {
    const caseId = await aSharedCase()
    await world.aSection(caseId, { audience: 'members', memberAgencyIds: members('police', 'police') })
    const [section] = await outline('bjHandler', caseId)
    const slugs = section!.kind === 'open' ? section!.members.map(({ slug }) => slug) : []
    expect(slugs.toSorted()).toEqual(['bj', 'police'])
  })
})

describe('placeholders', () => {
  test('[HU104] a section closed to a reader shows its place and whom to ask, and nothing else', async () => {
    const caseId = await aSharedCase()
    const sectionId = await world.aSection(caseId, {
      title: '司法认定',
      audience: 'members',
      memberAgencyIds: members('police'),
    })
    const sections = await outline('guilinHandler', caseId)
    expect(sections).toEqual([{ kind: 'withheld', position: 1, askAgency: expect.objectContaining({ slug: 'bj' }) }])
    expect(JSON.stringify(sections)).not.toMatch(`司法认定|${sectionId}|${world.agencies.police}`)
  })

  test('[HU104] even the owner of the case sees a placeholder of a guest’s closed section', async () => {
    const caseId = await aSharedCase()
    const closed = { title: '侦查部署', audience: 'members' as const, memberAgencyIds: members('guilin') }
    const sectionId = await world.aSection(caseId, closed, 'policeHandler')
    expect(await outline('bjLeader', caseId)).toMatchObject([{ kind: 'withheld', askAgency: { slug: 'police' } }])
    for (const name of ['bjHandler', 'bjLeader', 'bjAuditor'] as const)
      expect(await rightOf(name, sectionId)).toBeUndefined()
    expect(await rightOf('guilinHandler', sectionId)).toBe('write')
  })
})

describe('rights', () => {
  test.each<[OfficerName, 'write' | 'read' | undefined, 'write' | 'read' | undefined]>([
    ['bjHandler', 'write', 'write'],
    ['bjLeader', 'write', 'write'],
    ['bjAuditor', 'read', undefined],
    ['bjIntake', undefined, undefined],
    ['policeHandler', 'write', 'write'],
    ['policeDuty', undefined, undefined],
    ['guilinHandler', 'write', undefined],
    ['procurator', 'read', undefined],
    ['shunyiHandler', undefined, undefined],
    ['hebeiHandler', undefined, undefined],
  ])('[HU105] %s may %s an open section and %s a closed one', async (name, open, closed) => {
    const caseId = await aSharedCase()
    await world.aGrant(ofCase(caseId), 'procuratorate', { level: 'comment' })
    const openId = await world.aSection(caseId)
    const closedId = await world.aSection(caseId, { audience: 'members', memberAgencyIds: members('police') })
    expect([await rightOf(name, openId), await rightOf(name, closedId)]).toEqual([open, closed])
    for (const [sectionId, right] of [
      [openId, open],
      [closedId, closed],
    ] as const) {
      const enter = () => world.ask(name, enterSection, { sectionId })
      if (right) expect(await enter()).toEqual({ caseId, right })
      else expect(await world.refusal(enter)).toMatchObject({ code: 'record.unseen' })
    }
  })

  test.each(levels)('[HU105] a guest at level %s writes or reads an open section', async (level) => {
    const caseId = await world.aCase()
    await world.aGrant(ofCase(caseId), 'baoan', { level })
    const right = await rightOf('baoanHandler', await world.aSection(caseId))
    expect(right).toBe(level === 'contribute' || level === 'co_handle' ? 'write' : 'read')
  })

  test('[HU106] a member loses the section with its grant, to the millisecond', async () => {
    const caseId = await world.aCase()
    const expiresAt = new Date(world.clock.now().getTime() + day).toISOString()
    const recalled = await world.aGrant(ofCase(caseId), 'guilin', { level: 'co_handle' })
    await world.aGrant(ofCase(caseId), 'police', { level: 'co_handle', expiresAt })
    const sectionId = await world.aSection(caseId, {
      audience: 'members',
      memberAgencyIds: members('guilin', 'police'),
    })
    world.clock.advance(day - 1)
    expect([await rightOf('guilinHandler', sectionId), await rightOf('policeHandler', sectionId)]).toEqual([
      'write',
      'write',
    ])
    world.clock.advance(1)
    await world.submit('bjHandler', recallGrant, { grantId: recalled, expectedVersion: 1, reason: '结束' })
    expect([await rightOf('guilinHandler', sectionId), await rightOf('policeHandler', sectionId)]).toEqual([
      undefined,
      undefined,
    ])
  })
})

describe('restricting', () => {
  test('[HU107] the agency that added a section closes and opens it', async () => {
    const caseId = await aSharedCase()
    const sectionId = await world.aSection(caseId)
    expect(await restrict('bjHandler', sectionId, ['police'])).toEqual({ version: 2 })
    expect([await rightOf('policeHandler', sectionId), await rightOf('guilinHandler', sectionId)]).toEqual([
      'write',
      undefined,
    ])
    await restrict('bjLeader', sectionId, ['guilin'], 2)
    expect([await rightOf('policeHandler', sectionId), await rightOf('guilinHandler', sectionId)]).toEqual([
      undefined,
      'write',
    ])
  })

  test.each<[OfficerName, string]>([
    ['policeHandler', 'policy.denied'],
    ['bjAuditor', 'policy.denied'],
    ['bjDuty', 'record.unseen'],
    ['hebeiHandler', 'record.unseen'],
  ])('[HU107] %s does not change who reads Beijing’s section', async (name, code) => {
    const sectionId = await world.aSection(await aSharedCase())
    expect(await world.refusal(() => restrict(name, sectionId, ['police']))).toMatchObject({ code })
  })

  test('[HU107] over a page that is out of date, or to an outsider, nothing changes', async () => {
    const sectionId = await world.aSection(await aSharedCase())
    expect(await world.refusal(() => restrict('bjHandler', sectionId, ['police'], 2))).toMatchObject({
      code: 'record.stale',
    })
    expect(await world.refusal(() => restrict('bjHandler', sectionId, ['hebei']))).toMatchObject({
      code: 'dossier.member-not-on-case',
    })
  })

  test('[HU108] every change of rights on a case is told to the rooms, a refused one is not', async () => {
    const heard: unknown[] = []
    const { connectionString } = world.hub.db.pool.options
    const ears = await listen(connectionString!, newsChannel, (payload) => {
      const news = readNews(payload)
      if (news?.what === 'access') heard.push(news)
    })
    const caseId = await world.aCase()
    const grantId = await world.aGrant(ofCase(caseId), 'police', { level: 'co_handle' })
    const sectionId = await world.aSection(caseId)
    await restrict('bjHandler', sectionId, ['police'])
    await world.refusal(() => restrict('bjHandler', sectionId, ['hebei'], 2))
    await world.submit('bjHandler', recallGrant, { grantId, expectedVersion: 1, reason: '结束' })
    await world.aHandoff('accepted', caseId)
    await expect.poll(() => heard).toEqual(Array(4).fill({ what: 'access', kind: 'Case', id: caseId }))
    await ears.close()
  })
})

test('[HU109] who leaves a room after writing leaves a count in the log and no words', async () => {
  const caseId = await aSharedCase()
  const sectionId = SectionId.parse(await world.aSection(caseId))
  await world.ask('policeHandler', enterSection, { sectionId })
  const before = (await world.entries()).length
  await recordLeaving(world.as('policeHandler'), { sectionId, updates: 0, bytes: 0 })
  await recordLeaving(world.as('policeHandler'), { sectionId, updates: 12, bytes: 345 })
  await recordRefusedWrite(world.as('procurator'), sectionId, 'room.read-only')
  expect((await world.entries()).slice(before)).toMatchObject([
    { act: 'section.wrote', caseId, subject: { kind: 'Section', id: sectionId }, facts: { updates: 12, bytes: 345 } },
    { act: 'section.write', outcome: 'refused', code: 'room.read-only', subject: { id: sectionId } },
  ])
})

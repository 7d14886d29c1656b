import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, day, type World } from '../a-world.ts'
import { findCasePage, findCluePage } from '../cases/index.ts'
import { recallGrant, whoCanSee } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const ofCase = (id: string) => ({ kind: 'Case' as const, id })
const seers = async (record: Parameters<typeof whoCanSee>[1]['record'], name: OfficerName = 'bjHandler') =>
  (await world.ask(name, whoCanSee, { record })).items
type Seers = Awaited<ReturnType<typeof seers>>

/** Officers by name whose agency and role the answer lists as reading. */
const readersIn = (items: Seers) =>
  (Object.keys(world.people) as OfficerName[]).filter((name) => {
    const { agencyId, roles } = world.people[name].officer
    const item = items.find(({ agency }) => agency.id === agencyId)
    return item?.roles.some(
      ({ role, actions }) => roles.includes(role) && actions.some(({ action }) => action === 'read'),
    )
  })

async function whoOpens(open: (name: OfficerName) => Promise<unknown>) {
  const opened: OfficerName[] = []
  for (const name of Object.keys(world.people) as OfficerName[])
    await open(name).then(
      () => opened.push(name),
      () => {},
    )
  return opened
}

test('[HU78] who can see a case are exactly the officers who can open it', async () => {
  for (const label of ['internal', 'core_sensitive'] as const) {
    const caseId = await world.aCase({ label })
    for (const agency of ['police', 'procuratorate'] as const) await world.aGrant(ofCase(caseId), agency)
    await world.aGrant(ofCase(caseId), 'baoan', {
      expiresAt: new Date(world.clock.now().getTime() + day).toISOString(),
    })
    const grantId = await world.aGrant(ofCase(caseId), 'guilin')
    // Above the label a second officer has approved it meanwhile.
    const expectedVersion = label === 'core_sensitive' ? 2 : 1
    await world.submit('bjHandler', recallGrant, { grantId, expectedVersion, reason: '误邀' })
    world.clock.advance(day)
    const items = await seers(ofCase(caseId))
    expect(items.map(({ agency }) => agency.slug).sort()).toEqual(['bj', 'police', 'procuratorate'])
    expect(readersIn(items)).toEqual(await whoOpens((name) => world.ask(name, findCasePage, { caseId })))
  }
})

test('[HU78] the receiver of an accepted case is listed as its lead, after the owner', async () => {
  const { caseId } = await world.aHandoff('accepted')
  const items = await seers(ofCase(caseId))
  expect(items.map(({ agency, via, level }) => [agency.slug, via, level])).toEqual([
    ['bj', 'owner', 'owner'],
    ['police', 'lead', 'lead'],
  ])
})

test('[HU79] each agency stands with roles, acts, rules and the terms of its grant', async () => {
  const caseId = await world.aCase()
  await world.aGrant(ofCase(caseId), 'police', { level: 'contribute', withheldFields: ['events'] })
  const [owner, guest] = await seers(ofCase(caseId), 'policeHandler')
  expect(owner).toMatchObject({ via: 'owner', grant: null })
  expect(guest).toMatchObject({
    agency: { slug: 'police' },
    via: 'grant',
    level: 'contribute',
    grant: {
      purpose: '联合办案',
      agreementNumber: '协议〔1〕号',
      withheldFields: ['events'],
      givenBy: { postEn: 'bjHandler' },
    },
  })
  expect(guest!.roles.find(({ role }) => role === 'handler')!.actions[0]).toMatchObject({
    action: 'read',
    zh: '查看案件',
    rule: 'CASE-READ-GRANT',
    because: { zh: '立案单位已授权贵单位参与本案。' },
  })
})

test('[HU80] who can see a clue includes the guests of the case it became part of', async () => {
  const clueId = await world.aClue({}, 'bjIntake')
  const caseId = await world.aCase({ clueIds: [clueId] })
  await world.aGrant(ofCase(caseId), 'police')
  await world.aGrant(ofCase(caseId), 'guilin', { withheldFields: ['clues'] })
  await world.aGrant({ kind: 'Clue', id: clueId }, 'baoan')
  const items = await seers({ kind: 'Clue', id: clueId })
  expect(items.map(({ agency }) => agency.slug).sort()).toEqual(['baoan', 'bj', 'police'])
  expect(readersIn(items)).toEqual(await whoOpens((name) => world.ask(name, findCluePage, { clueId })))
})

test('[HU80] the owner of a clue learns who reads it through a case that is not its own', async () => {
  const clueId = await world.aClue({}, 'shunyiIntake')
  const terms = { level: 'co_handle' as const, allowsOnward: true }
  await world.aGrant({ kind: 'Clue', id: clueId }, 'bj', terms, 'shunyiHandler')
  const caseId = await world.aCase({ clueIds: [clueId] })
  await world.aGrant(ofCase(caseId), 'police')
  const items = await seers({ kind: 'Clue', id: clueId }, 'shunyiHandler')
  expect(items.map(({ agency }) => agency.slug).sort()).toEqual(['bj', 'police', 'shunyi'])
  expect(readersIn(items)).toEqual(await whoOpens((name) => world.ask(name, findCluePage, { clueId })))
  expect((await world.refusal(() => world.ask('shunyiHandler', findCasePage, { caseId }))).code).toBe('record.unseen')
})

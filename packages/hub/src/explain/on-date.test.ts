import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, day, ruleFiles, type World } from '../a-world.ts'
import { caseWithholdable, findCasePage } from '../cases/index.ts'
import { enterSection, restrictSection } from '../dossiers/index.ts'
import { establishRules } from '../rule-versions/index.ts'
import { recallGrant } from '../sharing/index.ts'
import { dissolveTaskForce, findTaskForcePage, revokeSeat } from '../task-forces/index.ts'
import { vocabulary } from '../vocabulary.ts'
import { explainOnDate, explainOthers } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const ofCase = (id: string) => ({ kind: 'Case' as const, id })
const at = (ms: number) => new Date(world.clock.now().getTime() + ms).toISOString()
const onDate = (name: OfficerName, record: object, instant: string) =>
  world.ask(name, explainOnDate, { record, at: instant } as Parameters<typeof explainOnDate>[1])
type Answer = Awaited<ReturnType<typeof explainOnDate>>

const slugs = ({ items }: Answer) => items.map(({ agency }) => agency.slug)
const actsOf = ({ items }: Answer, slug: string, role: string) =>
  items
    .find(({ agency }) => agency.slug === slug)
    ?.roles.find((one) => one.role === role)
    ?.acts.map(({ action }) => action)

test('[HU320] a grant since recalled is in the answer of the day on which it was live, to the instant', async () => {
  const caseId = await world.aCase()
  world.clock.advance(1000)
  const grantId = await world.aGrant(ofCase(caseId), 'police', { level: 'contribute' })
  world.clock.advance(1000)
  await world.submit('bjHandler', recallGrant, { grantId, expectedVersion: 1, reason: '误邀' })
  world.clock.advance(1000)
  expect(slugs(await onDate('bjHandler', ofCase(caseId), at(-2001)))).toEqual(['bj'])
  const then = await onDate('bjHandler', ofCase(caseId), at(-2000))
  expect(slugs(then)).toEqual(['bj', 'police'])
  expect(actsOf(then, 'police', 'handler')).toContain('recordFigure')
  expect(then.items.map(({ canToday }) => canToday)).toEqual([true, false])
  expect(slugs(await onDate('bjHandler', ofCase(caseId), at(-1000)))).toEqual(['bj'])
})

test('[HU320] asked of now, the answer is that of today', async () => {
  const clueId = await world.aClue({}, 'bjIntake')
  const { caseId, handoffId } = await world.aHandoff('accepted', await world.aCase({ clueIds: [clueId] }))
  await world.aGrant(ofCase(caseId), 'baoan', { level: 'co_handle' })
  await world.aGrant({ kind: 'Clue', id: clueId }, 'guilin')
  const memberAgencyIds = [world.agencies.police, world.agencies.baoan]
  const sectionId = await world.aSection(caseId, { audience: 'members', memberAgencyIds })
  const records = [
    ofCase(caseId),
    { kind: 'Clue', id: clueId },
    { kind: 'Section', id: sectionId },
    { kind: 'Handoff', id: handoffId },
    { kind: 'Agreement', id: world.agreementId },
    { kind: 'TaskForce', id: await world.aTaskForce(['police', 'guilinHandler']) },
  ]
  for (const record of records) {
    const asker = record.kind === 'Agreement' ? 'bjLeader' : 'bjHandler'
    const today = await world.ask(asker, explainOthers, { record } as Parameters<typeof explainOthers>[1])
    const then = await onDate(asker, record, at(0))
    expect(then.items.map(({ canToday: _, looked: __, ...item }) => item)).toEqual(today.items)
    expect(today.items.length).toBeGreaterThan(1)
  }
})

test('[HU321] before a case was handed over its opener led it', async () => {
  const caseId = await world.aCase()
  world.clock.advance(1000)
  await world.aHandoff('accepted', caseId)
  world.clock.advance(1000)
  const before = await onDate('bjHandler', ofCase(caseId), at(-1001))
  expect(slugs(before)).toEqual(['bj'])
  expect(before.values.map(({ value }) => value.zh)).toContain('办理中')
  expect(actsOf(before, 'bj', 'handler')).toContain('prepareHandoff')
  const after = await onDate('bjHandler', ofCase(caseId), at(0))
  expect(slugs(after)).toEqual(['bj', 'police'])
  expect(after.values.map(({ value }) => value.zh)).toContain('已移送')
})

test('[HU321] a section is answered by the audience it had that day', async () => {
  const caseId = await world.aCase()
  for (const agency of ['police', 'baoan'] as const) await world.aGrant(ofCase(caseId), agency)
  const sectionId = await world.aSection(caseId)
  world.clock.advance(1000)
  await world.submit('bjHandler', restrictSection, {
    sectionId,
    expectedVersion: 1,
    audience: 'members',
    memberAgencyIds: [world.agencies.police],
  })
  const record = { kind: 'Section', id: sectionId }
  expect(slugs(await onDate('bjHandler', record, at(-1)))).toEqual(['bj', 'police', 'baoan'])
  expect(slugs(await onDate('bjHandler', record, at(0)))).toEqual(['bj', 'police'])
})

test('[HU321] who sat in a task force is answered by the seats and the state of that instant', async () => {
  const taskForceId = await world.aTaskForce(['police', 'guilinHandler'])
  const record = { kind: 'TaskForce', id: taskForceId }
  const { seats } = await world.ask('bjHandler', findTaskForcePage, { taskForceId })
  world.clock.advance(1000)
  await world.submit('bjHandler', revokeSeat, { taskForceId, expectedVersion: 1, seatId: seats[0]!.id, reason: '调整' })
  world.clock.advance(1000)
  await world.submit('bjLeader', dissolveTaskForce, { taskForceId, expectedVersion: 2, reason: '办结' })
  expect(slugs(await onDate('bjHandler', record, at(-1001)))).toEqual(['bj', 'police', 'guilin'])
  const between = await onDate('bjHandler', record, at(-1000))
  expect(slugs(between)).toEqual(['bj', 'guilin'])
  expect(between.items.map(({ officer }) => officer?.postEn)).toEqual([undefined, 'guilinHandler'])
  expect(actsOf(between, 'bj', 'leader')).toContain('dissolve')
  const after = await onDate('bjHandler', record, at(0))
  expect(slugs(after)).toEqual(['bj'])
  expect(actsOf(after, 'bj', 'leader')).toEqual(['read'])
  expect(after.values.map(({ value }) => value.zh)).toEqual(['已解散'])
})

test('[HU436] with each post that could read it is told what it did not see then', async () => {
  const caseId = await world.aCase()
  const grantId = await world.aGrant(ofCase(caseId), 'police', { withheldFields: ['summary', 'clues'] })
  world.clock.advance(1000)
  await world.submit('bjHandler', recallGrant, { grantId, expectedVersion: 1, reason: '改授' })
  await world.aGrant(ofCase(caseId), 'police')
  const withheld = ({ items }: Answer) =>
    items.map(({ agency, roles }) => [
      agency.slug,
      [...new Set(roles.flatMap((one) => one.withheld.map(({ zh }) => zh)))],
    ])
  const names = caseWithholdable.filter(({ field }) => ['summary', 'clues'].includes(field)).map(({ zh }) => zh)
  expect(withheld(await onDate('bjHandler', ofCase(caseId), at(-1)))).toEqual([
    ['bj', []],
    ['police', names],
  ])
  expect(withheld(await onDate('bjHandler', ofCase(caseId), at(0)))).toEqual([
    ['bj', []],
    ['police', []],
  ])
})

test('[HU435] a look at a task force stands in the log of its case, and with those who could that day', async () => {
  const caseId = await world.aCase()
  const taskForceId = await world.aTaskForce(['police'], { caseId })
  await world.aGrant(ofCase(caseId), 'police')
  await world.ask('policeHandler', findTaskForcePage, { taskForceId })
  const entry = (await world.entries()).findLast(({ act }) => act === 'taskForce.find')
  expect(entry).toMatchObject({ outcome: 'done', subject: { kind: 'TaskForce', id: taskForceId }, caseId })
  const then = await onDate('bjHandler', { kind: 'TaskForce', id: taskForceId }, at(0))
  expect(then.items.map(({ agency, looked }) => [agency.slug, looked?.looked])).toContainEqual(['police', 1])
})

test('[HU322] the roles are those of that day', async () => {
  const caseId = await world.aCase()
  const { id } = world.people.policeLeader.officer
  await world.aGrant(ofCase(caseId), 'police', { granteeOfficerId: id } as object)
  world.clock.advance(1000)
  await world.hub.db.transaction({ duty: 'registration' }, world.clock.now(), (tx) =>
    tx.execute(`update officers set roles = '{intake}' where id = '${id}'`),
  )
  const police = ({ items }: Answer) =>
    items.find(({ agency }) => agency.slug === 'police')?.roles.map(({ role }) => role)
  expect(police(await onDate('bjHandler', ofCase(caseId), at(-1)))).toEqual(['leader'])
  expect(police(await onDate('bjHandler', ofCase(caseId), at(0)))).toBeUndefined()
  await world.hub.db.transaction({ duty: 'registration' }, world.clock.now(), (tx) =>
    tx.execute(`update officers set roles = '{leader}' where id = '${id}'`),
  )
})

test('[HU323] before a record was there nobody could, and the future is not asked about', async () => {
  const caseId = await world.aCase()
  world.clock.advance(1000)
  expect(await onDate('bjHandler', ofCase(caseId), at(-1001))).toMatchObject({ existed: false, items: [] })
  expect((await world.refusal(() => onDate('bjHandler', ofCase(caseId), at(1)))).code).toBe('explain.not-past')
})

test('[HU324] beside who could stands who looked that day, and who tried without being let in', async () => {
  const caseId = await world.aCase()
  await world.aGrant(ofCase(caseId), 'police')
  for (const name of ['policeHandler', 'policeHandler', 'bjLeader'] as const)
    await world.ask(name, findCasePage, { caseId })
  await world.refusal(() => world.ask('baoanHandler', findCasePage, { caseId }))
  const then = await onDate('bjHandler', ofCase(caseId), at(0))
  expect(then.items.map(({ agency, looked }) => [agency.slug, looked?.looked, looked?.refused])).toEqual([
    ['bj', 1, 0],
    ['police', 2, 0],
  ])
  expect(then.elsewhere).toMatchObject([{ agency: { slug: 'baoan' }, looked: 0, refused: 1 }])
  world.clock.advance(day)
  expect((await onDate('bjHandler', ofCase(caseId), at(0))).items.map(({ looked }) => looked)).toEqual([null, null])
})

test('[HU325] a guest learns neither who looked nor of grants between two others that are over', async () => {
  const caseId = await world.aCase()
  await world.aGrant(ofCase(caseId), 'police')
  const grantId = await world.aGrant(ofCase(caseId), 'baoan')
  world.clock.advance(1000)
  await world.submit('bjHandler', recallGrant, { grantId, expectedVersion: 1, reason: '误邀' })
  await world.ask('bjHandler', findCasePage, { caseId })
  const seen = await onDate('policeHandler', ofCase(caseId), at(-1))
  expect(slugs(seen)).toEqual(['bj', 'police'])
  expect(seen).toMatchObject({ isWhole: false, elsewhere: null })
  expect(seen.items.map(({ looked }) => looked)).toEqual([null, null])
  const owner = await onDate('bjHandler', ofCase(caseId), at(-1))
  expect(slugs(owner)).toEqual(['bj', 'police', 'baoan'])
  expect(owner.isWhole).toBe(true)
})

test('[HU325] of a record that is not the asker’s to know the past is as unseen as the present', async () => {
  const caseId = await world.aCase()
  const sectionId = await world.aSection(caseId, { audience: 'members', memberAgencyIds: [] })
  await world.aGrant(ofCase(caseId), 'police')
  await expect(world.ask('policeHandler', enterSection, { sectionId })).rejects.toMatchObject({ code: 'record.unseen' })
  const said = async (record: object) => {
    const { kind, code, sentence, facts } = await world.refusal(() => onDate('policeHandler', record, at(0)))
    return { kind, code, sentence, facts }
  }
  const absent = await said({ kind: 'Section', id: '01890000-0000-7000-8000-000000000000' })
  expect(await said({ kind: 'Section', id: sectionId })).toEqual(absent)
})

// Last: the rules that it puts on record are those of every later instant of this world.
test('[HU328] the rules are those of that instant, and where none were kept the answer says so', async () => {
  const caseId = await world.aCase()
  await world.aGrant(ofCase(caseId), 'police')
  const before = await onDate('bjHandler', ofCase(caseId), at(0))
  expect(before).toMatchObject({ rulesAreOfThatDay: false })
  expect(slugs(before)).toEqual(['bj', 'police'])
  world.clock.advance(1000)
  const name = 'permissions/case.yaml'
  const text = world.hub.policy.rules
    .filter(({ id, subject }) => subject === 'Case' && id !== 'CASE-READ-GRANT')
    .map((rule) => rule.text)
    .join('')
  const keeping = { db: world.hub.db, clock: world.clock, vocabulary }
  const others = ruleFiles.filter((file) => !file.name.startsWith('permissions/'))
  await establishRules(keeping, [{ name, text }, ...others], { adoptsFiles: true })
  const then = await onDate('bjHandler', ofCase(caseId), at(0))
  expect(then).toMatchObject({ rulesAreOfThatDay: true })
  expect(actsOf(then, 'police', 'handler')).toBeUndefined()
  expect(await onDate('bjHandler', ofCase(caseId), at(-1))).toMatchObject({ rulesAreOfThatDay: false })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, clueInput, type World } from '../a-world.ts'
import { findCasePage, findCluePage } from '../cases/index.ts'
import { searchAll } from '../search/index.ts'
import { correctCase, correctClue, listCorrections } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const why = { expectedVersion: 1, fault: '地点登记有误', reason: '与原始记录核对' }
type Changes = Parameters<typeof correctClue>[1]['changes']
const correct = (clueId: string, changes: Changes, by: OfficerName = 'shunyiHandler', expectedVersion = 1) =>
  world.submit(by, correctClue, { clueId, ...why, expectedVersion, changes })
const ofClue = (name: OfficerName, id: string) =>
  world.ask(name, listCorrections, { record: { kind: 'Clue' as const, id } })

test('[HU245] the clue says what is right, and its owner still reads the whole of what it said', async () => {
  const clueId = await world.aClue()
  const corrected = await correct(clueId, {
    place: '北京市昌平区',
    identifiers: [{ kind: 'plate', value: '京 A·12345' }],
  })
  expect(corrected).toMatchObject({ serial: 1, version: 2 })
  expect(await world.ask('shunyiHandler', findCluePage, { clueId })).toMatchObject({
    place: '北京市昌平区',
    identifiers: [{ kind: 'plate', value: '京A12345' }],
    content: clueInput.content,
    version: 2,
  })
  await correct(clueId, { place: '北京市怀柔区' }, 'shunyiLeader', 2)
  const { items } = await ofClue('shunyiHandler', clueId)
  expect(items).toMatchObject([
    { serial: 2, changes: [{ field: 'place', before: '北京市昌平区', after: '北京市怀柔区' }] },
    { serial: 1, fault: why.fault, reason: why.reason, former: { place: clueInput.place, title: clueInput.title } },
  ])
})

test('[HU245] a case is corrected in name, charge and summary', async () => {
  const caseId = await world.aCase()
  await world.submit('bjLeader', correctCase, { caseId, ...why, changes: { name: '更名案', charge: '销售伪劣产品' } })
  expect(await world.ask('bjHandler', findCasePage, { caseId })).toMatchObject({
    name: '更名案',
    charge: '销售伪劣产品',
    version: 2,
  })
})

test('[HU245] over a page that is out of date nothing is corrected', async () => {
  const [clueId, caseId] = [await world.aClue(), await world.aCase()]
  const late = { ...why, expectedVersion: 2 }
  expect(await world.refusal(() => correct(clueId, { place: '昌平' }, 'shunyiHandler', 2))).toMatchObject({
    code: 'record.stale',
  })
  const attempt = () => world.submit('bjHandler', correctCase, { caseId, ...late, changes: { name: '更名案' } })
  expect(await world.refusal(attempt)).toMatchObject({ code: 'record.stale' })
})

test('[HU245] of two corrections at one moment one is made', async () => {
  const clueId = await world.aClue()
  const attempts = ['昌平', '怀柔'].map((place) => correct(clueId, { place }))
  expect(await world.losers(attempts)).toEqual(['record.stale'])
})

test.each<[OfficerName, string]>([
  ['bjHandler', 'policy.denied'],
  ['shunyiIntake', 'record.unseen'],
  ['hebeiHandler', 'record.unseen'],
])('[HU245] %s does not correct a core sensitive clue of Shunyi’s', async (name, code) => {
  const clueId = await world.aClue({ label: 'core_sensitive' })
  await world.aGrant({ kind: 'Clue', id: clueId }, 'bj', { level: 'co_handle' }, 'shunyiHandler')
  expect(await world.refusal(() => correct(clueId, { place: '昌平' }, name))).toMatchObject({ code })
})

test('[HU246] a reader sees what changed where it may see, and of the rest only which field', async () => {
  const clueId = await world.aClue()
  const record = { kind: 'Clue' as const, id: clueId }
  await world.aGrant(record, 'bj', { withheldFields: ['content'] }, 'shunyiHandler')
  await correct(clueId, { place: '昌平', content: '机密的新内容' })
  const { items } = await ofClue('bjHandler', clueId)
  expect(items).toMatchObject([
    {
      reason: why.reason,
      fault: why.fault,
      changes: [{ field: 'place', before: clueInput.place, after: '昌平' }],
      withheldFields: ['content'],
      former: null,
    },
  ])
  expect(JSON.stringify(items)).not.toMatch(/机密的新内容|伪装成医用雾化器/)
})

test('[HU246] who sees none of what changed is told neither the values nor what was wrong', async () => {
  const clueId = await world.aClue()
  await world.aGrant({ kind: 'Clue', id: clueId }, 'bj', { withheldFields: ['content'] }, 'shunyiHandler')
  await correct(clueId, { content: '机密的新内容' })
  expect((await ofClue('bjHandler', clueId)).items).toMatchObject([{ reason: why.reason, fault: null, changes: [] }])
})

test('[HU247] a correction to what the clue says already is refused', async () => {
  const clueId = await world.aClue()
  for (const changes of [{}, { place: clueInput.place, title: clueInput.title }])
    expect(await world.refusal(() => correct(clueId, changes))).toMatchObject({ code: 'correction.nothing-changed' })
})

test('[HU247] an identifier is held to its form in a correction too', async () => {
  const clueId = await world.aClue()
  const identifiers = [{ kind: 'phone' as const, value: '12800000000' }]
  expect(await world.refusal(() => correct(clueId, { identifiers }))).toMatchObject({
    code: 'clue.identifier-malformed',
  })
})

test('[HU245] a number that was corrected away is no longer a hit, and the right one is', async () => {
  const clueId = await world.aClue({ identifiers: [{ kind: 'phone', value: '13900000001' }] })
  const { blindKey } = world.hub
  const isKept = async (value: string) => {
    const { rows } = await world.owner.query('select 1 from identifier_digests where record_id = $1 and digest = $2', [
      clueId,
      blindKey.digestOf('phone', value),
    ])
    return rows.length === 1
  }
  await correct(clueId, { identifiers: [{ kind: 'phone', value: '13900000002' }] })
  expect([await isKept('13900000001'), await isKept('13900000002')]).toEqual([false, true])
})

test('[HU245] a record is found by what it says since its correction, and not by what it said', async () => {
  const [clueId, caseId] = [await world.aClue({ place: '旧巷甲' }), await world.aCase({ charge: '旧罪乙' })]
  await correct(clueId, { place: '新街丙' })
  await world.submit('bjLeader', correctCase, { caseId, ...why, changes: { charge: '新罪丁' } })
  const found = async (name: OfficerName, q: string) => (await world.ask(name, searchAll, { q })).total
  expect([await found('shunyiHandler', '旧巷甲'), await found('shunyiHandler', '新街丙')]).toEqual([0, 1])
  expect([await found('bjHandler', '旧罪乙'), await found('bjHandler', '新罪丁')]).toEqual([0, 1])
})

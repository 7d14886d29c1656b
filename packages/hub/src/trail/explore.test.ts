import { SectionId } from '@lianban/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, day, type World } from '../a-world.ts'
import { findCasePage, findCluePage } from '../cases/index.ts'
import { enterSection } from '../dossiers/index.ts'
import { exploreTrail, exportTrailOfCase, reportTrailOfCase, whoLookedAtOurs } from './index.ts'

let world: World
let caseId: Awaited<ReturnType<World['aCase']>>
let clueId: Awaited<ReturnType<World['aClue']>>
let sectionId: string
beforeAll(async () => {
  world = await aWorld()
  clueId = await world.aClue({}, 'bjIntake')
  caseId = await world.aCase({ number: '甲号', name: '跨省案' })
  await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle' })
  sectionId = await world.aSection(caseId, { title: '案件事实' })
  await world.ask('policeHandler', findCasePage, { caseId })
  await world.ask('policeHandler', findCasePage, { caseId })
  await world.ask('policeHandler', enterSection, { sectionId: SectionId.parse(sectionId) })
  await world.ask('bjHandler', findCasePage, { caseId })
  await world.refusal(() => world.ask('hebeiHandler', findCasePage, { caseId }))
  await world.refusal(() => world.ask('hebeiHandler', findCluePage, { clueId }))
})
afterAll(() => world.close())

type Asked = Parameters<typeof exploreTrail>[1]
const found = async (asked: Asked, name: OfficerName = 'bjAuditor') =>
  (await world.ask(name, exploreTrail, { limit: 200, ...asked })).items
const told = async (asked: Asked, name?: OfficerName) => (await found(asked, name)).map(({ sentence }) => sentence.zh)

test('[HU783] the owner goes through everything on its records by record, officer, agency, act, outcome and time', async () => {
  const police = world.people.policeHandler.officer
  expect(await told({ agencyId: police.agencyId })).toEqual([
    '北京环食药·policeHandler 打开卷宗 甲号 跨省案。',
    '北京环食药·policeHandler 查看案件 甲号 跨省案。',
    '北京环食药·policeHandler 查看案件 甲号 跨省案。',
  ])
  expect(await told({ officerId: police.id })).toHaveLength(3)
  expect(await told({ recordId: caseId, group: 'sharing' })).toEqual([
    '北京烟草·bjHandler 将 甲号 跨省案 以“协同办理”级别共享给 北京环食药。',
  ])
  expect(await told({ outcome: 'refused' })).toEqual(['河北烟草·hebeiHandler 试图查看案件 甲号 跨省案，被拒绝。'])
  expect(await told({ isByOthers: true })).toHaveLength(4)
  expect(await told({ until: new Date(world.clock.now().getTime() - day).toISOString() })).toEqual([])
  const all = await found({})
  const from = all[2]!.at.toISOString()
  expect((await found({ from })).map(({ entryId }) => entryId)).toEqual(
    all.filter(({ at }) => at.toISOString() >= from).map(({ entryId }) => entryId),
  )
})

test('[HU783] the log is read page by page without a gap', async () => {
  const all = await found({})
  const first = await world.ask('bjAuditor', exploreTrail, { limit: 3 })
  const second = await world.ask('bjAuditor', exploreTrail, { limit: 200, cursor: first.nextCursor as never })
  expect([...first.items, ...second.items].map(({ entryId }) => entryId)).toEqual(all.map(({ entryId }) => entryId))
  expect(second.nextCursor).toBeNull()
})

test('[HU784] nobody goes through the log of records that are not of the own agency', async () => {
  for (const name of ['policeHandler', 'policeLeader', 'procurator', 'hebeiHandler', 'bjDuty'] as const) {
    expect(await found({}, name), name).toEqual([])
    expect((await world.ask(name, whoLookedAtOurs, {})).items, name).toEqual([])
  }
})

test('[HU784] the trail of a clue is for those who decide on its sharing', async () => {
  const refused = '河北烟草·hebeiHandler 试图查看线索'
  expect((await told({ outcome: 'refused' }, 'bjHandler')).filter((line) => line.startsWith(refused))).toHaveLength(1)
  expect((await told({ outcome: 'refused' }, 'bjAuditor')).filter((line) => line.startsWith(refused))).toHaveLength(0)
})

test('[HU784] a record that is kept to named officers stays out of what their colleagues go through', async () => {
  const { people } = world
  const restrictedTo = [people.bjHandler.officer.id, people.bjLeader.officer.id]
  const kept = await world.aCase({ number: '密号', name: '专案', restrictedTo })
  expect((await found({ recordId: kept }, 'bjHandler')).length).toBeGreaterThan(0)
  expect(await found({ recordId: kept }, 'bjAuditor')).toEqual([])
  await expect(world.ask('bjAuditor', exportTrailOfCase, { caseId: kept, format: 'csv' })).rejects.toThrow()
})

test('[HU785] the owner is told who in other agencies looked, how often, and for what purpose', async () => {
  const { items } = await world.ask('bjAuditor', whoLookedAtOurs, {})
  expect(items).toMatchObject([
    { agency: { slug: 'hebei' }, looked: 0, refused: 1, purpose: null },
    {
      agency: { slug: 'police' },
      post: { zh: expect.stringContaining('policeHandler') },
      record: { kind: 'Case', name: { zh: '甲号 跨省案' } },
      looked: 3,
      taken: 0,
      refused: 0,
      purpose: { purpose: expect.any(String), origin: 'share' },
    },
  ])
  const byGrant = await found({ agencyId: world.agencies.police })
  expect(byGrant.every(({ purpose }) => purpose?.origin === 'share')).toBe(true)
  expect((await found({ agencyId: world.agencies.bj })).every(({ purpose }) => purpose === null)).toBe(true)
})

test('[HU786] the trail of a case is taken along as a file, which is an entry itself', async () => {
  const csv = await world.ask('bjAuditor', exportTrailOfCase, { caseId, format: 'csv' })
  const lines = csv.text.slice(1).trimEnd().split('\r\n')
  expect(csv).toMatchObject({ isWhole: true, entries: lines.length - 1 })
  expect(lines[0]).toBe('index,at,act,outcome,zh,en,rule,leaf_hash')
  expect(lines[1]).toContain('立案 甲号 跨省案')
  const jsonl = await world.ask('bjAuditor', exportTrailOfCase, { caseId, format: 'jsonl' })
  const last = JSON.parse(jsonl.text.trimEnd().split('\n').at(-1)!)
  expect(last.entry).toMatchObject({ act: 'audit.exportCase', outcome: 'done', subject: { kind: 'Case', id: caseId } })
  await expect(world.ask('policeHandler', exportTrailOfCase, { caseId, format: 'csv' })).rejects.toMatchObject({
    kind: 'forbidden',
  })
})

test('[HU796] the trail of a case becomes a paper for a court, whole or of one thing in it, which is an entry itself', async () => {
  const { paper, name } = await world.ask('bjAuditor', reportTrailOfCase, { caseId })
  const whole = JSON.stringify(paper)
  expect(name).toBe('跨省案审计记录报告')
  for (const part of ['立案 甲号 跨省案', '试图查看案件 甲号 跨省案，被拒绝', '日志名称：'])
    expect(whole).toContain(part)
  const ofSection = JSON.stringify(
    (await world.ask('bjAuditor', reportTrailOfCase, { caseId, subjectId: sectionId })).paper,
  )
  expect(ofSection).toContain('打开卷宗')
  expect(ofSection).not.toContain('立案 甲号')
  expect((await found({ recordId: caseId })).filter(({ act }) => act === 'audit.reportCase')).toHaveLength(2)
  await expect(world.ask('policeHandler', reportTrailOfCase, { caseId })).rejects.toMatchObject({ kind: 'forbidden' })
  const refusal = await world.refusal(() => world.ask('hebeiHandler', reportTrailOfCase, { caseId }))
  expect(refusal).toMatchObject({ kind: 'not-found' })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { takeStep } from '../case-steps/index.ts'
import { findCasePage, recordFigure } from '../cases/index.ts'
import { sectionRights } from '../dossiers/index.ts'
import { closeCase, findClosing, reopenCase } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const seen = (caseId: string, by: OfficerName = 'bjLeader') => world.ask(by, findClosing, { caseId })
const versionOf = async (caseId: string) =>
  Number((await world.owner.query('select version from cases where id = $1', [caseId])).rows[0].version)
const close = async (caseId: string, changed: { by?: OfficerName; ground?: string; expectedVersion?: number } = {}) => {
  const { by = 'bjLeader', ground = 'facts_not_established', expectedVersion = await versionOf(caseId) } = changed
  return world.submit(by, closeCase, { caseId, expectedVersion, ground, paper: '结案〔1〕号', note: '' })
}
const reopen = async (caseId: string, by: OfficerName = 'bjLeader') =>
  world.submit(by, reopenCase, {
    caseId,
    expectedVersion: await versionOf(caseId),
    paper: '批示〔2〕号',
    note: '新证据',
  })
const stageOf = async (caseId: string) => (await world.ask('bjHandler', findCasePage, { caseId })).stage

test('[HU1101] the head of who leads the case closes it on a ground that is open, and it is told with paper and article', async () => {
  const caseId = await world.aCase()
  expect((await seen(caseId)).offered).toMatchObject({
    grounds: [{ id: 'facts_not_established' }],
    owed: [],
    underWay: [],
  })
  await close(caseId)
  const told = await seen(caseId, 'bjHandler')
  expect(told).toMatchObject({ stage: 'closed', offered: null, can: { close: false, reopen: false } })
  expect(told.history).toMatchObject([
    { move: 'closed', paper: '结案〔1〕号', ground: { words: { zh: expect.stringContaining('违法事实不能成立') } } },
  ])
  const [entry] = (await world.entries()).filter(({ act, outcome }) => act === 'case.close' && outcome === 'done')
  expect(entry).toMatchObject({ rule: 'CASE-CLOSE', facts: { closing: 'facts_not_established' } })
})

test('[HU1101] nobody else closes it: no handler, no agency that works on it, and a stranger learns nothing', async () => {
  const caseId = await world.aCase()
  await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle' })
  for (const by of ['bjHandler', 'policeLeader'] as const)
    expect((await world.refusal(() => close(caseId, { by }))).kind).toBe('forbidden')
  expect((await world.refusal(() => close(caseId, { by: 'guilinLeader' }))).kind).toBe('not-found')
  expect((await world.refusal(() => seen(caseId, 'guilinLeader'))).kind).toBe('not-found')
  expect(await stageOf(caseId)).toBe('investigating')
})

test('[HU1102] a ground that is not open, a handoff under way and an old page are refused with what to do, and nothing moves', async () => {
  const caseId = await world.aCase()
  expect((await world.refusal(() => close(caseId, { ground: 'penalty_carried_out' }))).code).toBe(
    'case.ground-not-open',
  )
  expect((await world.refusal(() => close(caseId, { ground: 'judged' }))).code).toBe('case.ground-not-open')
  expect((await world.refusal(() => close(caseId, { expectedVersion: 99 }))).code).toBe('record.stale')
  const sent = await world.aCase()
  await world.aHandoff('dispatched', sent)
  expect((await seen(sent)).offered).toMatchObject({
    owed: [{ words: { zh: '行政案件移送刑事' }, standingWords: { zh: '已移送' } }],
    grounds: [],
  })
  expect((await world.refusal(() => close(sent))).code).toBe('case.step-owed')
  const goods = await world.aCase()
  await world.aHandoff('prepared', goods)
  const refused = await world.refusal(() => close(goods))
  expect(refused.code).toBe('case.handoff-under-way')
  expect(refused.sentence.zh).toMatch(/移送〔\d+〕号尚未办结/)
  for (const id of [caseId, sent, goods]) expect(await stageOf(id)).toBe('investigating')
})

test('[HU1103] a reopened case stands where it stood, whoever leads it, and a closed one is not closed again', async () => {
  const caseId = await world.aCase({ openedOn: '2026-03-01' })
  await world.submit('bjHandler', takeStep, {
    ...{ caseId, track: 'administrative', move: 'conclude', expectedVersion: 0 },
    happenedAt: world.clock.now().toISOString(),
    papers: ['two_officers', 'investigation_report'].map((paper) => ({ paper, number: '1号' })),
  })
  await close(caseId, { ground: 'no_penalty' })
  expect((await world.refusal(() => close(caseId))).kind).toBe('forbidden')
  await expect(reopen(caseId)).resolves.toEqual({ stage: 'investigating' })
  expect((await world.refusal(() => reopen(caseId))).kind).toBe('forbidden')
  expect((await seen(caseId)).history).toMatchObject([{ move: 'closed' }, { move: 'reopened', note: '新证据' }])

  const transferred = await world.aCase()
  const { handoffId } = await world.aHandoff('accepted', transferred)
  expect((await world.refusal(() => close(transferred, { by: 'policeLeader', ground: 'judged' }))).code).toBe(
    'case.step-owed',
  )
  await world.move('file', handoffId)
  expect((await world.refusal(() => close(transferred))).kind).toBe('forbidden')
  await close(transferred, { by: 'policeLeader', ground: 'judged' })
  expect((await world.refusal(() => reopen(transferred))).kind).toBe('forbidden')
  await expect(reopen(transferred, 'policeLeader')).resolves.toEqual({ stage: 'transferred' })
})

test('[HU1104] in a closed case nothing is written any more, and of two that close it at once one does', async () => {
  const caseId = await world.aCase()
  const sectionId = await world.aSection(caseId)
  const rightOnIt = async () => {
    const { hub, actor } = world.as('bjHandler')
    const scope = { agencyId: actor.officer.agencyId, officerId: actor.officer.id }
    const rights = await hub.db.transaction(scope, world.clock.now(), (tx) =>
      sectionRights(tx, hub, actor.officer, [sectionId]),
    )
    return rights.get(sectionId)
  }
  expect(await rightOnIt()).toBe('write')
  const at = await versionOf(caseId)
  const both = [close(caseId, { expectedVersion: at }), close(caseId, { expectedVersion: at })]
  expect(await world.losers(both)).toHaveLength(1)
  expect(await rightOnIt()).toBe('read')
  const figure = {
    measure: 'persons' as const,
    what: '涉案人员',
    amount: 1,
    unit: '人',
    asWritten: '1人',
    source: '笔录',
  }
  const recording = world.refusal(() =>
    world.submit('bjHandler', recordFigure, { ...figure, caseId, isApproximate: false }),
  )
  expect((await recording).kind).toBe('forbidden')
})

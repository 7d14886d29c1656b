import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, day, type World } from '../a-world.ts'
import { findCasePage } from '../cases/index.ts'
import {
  extendGrant,
  giveToTaskForce,
  listGrants,
  previewForTaskForce,
  recallGrant,
  shareOptions,
} from '../sharing/index.ts'
import {
  dissolveTaskForce,
  extendTaskForce,
  findTaskForcePage,
  formTaskForce,
  giveSeat,
  listTaskForces,
  revokeSeat,
} from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const ofCase = (id: string) => ({ kind: 'Case' as const, id })
type Changed = Parameters<World['terms']>[2]

const termsFor = (caseId: string, taskForceId: string, changed: Changed = {}) => {
  const { granteeAgencyId: _a, agreementId: _b, ...terms } = world.terms(ofCase(caseId), 'police', changed)
  return { ...terms, taskForceId }
}
const give = (caseId: string, taskForceId: string, changed: Changed = {}, by: OfficerName = 'bjHandler') =>
  world.submit(by, giveToTaskForce, termsFor(caseId, taskForceId, changed))
const reads = (name: OfficerName, caseId: string) =>
  world.ask(name, findCasePage, { caseId }).then(
    () => 'open',
    (error: { code: string }) => error.code,
  )
const page = (name: OfficerName, taskForceId: string) => world.ask(name, findTaskForcePage, { taskForceId })

describe('a task force', () => {
  test('[HU216] is offered for sharing with what the agreements of its seats carry between them', async () => {
    const caseId = await world.aCase()
    const offered = async (id: string) =>
      (await world.ask('bjHandler', shareOptions, { record: ofCase(caseId) })).taskForces.find((one) => one.id === id)
    const carried = await world.aTaskForce(['police', 'guilinHandler'])
    expect(await offered(carried)).toMatchObject({
      seats: 2,
      blocked: null,
      maxLevel: 'co_handle',
      reach: [{ purpose: expect.any(String), agencies: 2 }],
    })
    const strangers = await world.aTaskForce(['hebei'])
    expect(await offered(strangers)).toMatchObject({ blocked: { en: expect.stringContaining('No agreement') } })
    await world.submit('bjLeader', dissolveTaskForce, { taskForceId: carried, expectedVersion: 1, reason: '结束' })
    expect(await offered(carried)).toBeUndefined()
    await give(caseId, await world.aTaskForce(['police'], { name: '在案专案组' }))
    const { items } = await world.ask('policeHandler', listGrants, { record: ofCase(caseId) })
    expect(items).toMatchObject([{ taskForce: { name: '在案专案组' } }])
  })

  test('[HU215] is seen by the agency that leads it and by whoever sits in it', async () => {
    const taskForceId = await world.aTaskForce(['police', 'guilinHandler'])
    expect(await page('bjLeader', taskForceId)).toMatchObject({
      isActive: true,
      seats: [{ agency: { slug: 'police' }, officer: null }, { officer: { postEn: 'guilinHandler' } }],
      can: { seat: true, dissolve: true },
    })
    expect(await page('policeLeader', taskForceId)).toMatchObject({ can: { seat: false, dissolve: false } })
    expect(await page('guilinHandler', taskForceId)).toMatchObject({ id: taskForceId })
    for (const name of ['guilinLeader', 'baoanHandler', 'hebeiLeader', 'policeDuty'] as const) {
      const asked = () => page(name, taskForceId)
      expect(await world.refusal(asked)).toMatchObject({ code: 'record.unseen' })
      const { items } = await world.ask(name, listTaskForces, {})
      expect(items.map(({ id }) => id)).not.toContain(taskForceId)
    }
  })

  test.each<[string, Parameters<World['aTaskForce']>[1], string]>([
    ['ends this very instant', { until: '2026-03-02T08:00:00Z' }, 'task-force.until-past'],
    ['seats the same agency twice', { seats: [] as never }, 'task-force.already-seated'],
    ['seats nobody of that agency', { seats: [] as never }, 'task-force.member-unknown'],
  ])('[HU215] that %s is refused', async (what, changed, code) => {
    const { police } = world.agencies
    const seats = what.includes('twice')
      ? [{ agencyId: police }, { agencyId: police }]
      : what.includes('nobody')
        ? [{ agencyId: police, officerId: world.people.bjLeader.officer.id }]
        : [{ agencyId: police }]
    const attempt = () =>
      world.submit('bjHandler', formTaskForce, { name: '专案组', until: '2026-09-01T00:00:00Z', ...changed, seats })
    expect(await world.refusal(attempt)).toMatchObject({ code })
  })

  test('[HU215] is formed for a case by whoever may share the case', async () => {
    const caseId = await world.aCase()
    await world.aGrant(ofCase(caseId), 'police', { level: 'co_handle' })
    const form = (by: OfficerName) => world.aTaskForce(['guilin'], { caseId }, by)
    expect(await world.refusal(() => form('policeHandler'))).toMatchObject({ code: 'policy.denied' })
    expect(await world.refusal(() => form('hebeiHandler'))).toMatchObject({ code: 'record.unseen' })
    expect((await page('bjHandler', await form('bjHandler'))).case).toMatchObject({ id: caseId })
  })
})

describe('what is given to a task force', () => {
  test('[HU216] opens to every seat that an agreement carries, and the others are listed with the reason', async () => {
    const caseId = await world.aCase()
    const taskForceId = await world.aTaskForce(['police', 'guilinHandler', 'hebei', 'procuratorate'])
    const { seats } = await world.ask(
      'bjHandler',
      previewForTaskForce,
      termsFor(caseId, taskForceId, { level: 'contribute' }),
    )
    expect(seats.map(({ agency, leftOut }) => [agency.slug, Boolean(leftOut)])).toEqual([
      ['police', false],
      ['guilin', false],
      ['hebei', true],
      ['procuratorate', true],
    ])
    expect(await give(caseId, taskForceId, { level: 'contribute' })).toEqual({ granted: 2, leftOut: 2, state: 'live' })
    expect(await reads('policeHandler', caseId)).toBe('open')
    expect(await reads('guilinHandler', caseId)).toBe('open')
    for (const name of ['guilinLeader', 'hebeiHandler', 'procurator'] as const)
      expect(await reads(name, caseId)).toBe('record.unseen')
    const { shared } = await page('bjHandler', taskForceId)
    expect(shared).toMatchObject([
      { record: { id: caseId, title: expect.any(String) }, owner: { slug: 'bj' }, seats: 2, leftOut: [{}, {}] },
    ])
    expect(shared[0]!.leftOut.map(({ reason }) => reason.zh)).toEqual([
      '该单位与记录所属单位之间没有有效协议。',
      expect.stringContaining('最高可授予'),
    ])
  })

  test('[HU216] is refused when no seat can take it, or the task force is over', async () => {
    const caseId = await world.aCase()
    const alone = await world.aTaskForce(['hebei'])
    expect(await world.refusal(() => give(caseId, alone))).toMatchObject({ code: 'grant.no-seat-carries' })
    const short = await world.aTaskForce(['police'], { until: new Date(world.clock.now().getTime() + 1).toISOString() })
    world.clock.advance(1)
    expect(await world.refusal(() => give(caseId, short))).toMatchObject({ code: 'task-force.over' })
    const strange = await world.aTaskForce(['police'], {}, 'hebeiHandler')
    expect(await world.refusal(() => give(caseId, strange))).toMatchObject({ code: 'record.unseen' })
  })

  test('[HU217] closes with the seat, and opens for a new one', async () => {
    const caseId = await world.aCase()
    const taskForceId = await world.aTaskForce(['police'])
    await give(caseId, taskForceId)
    const seat = (agency: 'guilin' | 'hebei', expectedVersion: number) =>
      world.submit('bjHandler', giveSeat, { taskForceId, expectedVersion, agencyId: world.agencies[agency] })
    expect(await seat('guilin', 1)).toMatchObject({ opened: 1, leftOut: 0 })
    expect(await seat('hebei', 2)).toMatchObject({ opened: 0, leftOut: 1 })
    expect(await reads('guilinHandler', caseId)).toBe('open')
    expect(await reads('hebeiHandler', caseId)).toBe('record.unseen')

    const { seats } = await page('bjHandler', taskForceId)
    const revoke = (at: number, expectedVersion: number) =>
      world.submit('bjHandler', revokeSeat, { taskForceId, expectedVersion, seatId: seats[at]!.id, reason: '调整' })
    expect(await revoke(0, 3)).toEqual({ closed: 1 })
    expect(await reads('policeHandler', caseId)).toBe('record.unseen')
    expect(await reads('guilinHandler', caseId)).toBe('open')
    expect(await world.refusal(() => revoke(0, 4))).toMatchObject({ code: 'task-force.seat-unknown' })
    expect(await world.refusal(() => revoke(1, 3))).toMatchObject({ code: 'record.stale' })
    expect(await world.refusal(() => page('policeHandler', taskForceId))).toMatchObject({ code: 'record.unseen' })
  })

  test('[HU217] of another owner opens for a new seat by that owner’s agreement, though the leader sees no such record', async () => {
    const taskForceId = await world.aTaskForce(['police', 'guilin'])
    const caseId = await world.aCase({}, 'guilinHandler')
    await give(caseId, taskForceId, {}, 'guilinHandler')
    expect(await reads('bjHandler', caseId)).toBe('record.unseen')
    const seat = { taskForceId, expectedVersion: 1, agencyId: world.agencies.baoan }
    expect(await world.submit('bjHandler', giveSeat, seat)).toMatchObject({ opened: 1 })
    expect(await reads('baoanHandler', caseId)).toBe('open')
    expect(await reads('bjHandler', caseId)).toBe('record.unseen')
    expect((await page('bjHandler', taskForceId)).shared).toEqual([])
    const { items } = await world.ask('guilinHandler', listGrants, { record: ofCase(caseId) })
    expect(items.map(({ grantee, givenBy }) => [grantee.slug, givenBy.postEn])).toEqual([
      ['police', 'guilinHandler'],
      ['baoan', 'guilinHandler'],
    ])
  })

  test('[HU218] ends with the task force, to the instant, and whoever extends it extends no grant', async () => {
    const caseId = await world.aCase()
    const until = new Date(world.clock.now().getTime() + 10 * day).toISOString()
    const taskForceId = await world.aTaskForce(['police'], { until })
    await give(caseId, taskForceId)
    const { items } = await world.ask('bjHandler', listGrants, { record: ofCase(caseId) })
    expect(items[0]!.expiresAt.toISOString()).toBe(until)
    const grant = { grantId: items[0]!.id, expectedVersion: 1 }
    const later = new Date(world.clock.now().getTime() + 20 * day).toISOString()
    const extend = () => world.submit('bjHandler', extendGrant, { ...grant, expiresAt: later })
    expect(await world.refusal(extend)).toMatchObject({ code: 'grant.beyond-task-force' })
    const prolong = (by: OfficerName) =>
      world.submit(by, extendTaskForce, { taskForceId, expectedVersion: 1, until: later })
    expect(await world.refusal(() => prolong('bjHandler'))).toMatchObject({ code: 'policy.denied' })
    await prolong('bjLeader')
    world.clock.advance(10 * day - 1)
    expect(await reads('policeHandler', caseId)).toBe('open')
    world.clock.advance(1)
    expect(await reads('policeHandler', caseId)).toBe('record.unseen')
  })

  test('[HU218] closes when the task force is dissolved, by a leader and once', async () => {
    const caseId = await world.aCase()
    const taskForceId = await world.aTaskForce(['police', 'guilin'])
    await give(caseId, taskForceId)
    const dissolve = (by: OfficerName, expectedVersion = 1) =>
      world.submit(by, dissolveTaskForce, { taskForceId, expectedVersion, reason: '办结' })
    expect(await world.refusal(() => dissolve('bjHandler'))).toMatchObject({ code: 'policy.denied' })
    expect(await world.refusal(() => dissolve('policeLeader'))).toMatchObject({ code: 'policy.denied' })
    expect(await dissolve('bjLeader')).toEqual({ closed: 2 })
    expect(await reads('policeHandler', caseId)).toBe('record.unseen')
    expect(await reads('guilinHandler', caseId)).toBe('record.unseen')
    expect(await world.refusal(() => dissolve('bjLeader', 2))).toMatchObject({ code: 'policy.denied' })
  })

  test('[HU218] stands beside a grant to the agency itself, and either may go without the other', async () => {
    const caseId = await world.aCase()
    const taskForceId = await world.aTaskForce(['police'])
    const grantId = await world.aGrant(ofCase(caseId), 'police')
    await give(caseId, taskForceId)
    await world.submit('bjHandler', recallGrant, { grantId, expectedVersion: 1, reason: '改由专案组' })
    expect(await reads('policeHandler', caseId)).toBe('open')
  })
})

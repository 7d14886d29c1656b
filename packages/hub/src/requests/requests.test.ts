import { newId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type OfficerName, purpose } from '../a-cast.ts'
import { aWorld, day, type World } from '../a-world.ts'
import { findCluePage } from '../cases/index.ts'
import { myDesk } from '../desk/index.ts'
import { dossierOutline } from '../dossiers/index.ts'
import { askHit } from '../hits/index.ts'
import {
  admitRequest,
  askAccess,
  declineRequest,
  findRequestPage,
  grantRequest,
  listRequests,
  withdrawRequest,
} from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(() => world.clock.advance(day))
afterAll(() => world.close())

const aClue = (changed: Parameters<World['aClue']>[0] = {}) => world.aClue(changed, 'shunyiHandler')
const ask = (by: OfficerName, id: string, changed: object = {}) => world.aRequest({ kind: 'Clue', id }, by, changed)
const box = async (by: OfficerName, which: 'mine' | 'agency' | 'to-us') =>
  (await world.ask(by, listRequests, { box: which })).items
const mine = async (by: OfficerName, id: string) => (await box(by, 'mine')).find((one) => one.id === id)
const tasks = async (by: OfficerName) =>
  (await world.ask(by, myDesk, {})).tasks.filter(({ kind }) => kind === 'request.decide').map(({ id }) => id)

async function grant(by: OfficerName, requestId: string, clueId: string, changed: object = {}) {
  const expiresAt = new Date(world.clock.now().getTime() + 10 * day).toISOString()
  const record = { kind: 'Clue' as const, id: clueId }
  const terms = { level: 'view' as const, withheldFields: [], purpose, legalBasis: '依据', expiresAt, toOfficer: false }
  const { agreementId } = world
  return world.submit(by, grantRequest, { requestId, expectedVersion: 1, record, agreementId, ...terms, ...changed })
}

describe('asking', () => {
  test('[HU283] the answer is the same whether the record exists, is hidden, or never was', async () => {
    const real = await aClue({ label: 'core_sensitive' })
    const asking = (id: string) =>
      world.submit('policeHandler', askAccess, {
        wanted: { kind: 'Clue', id },
        purpose,
        legalBasis: '依据',
        reason: '核查',
        level: 'view',
        until: '2027-01-01T00:00:00Z',
      })
    const [about, absent] = [await asking(real), await asking(newId())]
    expect(Object.keys(about)).toEqual(Object.keys(absent))
    expect(about.lapsesAt).toEqual(absent.lapsesAt)
    const told = async (id: string) => {
      const { id: _id, wanted: _wanted, ...rest } = (await mine('policeHandler', id))!
      return rest
    }
    expect(await told(about.requestId)).toEqual(await told(absent.requestId))
    const page = await world.ask('policeHandler', findRequestPage, { requestId: about.requestId })
    expect([page.records, page.openings]).toEqual([[], []])
    const last = (await world.entries()).filter(({ act }) => act === 'request.ask').slice(-2)
    expect(last.map((entry) => [entry.outcome, entry.facts, entry.caseId])).toEqual([
      ['done', { level: 'view' }, undefined],
      ['done', { level: 'view' }, undefined],
    ])
  })

  test('[HU284] the owner alone hears of it, on the desks of those who decide', async () => {
    const requestId = await ask('policeHandler', await aClue())
    expect(await tasks('shunyiLeader')).toContain(requestId)
    expect(await tasks('shunyiHandler')).toContain(requestId)
    expect(await tasks('shunyiIntake')).not.toContain(requestId)
    for (const name of ['guilinHandler', 'policeLeader', 'bjLeader'] as const)
      expect(await tasks(name)).not.toContain(requestId)
    expect((await box('policeLeader', 'agency')).map(({ id }) => id)).toContain(requestId)
    expect((await box('shunyiLeader', 'to-us'))[0]).toMatchObject({
      id: requestId,
      purpose,
      records: [{ kind: 'Clue' }],
    })
  })

  test('[HU285] asking again while a request waits is the same request', async () => {
    const clueId = await aClue()
    const first = await ask('policeHandler', clueId)
    expect(await ask('policeHandler', clueId, { reason: '再次申请' })).toBe(first)
    expect(await Promise.all([ask('policeLeader', clueId), ask('policeLeader', clueId)])).toHaveLength(2)
    expect(new Set((await box('policeLeader', 'mine')).map(({ id }) => id)).size).toBe(1)
    world.clock.advance(30 * day)
    expect(await ask('policeHandler', clueId)).not.toBe(first)
  })

  test('[HU286] requests are limited for each officer of a day', async () => {
    for (let n = 0; n < world.hub.limits.requestsPerOfficerDay; n++) await ask('baoanHandler', newId())
    const refusal = await world.refusal(() => ask('baoanHandler', newId()))
    expect(refusal.code).toBe('request.too-many')
    expect(refusal.facts).toEqual({ comeBackAt: new Date(world.clock.now().getTime() + day).toISOString() })
    world.clock.advance(day)
    await ask('baoanHandler', newId())
  })

  test('[HU286] a request wishes for a time to come', async () => {
    const until = world.clock.now().toISOString()
    expect((await world.refusal(() => ask('policeHandler', newId(), { until }))).code).toBe('request.until-past')
  })
})

describe('deciding', () => {
  test('[HU287] one click makes a grant that came from a request, for the agency or the officer alone', async () => {
    const clueId = await aClue()
    const requestId = await ask('policeHandler', clueId)
    const { openings } = await world.ask('shunyiLeader', findRequestPage, { requestId })
    expect(openings[0]).toMatchObject({
      record: { id: clueId },
      mayShare: true,
      agreements: [{ purpose, level: 'view' }],
    })
    const { grantId } = await grant('shunyiLeader', requestId, clueId)
    const { rows } = await world.owner.query('select origin, state, grantee_officer_id from grants where id = $1', [
      grantId,
    ])
    expect(rows).toEqual([{ origin: 'request', state: 'live', grantee_officer_id: null }])
    expect(await mine('policeHandler', requestId)).toMatchObject({ state: 'granted', opened: { id: clueId } })
    expect((await world.ask('policeLeader', findCluePage, { clueId })).id).toBe(clueId)

    const second = await aClue()
    const personal = await ask('policeHandler', second)
    await grant('shunyiLeader', personal, second, { toOfficer: true })
    expect((await world.ask('policeHandler', findCluePage, { clueId: second })).id).toBe(second)
    expect((await world.refusal(() => world.ask('policeLeader', findCluePage, { clueId: second }))).code).toBe(
      'record.unseen',
    )
  })

  test('[HU287] colleagues who wait for the same record are answered with it', async () => {
    const clueId = await aClue()
    const [first, second] = [await ask('policeHandler', clueId), await ask('policeLeader', clueId)]
    await grant('shunyiLeader', first, clueId)
    expect(await mine('policeLeader', second)).toMatchObject({ state: 'granted' })
    expect(await tasks('shunyiLeader')).not.toContain(second)
  })

  test('[HU288] a grant goes no further than the agreement, and to no record that was not asked for', async () => {
    const clueId = await aClue()
    const requestId = await ask('policeHandler', clueId)
    const beyond = await world.refusal(() => grant('shunyiLeader', requestId, clueId, { purpose: '别的目的' }))
    expect(beyond.code).toBe('grant.agreement-unfit')
    const other = await aClue()
    expect((await world.refusal(() => grant('shunyiLeader', requestId, other))).code).toBe('request.no-such-record')
    expect((await world.refusal(() => grant('shunyiIntake', requestId, clueId))).code).toBe('record.unseen')
    expect((await world.refusal(() => grant('policeLeader', requestId, clueId))).code).toBe('policy.denied')
  })

  test('[HU289] a request is declined with a reason that the asker reads', async () => {
    const requestId = await ask('policeHandler', await aClue())
    await world.submit('shunyiHandler', declineRequest, { requestId, expectedVersion: 1, reason: '与案件无关' })
    expect(await mine('policeHandler', requestId)).toMatchObject({ state: 'declined', declineReason: '与案件无关' })
    const again = () => world.submit('shunyiHandler', declineRequest, { requestId, expectedVersion: 2, reason: '再次' })
    expect((await world.refusal(again)).code).toBe('policy.denied')
  })

  test('[HU289] of two who decide at one moment one does', async () => {
    const clueId = await aClue()
    const requestId = await ask('policeHandler', clueId)
    const decline = { requestId, expectedVersion: 1, reason: '无关' }
    const losers = await world.losers([
      world.submit('shunyiHandler', declineRequest, decline),
      grant('shunyiLeader', requestId, clueId),
    ])
    expect(['policy.denied', 'record.stale']).toContain(losers[0])
  })

  test('[HU290] the asker withdraws while nobody has decided', async () => {
    const requestId = await ask('policeHandler', await aClue())
    await world.submit('policeHandler', withdrawRequest, { requestId, expectedVersion: 1 })
    expect(await mine('policeHandler', requestId)).toMatchObject({ state: 'withdrawn', can: { withdraw: false } })
    expect(await tasks('shunyiLeader')).not.toContain(requestId)
    const colleague = await ask('policeHandler', await aClue())
    const withdraw = () => world.submit('policeLeader', withdrawRequest, { requestId: colleague, expectedVersion: 1 })
    expect((await world.refusal(withdraw)).code).toBe('policy.denied')
  })

  test('[HU291] what nobody decides on lapses after 30 days, as what reached nobody does', async () => {
    const clueId = await aClue()
    const [real, absent] = [await ask('policeHandler', clueId), await ask('policeHandler', newId())]
    world.clock.advance(30 * day - 1)
    for (const id of [real, absent]) expect(await mine('policeHandler', id)).toMatchObject({ state: 'waiting' })
    world.clock.advance(1)
    for (const id of [real, absent]) expect(await mine('policeHandler', id)).toMatchObject({ state: 'lapsed' })
    expect(await tasks('shunyiLeader')).not.toContain(real)
    expect((await world.refusal(() => grant('shunyiLeader', real, clueId))).code).toBe('policy.denied')
  })

  test('[HU292] from an agency without an agreement a request is taken alike, and the owner sees that none carries it', async () => {
    const clueId = await aClue()
    const requestId = await ask('hebeiHandler', clueId)
    expect(await mine('hebeiHandler', requestId)).toMatchObject({ state: 'waiting', records: [] })
    const { openings } = await world.ask('shunyiLeader', findRequestPage, { requestId })
    expect(openings).toMatchObject([{ record: { id: clueId }, agreements: [] }])
    expect((await world.refusal(() => grant('shunyiLeader', requestId, clueId))).code).toBe('grant.agreement-unfit')
  })
})

describe('from a hint', () => {
  const phone = '13700000001'
  test('[HU293] a hint can be taken up: the owner learns which records were meant, the asker not even how many', async () => {
    const clueIds = [await aClue({ identifiers: [{ kind: 'phone', value: phone }] })]
    clueIds.push(await aClue({ identifiers: [{ kind: 'phone', value: phone }] }))
    const asked = { kind: 'phone' as const, value: phone, purpose, reason: '核查' }
    const { queryId, hints } = await world.submit('policeHandler', askHit, asked)
    const requestId = await world.aRequest({ kind: 'Hit', queryId, agencyId: hints[0]!.id }, 'policeHandler')
    expect(await mine('policeHandler', requestId)).toMatchObject({
      wanted: { agency: { slug: 'shunyi' } },
      records: [],
    })
    const { records } = await world.ask('shunyiHandler', findRequestPage, { requestId })
    expect(records.map(({ id }) => id).sort()).toEqual(clueIds.toSorted())
    await grant('shunyiHandler', requestId, clueIds[1]!)
    expect(await mine('policeHandler', requestId)).toMatchObject({ state: 'granted', opened: { id: clueIds[1] } })
  })

  test('[HU293] a hint that was not given cannot be taken up', async () => {
    const asked = { kind: 'phone' as const, value: phone, purpose, reason: '核查' }
    const { queryId } = await world.submit('policeHandler', askHit, asked)
    const wanted = { kind: 'Hit' as const, queryId, agencyId: world.agencies.guilin }
    await expect(world.aRequest(wanted, 'policeHandler')).rejects.toMatchObject({ cause: { code: '42501' } })
  })
})

describe('for a section', () => {
  const askFor = (caseId: string, position: number, by: OfficerName = 'policeHandler') =>
    world.aRequest({ kind: 'Section', caseId, position }, by)
  async function aClosedSection() {
    const caseId = await world.aCase()
    await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle' })
    const sectionId = await world.aSection(caseId, { audience: 'members' })
    return { caseId, sectionId }
  }
  const outline = async (by: OfficerName, caseId: string) =>
    (await world.ask(by, dossierOutline, { caseId })).sections.map(({ kind }) => kind)

  test('[HU304] whoever added a withheld section can open it to the agency on the case that asks by its place', async () => {
    const { caseId } = await aClosedSection()
    expect(await outline('policeHandler', caseId)).toEqual(['withheld'])
    const requestId = await askFor(caseId, 1)
    expect(await tasks('bjLeader')).toContain(requestId)
    await world.submit('bjHandler', admitRequest, { requestId, expectedVersion: 1 })
    expect(await outline('policeHandler', caseId)).toEqual(['open'])
    expect(await mine('policeHandler', requestId)).toMatchObject({ state: 'granted' })
  })

  test('[HU304] a place without a section, and a case that is not open to the asker, reach nobody', async () => {
    const { caseId } = await aClosedSection()
    for (const requestId of [await askFor(caseId, 9), await askFor(caseId, 1, 'guilinHandler')])
      expect(await tasks('bjLeader')).not.toContain(requestId)
  })
})

describe('the wall', () => {
  const as = (name: OfficerName, statement: ReturnType<typeof sql>) => {
    const { agencyId, id: officerId } = world.people[name].officer
    return world.hub.db.transaction({ agencyId, officerId }, world.clock.now(), (tx) => tx.execute(statement))
  }

  test('[HU294] who is meant is known to the owner alone, and nobody decides for another', async () => {
    const requestId = await ask('policeHandler', await aClue())
    const targets = sql`select from access_request_targets where request_id = ${requestId}`
    expect(await as('policeHandler', targets)).toMatchObject({ rowCount: 0 })
    expect(await as('shunyiHandler', targets)).toMatchObject({ rowCount: 1 })
    const granting = sql`update access_requests set state = 'granted', decided_at = now() where id = ${requestId}`
    await expect(as('policeHandler', granting)).rejects.toMatchObject({ cause: { code: '42501' } })
    expect(await as('guilinHandler', granting)).toMatchObject({ rowCount: 0 })
    const addressing = sql`select address_request(${requestId})`
    await expect(as('guilinHandler', addressing)).rejects.toMatchObject({ cause: { code: '42501' } })
  })
})

import { newId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type OfficerName, purpose } from '../a-cast.ts'
import { aWorld, day, type World } from '../a-world.ts'
import { findCasePage } from '../cases/index.ts'
import { myDesk } from '../desk/index.ts'
import { extendGrant, listGrants, recallGrant } from '../sharing/index.ts'
import { breakGlass, emergencyOptions, findEmergencyPage, listEmergencies, reviewEmergency } from './index.ts'

let world: World
let serial = 0
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(() => world.clock.advance(day))
afterAll(() => world.close())

const minute = 60_000
async function aCase(changed: Parameters<World['aCase']>[0] = {}) {
  const number = `急〔${++serial}〕号`
  return { number, caseId: await world.aCase({ number, ...changed }) }
}
const reads = (by: OfficerName, caseId: string) =>
  world.ask(by, findCasePage, { caseId }).then(
    () => true,
    () => false,
  )
const review = (by: OfficerName, emergencyId: string, outcome: 'justified' | 'not_justified' = 'justified') =>
  world.submit(by, reviewEmergency, { emergencyId, outcome, note: '情况属实' })
const reviewed = async (emergencyId: string) => {
  await review('bjLeader', emergencyId)
  await world.owner.query(
    "update emergency_reviews set outcome = 'justified', note = 'x', reviewed_by = $2, reviewed_at = now() where emergency_id = $1 and not is_done",
    [emergencyId, world.people.bjLeader.officer.id],
  )
}
const tasks = async (by: OfficerName) =>
  (await world.ask(by, myDesk, {})).tasks.filter(({ kind }) => kind === 'emergency.review')

describe('breaking the glass', () => {
  test('[HU295] nobody makes an emergency access last longer, and nobody is offered to', async () => {
    const { caseId, number } = await aCase({ label: 'sensitive' })
    const grantId = await world.anEmergency(number, 'policeDuty')
    const expiresAt = new Date(world.clock.now().getTime() + day).toISOString()
    await expect(
      world.submit('bjHandler', extendGrant, { grantId, expectedVersion: 1, expiresAt }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
    const { items } = await world.ask('bjHandler', listGrants, { record: { kind: 'Case', id: caseId } })
    expect(items).toMatchObject([{ id: grantId, version: 1, canExtend: false, canRecall: true }])
    await reviewed(grantId)
  })

  test('[HU209] an emergency access lies on no desk as a share that ends soon', async () => {
    const { number } = await aCase({ label: 'sensitive' })
    const grantId = await world.anEmergency(number, 'policeDuty')
    const kinds = async (by: OfficerName) =>
      (await world.ask(by, myDesk, {})).tasks.filter(({ id }) => id === grantId).map(({ kind }) => kind)
    expect([await kinds('bjLeader'), await kinds('bjHandler'), await kinds('policeDuty')]).toEqual([
      ['emergency.review'],
      [],
      [],
    ])
    await reviewed(grantId)
  })

  test('[HU295] one officer sees the record for an hour at the most, and nobody else does', async () => {
    const { caseId, number } = await aCase({ label: 'sensitive' })
    const { grantId, endsAt } = await world.submit('policeDuty', breakGlass, {
      kind: 'Case',
      ownerAgencyId: world.agencies.bj,
      number,
      purpose,
      reason: '有人正在转移物证',
    })
    expect(endsAt.getTime() - world.clock.now().getTime()).toBe(60 * minute)
    expect([await reads('policeDuty', caseId), await reads('policeLeader', caseId)]).toEqual([true, false])
    const { rows } = await world.owner.query('select origin, level, allows_onward, state from grants where id = $1', [
      grantId,
    ])
    expect(rows).toEqual([{ origin: 'emergency', level: 'view', allows_onward: false, state: 'live' }])
    world.clock.advance(60 * minute)
    expect(await reads('policeDuty', caseId)).toBe(false)
    await reviewed(grantId)
  })

  test('[HU296] a wrong number, a record out of reach and a right one of somebody else are one answer', async () => {
    const core = await aCase({ label: 'core_sensitive' })
    const { number } = await aCase()
    const refusals = []
    for (const attempt of [
      () => world.anEmergency('没有这个编号', 'policeLeader'),
      () => world.anEmergency(core.number, 'policeLeader'),
      () => world.anEmergency(number, 'policeLeader', { kind: 'Clue' }),
      () => world.anEmergency(number, 'policeHandler'),
    ])
      refusals.push(await world.refusal(attempt))
    expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(['record.unseen']))
    expect((await world.entries()).at(-1)).toMatchObject({
      act: 'emergency.open',
      outcome: 'refused',
      code: 'record.unseen',
    })
  })

  test('[HU296] without an agreement in force there is no purpose to break the glass for', async () => {
    const { number } = await aCase()
    expect((await world.refusal(() => world.anEmergency(number, 'hebeiLeader'))).code).toBe('emergency.purpose-unknown')
    expect((await world.ask('hebeiLeader', emergencyOptions, {})).owners).toEqual([])
    expect((await world.ask('policeHandler', emergencyOptions, {})).kinds).toEqual([])
    const options = await world.ask('policeDuty', emergencyOptions, {})
    expect(options.kinds).toEqual(['Case', 'Clue'])
    expect(options.owners.find(({ agency }) => agency.slug === 'bj')).toMatchObject({ purposes: [purpose] })
  })

  test('[HU297] attempts are limited in an hour, wrong numbers included', async () => {
    const { attemptsPerHour } = world.hub.measures.emergency
    for (let n = 0; n < attemptsPerHour; n++)
      await world.refusal(() => world.anEmergency(`试〔${n}〕号`, 'guilinLeader'))
    const { number } = await aCase()
    const refusal = await world.refusal(() => world.anEmergency(number, 'guilinLeader'))
    expect(refusal.code).toBe('emergency.too-many')
    expect(refusal.facts).toEqual({ comeBackAt: new Date(world.clock.now().getTime() + 60 * minute).toISOString() })
    world.clock.advance(60 * minute)
    await reviewed(await world.anEmergency(number, 'guilinLeader'))
  })

  test('[HU298] the owner is told at once and can end it at once', async () => {
    const { caseId, number } = await aCase()
    const emergencyId = await world.anEmergency(number, 'policeDuty')
    expect((await tasks('bjLeader'))[0]).toMatchObject({ id: emergencyId, at: world.clock.now() })
    const seen = await world.ask('bjLeader', findEmergencyPage, { emergencyId })
    expect(seen).toMatchObject({
      officer: { postEn: 'policeDuty' },
      record: { id: caseId, number },
      isOpen: true,
      can: { review: true, recall: true },
    })
    await world.submit('bjHandler', recallGrant, {
      grantId: emergencyId,
      expectedVersion: seen.version,
      reason: '不属紧急情况',
    })
    expect(await reads('policeDuty', caseId)).toBe(false)
    expect(await world.ask('bjLeader', findEmergencyPage, { emergencyId })).toMatchObject({ isOpen: false })
    await reviewed(emergencyId)
  })

  test('[HU298] what ran out can be opened again, and what is open cannot be opened twice', async () => {
    const { number } = await aCase()
    const first = await world.anEmergency(number, 'policeDuty')
    expect((await world.refusal(() => world.anEmergency(number, 'policeDuty'))).code).toBe('grant.already-open')
    world.clock.advance(60 * minute)
    const second = await world.anEmergency(number, 'policeDuty')
    expect(second).not.toBe(first)
    for (const id of [first, second]) await reviewed(id)
  })
})

describe('the review', () => {
  test('[HU299] both sides owe one, each writes its own once, and nobody reviews their own deed', async () => {
    const { number } = await aCase()
    const emergencyId = await world.anEmergency(number, 'shunyiLeader')
    expect((await world.refusal(() => review('shunyiLeader', emergencyId))).code).toBe('policy.denied')
    expect((await world.refusal(() => review('bjHandler', emergencyId))).code).toBe('policy.denied')
    expect((await world.refusal(() => review('guilinLeader', emergencyId))).code).toBe('record.unseen')
    await review('bjLeader', emergencyId, 'not_justified')
    expect((await world.refusal(() => review('bjLeader', emergencyId))).code).toBe('policy.denied')
    const { reviews } = await world.ask('shunyiLeader', findEmergencyPage, { emergencyId })
    expect(reviews).toMatchObject([
      { side: 'own', outcome: null },
      { side: 'owner', outcome: 'not_justified', note: '情况属实', reviewedBy: { postEn: 'bjLeader' } },
    ])
    await reviewed(emergencyId).catch(() => {})
  })

  test('[HU299] the auditor of the officer’s agency writes the other review', async () => {
    const number = `急〔${++serial}〕号`
    const clueId = await world.aClue({}, 'shunyiHandler')
    const { rows } = await world.owner.query<{ number: string }>('select number from clues where id = $1', [clueId])
    const terms = { kind: 'Clue' as const, ownerAgencyId: world.agencies.shunyi, number: rows[0]!.number }
    const emergencyId = await world.anEmergency(number, 'bjDuty', terms)
    expect((await tasks('bjAuditor')).map(({ id }) => id)).toContain(emergencyId)
    await review('bjAuditor', emergencyId)
    expect((await tasks('bjAuditor')).map(({ id }) => id)).not.toContain(emergencyId)
    await review('shunyiLeader', emergencyId)
  })

  test('[HU300] with too many reviews open the same officer waits, and overdue ones stay on the desk', async () => {
    const { openReviews, reviewDays } = world.hub.measures.emergency
    const ids = []
    for (let n = 0; n < openReviews; n++) ids.push(await world.anEmergency((await aCase()).number, 'policeLeader'))
    const { number } = await aCase()
    const refusal = await world.refusal(() => world.anEmergency(number, 'policeLeader'))
    expect(refusal).toMatchObject({ code: 'emergency.reviews-open', facts: { open: openReviews } })
    world.clock.advance((reviewDays + 1) * day)
    const overdue = (await tasks('bjLeader')).filter(({ dueAt }) => dueAt! < world.clock.now())
    expect(overdue.map(({ id }) => id)).toEqual(expect.arrayContaining(ids))
    for (const id of ids) await reviewed(id)
    await reviewed(await world.anEmergency(number, 'policeLeader'))
  })

  test('[HU301] both sides see it in their lists, others do not', async () => {
    const { number } = await aCase()
    const emergencyId = await world.anEmergency(number, 'policeDuty')
    const has = async (by: OfficerName, box: 'mine' | 'agency' | 'on-ours') =>
      (await world.ask(by, listEmergencies, { box })).items.some(({ id }) => id === emergencyId)
    expect([await has('policeDuty', 'mine'), await has('policeLeader', 'agency')]).toEqual([true, true])
    expect([await has('bjHandler', 'on-ours'), await has('bjAuditor', 'on-ours')]).toEqual([true, true])
    expect([await has('policeHandler', 'agency'), await has('guilinLeader', 'on-ours')]).toEqual([false, false])
    await reviewed(emergencyId)
  })
})

describe('the wall', () => {
  test('[HU302] an emergency grant beyond its bounds is refused by the database', async () => {
    const { caseId } = await aCase({ label: 'sensitive' })
    const core = await aCase({ label: 'core_sensitive' })
    const { id: officerId, agencyId } = world.people.policeDuty.officer
    const now = world.clock.now()
    const given = {
      record: caseId as string,
      owner: world.agencies.bj as string,
      officer: officerId as string,
      level: 'view',
      until: new Date(now.getTime() + 60 * minute),
    }
    const insert = (changed: Partial<typeof given>) => {
      const grant = { ...given, ...changed }
      return world.hub.db.transaction({ agencyId, officerId }, now, (tx) =>
        tx.execute(sql`insert into grants (id, record_kind, record_id, record_at, owner_agency_id, grantee_agency_id, grantee_officer_id,
            origin, level, withheld_fields, purpose, legal_basis, agreement_id, allows_onward, expires_at, state, given_by, given_at)
          values (${newId()}, 'Case', ${grant.record}, ${now}, ${grant.owner}, ${agencyId}, ${grant.officer},
            'emergency', ${grant.level}, '{}', 'x', 'x', ${world.agreementId}, false, ${grant.until}, 'live', ${officerId}, ${now})`),
      )
    }
    const refused = { cause: { code: '42501' } }
    for (const changed of [
      { until: new Date(given.until.getTime() + 1) },
      { level: 'comment' },
      { officer: world.people.policeLeader.officer.id },
      { record: core.caseId },
      { owner: world.agencies.guilin },
      { record: newId() },
    ])
      await expect(insert(changed), JSON.stringify(changed)).rejects.toMatchObject(refused)
    await insert({})
    await world.owner.query("update grants set state = 'recalled' where record_id = $1", [caseId])
  })
})

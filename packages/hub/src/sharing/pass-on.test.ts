import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, day, type World } from '../a-world.ts'
import { findCasePage } from '../cases/index.ts'
import { myDesk } from '../desk/index.ts'
import { approveGrant, listGrants, noteGrant, onwardOptions, passOnGrant, previewOnward, recallGrant } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const ofCase = (id: string) => ({ kind: 'Case' as const, id })
type Changed = Parameters<World['terms']>[2]

/** A case that Beijing opened to the police, who may pass it on. */
async function sharedOnward(changed: Changed = {}, fields: Parameters<World['aCase']>[0] = {}) {
  const caseId = await world.aCase(fields)
  const parentGrantId = await world.aGrant(ofCase(caseId), 'police', {
    level: 'comment',
    withheldFields: ['figures'],
    allowsOnward: true,
    ...changed,
  })
  const terms = (more: Changed = {}) => {
    const { purpose: _, ...rest } = world.terms(ofCase(caseId), 'guilin', { withheldFields: ['figures'], ...more })
    return { ...rest, parentGrantId }
  }
  return { caseId, parentGrantId, terms }
}
const reads = (name: OfficerName, caseId: string) =>
  world.ask(name, findCasePage, { caseId }).then(
    ({ withheld }) => withheld.join() || 'open',
    (error: { code: string }) => error.code,
  )
const recall = (by: OfficerName, grantId: string) =>
  world.submit(by, recallGrant, { grantId, expectedVersion: 1, reason: '不再需要' })

describe('passing on', () => {
  test('[HU210] opens the record to a third agency no further than it was granted', async () => {
    const { caseId, terms } = await sharedOnward()
    const { sentences } = await world.ask('policeHandler', previewOnward, terms())
    expect(sentences[0]!.zh).toContain('桂林烟草')
    await world.submit('policeHandler', passOnGrant, terms())
    expect(await reads('guilinHandler', caseId)).toBe('figures')
  })

  test.each<[string, Changed]>([
    ['a higher level', { level: 'contribute' }],
    ['a field that is withheld from it', { withheldFields: [] }],
    ['a later end', { expiresAt: '2026-06-01T00:00:00Z' }],
  ])('[HU210] is refused with %s', async (_what, more) => {
    const { terms } = await sharedOnward()
    const attempt = () => world.submit('policeHandler', passOnGrant, terms(more))
    expect(await world.refusal(attempt)).toMatchObject({ code: 'grant.wider-than-parent' })
    const asked = () => world.ask('policeHandler', previewOnward, terms(more))
    expect(await world.refusal(asked)).toMatchObject({ code: 'grant.wider-than-parent' })
  })

  test('[HU210] the wall keeps to the parent when the program does not', async () => {
    const { caseId, parentGrantId } = await sharedOnward()
    const { agencyId, id: officerId } = world.people.policeHandler.officer
    const passed = (level: string, withheld: string) =>
      world.hub.db.transaction({ agencyId, officerId }, world.clock.now(), (tx) =>
        tx.execute(`insert into grants (id, record_kind, record_id, record_at, owner_agency_id, grantee_agency_id, level,
            withheld_fields, purpose, legal_basis, agreement_id, allows_onward, expires_at, state, given_by, given_at,
            origin, parent_grant_id, onward_agency_id)
          select gen_random_uuid(), record_kind, record_id, record_at, owner_agency_id, '${world.agencies.guilin}', '${level}',
            '${withheld}', purpose, legal_basis, agreement_id, false, expires_at, 'live', '${officerId}', given_at,
            'onward', id, '${agencyId}' from grants where id = '${parentGrantId}'`),
      )
    const breach = { cause: { code: '42501' } }
    await expect(passed('contribute', '{figures}')).rejects.toMatchObject(breach)
    await expect(passed('comment', '{}')).rejects.toMatchObject(breach)
    await passed('comment', '{figures}')
    expect(await reads('guilinHandler', caseId)).toBe('figures')
  })

  test.each<[OfficerName, string, Changed, object]>([
    ['policeHandler', 'policy.denied', { allowsOnward: false }, {}],
    ['policeHandler', 'policy.denied', {}, { handlingCode: 'no_onward' }],
    ['policeDuty', 'record.unseen', {}, {}],
    ['bjHandler', 'policy.denied', {}, {}],
    ['hebeiHandler', 'record.unseen', {}, {}],
  ])('[HU211] %s meets %s when the grant has %j and the case %j', async (name, code, changed, fields) => {
    const { terms } = await sharedOnward(changed, fields)
    expect(await world.refusal(() => world.submit(name, passOnGrant, terms()))).toMatchObject({ code })
  })

  test('[HU211] needs an agreement between the one who passes on and the third agency', async () => {
    const { terms } = await sharedOnward()
    const attempt = () => world.submit('policeHandler', passOnGrant, terms({ granteeAgencyId: world.agencies.hebei }))
    expect(await world.refusal(attempt)).toMatchObject({ code: 'grant.agreement-unfit' })
    const toOwner = () => world.submit('policeHandler', passOnGrant, terms({ granteeAgencyId: world.agencies.bj }))
    expect(await world.refusal(toOwner)).toMatchObject({ code: 'grant.to-owner' })
  })

  test('[HU211] what may be passed on, and to whom, is asked for by whoever may', async () => {
    const { caseId, parentGrantId } = await sharedOnward()
    await world.aGrant(ofCase(caseId), 'baoan')
    const { agencies, parents } = await world.ask('policeHandler', onwardOptions, { record: ofCase(caseId) })
    expect(parents).toMatchObject([{ id: parentGrantId, level: 'comment', withheldFields: ['figures'] }])
    const told = new Map(agencies.map(({ agency, isOpen }) => [agency.slug as string, isOpen]))
    const of = ['guilin', 'baoan', 'bj', 'police'].map((slug) => told.get(slug))
    expect(of).toEqual([false, true, undefined, undefined])
    const mine = async (name: OfficerName) =>
      (await world.ask(name, listGrants, { record: ofCase(caseId) })).items.find(({ id }) => id === parentGrantId)
    expect([(await mine('policeHandler'))?.canPassOn, (await mine('bjHandler'))?.canPassOn]).toEqual([true, false])
    const asked = () => world.ask('bjHandler', onwardOptions, { record: ofCase(caseId) })
    expect(await world.refusal(asked)).toMatchObject({ code: 'policy.denied' })
  })

  test('[HU211] ends the very instant the grant does', async () => {
    const { terms } = await sharedOnward()
    world.clock.advance(30 * day)
    const attempt = () => world.submit('policeHandler', passOnGrant, terms())
    expect(await world.refusal(attempt)).toMatchObject({ code: 'record.unseen' })
  })

  test('[HU212] above the label it waits for the owner’s leader, not for the one who passes it on', async () => {
    const { caseId, terms } = await sharedOnward({}, { label: 'core_sensitive' })
    const { grantId, state } = await world.submit('policeHandler', passOnGrant, terms())
    expect(state).toBe('proposed')
    expect(await reads('guilinHandler', caseId)).toBe('record.unseen')
    const approve = (by: OfficerName) => world.submit(by, approveGrant, { grantId, expectedVersion: 1 })
    expect(await world.refusal(() => approve('policeLeader'))).toMatchObject({ code: 'policy.denied' })
    await approve('bjLeader')
    expect(await reads('guilinHandler', caseId)).toBe('figures')
  })
})

describe('the owner of what was passed on', () => {
  test('[HU213] is told on the desk until somebody has looked at it, and sees by whom', async () => {
    const { caseId, terms } = await sharedOnward()
    const { grantId } = await world.submit('policeHandler', passOnGrant, terms())
    const news = async (name: OfficerName) =>
      (await world.ask(name, myDesk, {})).tasks.some((task) => task.kind === 'grant.news' && task.id === grantId)
    expect([await news('bjHandler'), await news('policeHandler'), await news('guilinHandler')]).toEqual([
      true,
      false,
      false,
    ])
    const { items } = await world.ask('bjHandler', listGrants, { record: ofCase(caseId) })
    expect(items).toMatchObject([{}, { origin: 'onward', passedOnBy: { slug: 'police' }, canRecall: true }])
    await world.submit('bjHandler', noteGrant, { grantId, expectedVersion: 1 })
    expect(await news('bjHandler')).toBe(false)
  })

  test('[HU214] recalls the grant, and everything that was passed on from it ends with it', async () => {
    const { caseId, parentGrantId, terms } = await sharedOnward()
    const { grantId } = await world.submit('policeHandler', passOnGrant, terms({ allowsOnward: true }))
    const { purpose: _, ...next } = world.terms(ofCase(caseId), 'baoan', { withheldFields: ['figures'] })
    await world.submit('guilinHandler', passOnGrant, { ...next, parentGrantId: grantId })
    expect(await reads('baoanHandler', caseId)).toBe('figures')
    await recall('bjHandler', parentGrantId)
    for (const name of ['policeHandler', 'guilinHandler', 'baoanHandler'] as const)
      expect(await reads(name, caseId)).toBe('record.unseen')
  })

  test('[HU214] whoever passed it on takes back that, and all that hangs on it, and nothing else', async () => {
    const { caseId, parentGrantId, terms } = await sharedOnward()
    const { grantId } = await world.submit('policeHandler', passOnGrant, terms({ allowsOnward: true }))
    const { purpose: _, ...next } = world.terms(ofCase(caseId), 'baoan', { withheldFields: ['figures'] })
    await world.submit('guilinHandler', passOnGrant, { ...next, parentGrantId: grantId })
    expect(await world.refusal(() => recall('policeHandler', parentGrantId))).toMatchObject({ code: 'policy.denied' })
    await recall('policeHandler', grantId)
    expect(await reads('guilinHandler', caseId)).toBe('record.unseen')
    expect(await reads('baoanHandler', caseId)).toBe('record.unseen')
    expect(await reads('policeHandler', caseId)).toBe('figures')
  })
})

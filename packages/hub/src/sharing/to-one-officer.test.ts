import { newId, type OfficerId, type RequestId } from '@lianban/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aWorld, type World } from '../a-world.ts'
import { findCasePage, listCases } from '../cases/index.ts'
import { dossierOutline } from '../dossiers/index.ts'
import { searchAll } from '../search/index.ts'
import { giveGrant, listGrants, previewGrant, recallGrant, whoCanSee } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const ofCase = (id: string) => ({ kind: 'Case' as const, id })
const alone = (changed: Parameters<World['terms']>[2] = {}) => ({
  granteeOfficerId: world.people.policeHandler.officer.id,
  ...changed,
})

test('[HU200] a case given to one officer stays unseen to the leader of the same agency', async () => {
  const caseId = await world.aCase({ name: '只给一人的案件' })
  await world.aGrant(ofCase(caseId), 'police', alone({ level: 'contribute' }))
  expect(await world.ask('policeHandler', findCasePage, { caseId })).toMatchObject({ my: { level: 'contribute' } })
  expect(await world.ask('policeHandler', listCases, {})).toMatchObject({ total: 1 })

  expect(await world.refusal(() => world.ask('policeLeader', findCasePage, { caseId }))).toMatchObject({
    code: 'record.unseen',
  })
  expect(await world.ask('policeLeader', listCases, {})).toMatchObject({ items: [], total: 0 })
  expect(await world.ask('policeLeader', searchAll, { q: '只给一人' })).toMatchObject({ cases: [], clues: [] })
  await expect(world.ask('policeLeader', dossierOutline, { caseId })).rejects.toMatchObject({ code: 'record.unseen' })
})

test('[HU200] who can see names the officer, and only what that officer may do', async () => {
  const caseId = await world.aCase()
  const terms = world.terms(ofCase(caseId), 'police', alone())
  const preview = await world.ask('bjHandler', previewGrant, terms)
  expect(preview.sentences[0]!.zh).toMatch('北京环食药单位（北京环食药·policeHandler，仅本人）将以“查看”级别')
  expect(preview.gains.map(({ role, officers }) => [role, officers])).toEqual([['handler', 1]])
  await world.submit('bjHandler', giveGrant, terms)
  const { items } = await world.ask('bjHandler', whoCanSee, { record: ofCase(caseId) })
  expect(items.map(({ agency, officer }) => [agency.slug, officer?.postEn])).toEqual([
    ['bj', undefined],
    ['police', 'policeHandler'],
  ])
})

test('[HU201] an officer who moved to another agency sees nothing of it any more', async () => {
  const caseId = await world.aCase()
  await world.aGrant(ofCase(caseId), 'police', alone())
  const actor = world.people.policeHandler
  const moved = { ...actor, officer: { ...actor.officer, agencyId: world.agencies.hebei } }
  const call = { hub: world.hub, actor: moved, requestId: newId<RequestId>() }
  await expect(findCasePage(call, { caseId })).rejects.toMatchObject({ code: 'record.unseen' })
  const { agencyId, id: officerId } = moved.officer
  const behindTheWall = await world.hub.db.transaction({ agencyId, officerId }, world.clock.now(), (tx) =>
    tx.execute('select id from cases'),
  )
  expect(behindTheWall.rows).toEqual([])
})

test.each<[string, () => OfficerId]>([
  ['nobody', () => newId<OfficerId>()],
  ['an officer of a third agency', () => world.people.guilinHandler.officer.id],
  ['an officer of the owner', () => world.people.bjLeader.officer.id],
])('[HU202] a grant to %s of the police is refused', async (_who, granteeOfficerId) => {
  const caseId = await world.aCase()
  const terms = world.terms(ofCase(caseId), 'police', { granteeOfficerId: granteeOfficerId() })
  const attempt = () => world.submit('bjHandler', giveGrant, terms)
  expect(await world.refusal(attempt)).toMatchObject({ code: 'grant.officer-unknown' })
})

test('[HU203] beside a grant to the agency, one to an officer opens more to that officer alone', async () => {
  const caseId = await world.aCase()
  await world.aGrant(ofCase(caseId), 'police', { withheldFields: ['figures', 'summary'] })
  const grantId = await world.aGrant(
    ofCase(caseId),
    'police',
    alone({ level: 'contribute', withheldFields: ['figures'] }),
  )
  expect(await world.ask('policeHandler', findCasePage, { caseId })).toMatchObject({
    my: { level: 'contribute' },
    withheld: ['figures'],
  })
  expect(await world.ask('policeLeader', findCasePage, { caseId })).toMatchObject({
    my: { level: 'view' },
    withheld: ['figures', 'summary'],
  })
  const { items } = await world.ask('bjHandler', listGrants, { record: ofCase(caseId) })
  expect(items.map(({ granteeOfficer }) => granteeOfficer?.postEn ?? null)).toEqual([null, 'policeHandler'])

  await world.submit('bjHandler', recallGrant, { grantId, expectedVersion: 1, reason: '不再需要' })
  expect(await world.ask('policeHandler', findCasePage, { caseId })).toMatchObject({ my: { level: 'view' } })
})

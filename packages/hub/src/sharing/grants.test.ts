import { newId } from '@lianban/kernel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AgencyName, OfficerName } from '../a-cast.ts'
import { aWorld, day, type World } from '../a-world.ts'
import { signAgreement } from '../agreements/index.ts'
import { findCasePage, listCases } from '../cases/index.ts'
import { labels, levels } from '../classification.ts'
import { myDesk } from '../desk/index.ts'
import { dossierOutline } from '../dossiers/index.ts'
import { searchAll } from '../search/index.ts'
import { giveGrant, listGrants, previewGrant, recallGrant, shareOptions } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const ofCase = (id: string) => ({ kind: 'Case' as const, id })
type Changed = Parameters<World['terms']>[2]

/** Giving and previewing meet the same refusal. */
async function refusalOf(caseId: string, to: AgencyName, changed: Changed) {
  const terms = world.terms(ofCase(caseId), to, changed)
  const given = await world.refusal(() => world.submit('bjHandler', giveGrant, terms))
  const previewed = await world.refusal(() => world.ask('bjHandler', previewGrant, terms))
  expect({ ...previewed, message: previewed.message }).toEqual({ ...given, message: given.message })
  return given
}

const inFuture = (days: number) => new Date(world.clock.now().getTime() + days * day).toISOString()
const signed = async (changed: Parameters<World['anAgreement']>[1] = {}) => {
  const agreementId = await world.anAgreement(['guilin'], changed)
  await world.submit('guilinLeader', signAgreement, { agreementId, expectedVersion: 1 })
  return agreementId
}

describe('the agreement', () => {
  test.each<[string, () => Promise<Changed>]>([
    ['that does not exist', async () => ({ agreementId: newId() })],
    ['that not every party has signed', async () => ({ agreementId: await world.anAgreement(['guilin']) })],
    ['that the grantee is no party to', async () => ({ agreementId: await world.anAgreement(['police']) })],
    ['that begins tomorrow', async () => ({ agreementId: await signed({ validFrom: inFuture(1) }) })],
    ['that has ended', async () => ({ agreementId: await signed({ validUntil: inFuture(-1) }) })],
    ['whose purposes are others', async () => ({ agreementId: await signed({ purposes: ['核查货源'] }) })],
    ['whose highest level is lower', async () => ({ agreementId: await signed(), level: 'co_handle' })],
    ['that forbids onward sharing', async () => ({ agreementId: await signed(), allowsOnward: true })],
    ['that ends before the grant', async () => ({ agreementId: await signed({ validUntil: inFuture(20) }) })],
    ['whose highest label is lower', async () => ({ agreementId: await signed({ maxLabel: 'public' }) })],
  ])('[HU60] a grant under an agreement %s is refused', async (_what, changed) => {
    const refusal = await refusalOf(await world.aCase(), 'guilin', await changed())
    expect(refusal).toMatchObject({ kind: 'conflict', code: 'grant.agreement-unfit' })
  })

  let agreementId: string
  beforeAll(async () => {
    agreementId = await signed({ maxLabel: 'internal', maxLevel: 'comment' })
  })
  test.each(labels.flatMap((label) => levels.map((level) => [label, level] as const)))(
    '[HU60] a case labelled %s is shared at level %s up to both ceilings',
    async (label, level) => {
      const caseId = await world.aCase({ label })
      if ((label === 'public' || label === 'internal') && (level === 'view' || level === 'comment'))
        await expect(world.aGrant(ofCase(caseId), 'guilin', { agreementId, level })).resolves.toBeDefined()
      else expect((await refusalOf(caseId, 'guilin', { agreementId, level })).code).toBe('grant.agreement-unfit')
    },
  )

  test.each<[AgencyName, Changed, string]>([
    ['bj', {}, 'grant.to-owner'],
    ['guilin', { expiresAt: '2026-03-02T08:00:00Z' }, 'grant.past-expiry'],
    ['guilin', { withheldFields: ['content'] }, 'grant.field-unknown'],
    ['guilin', { withheldFields: ['summary', 'id'] }, 'grant.field-unknown'],
    ['procuratorate', { level: 'contribute' }, 'grant.above-powers'],
    ['procuratorate', { level: 'co_handle' }, 'grant.above-powers'],
  ])('[HU61] a grant to %s with %j is refused', async (to, changed, code) => {
    expect(await refusalOf(await world.aCase(), to, changed)).toMatchObject({ code })
  })
})

test.each<[OfficerName, string]>([
  ['policeHandler', 'policy.denied'],
  ['bjAuditor', 'policy.denied'],
  ['bjIntake', 'policy.denied'],
  ['shunyiHandler', 'record.unseen'],
  ['hebeiLeader', 'record.unseen'],
])('[HU62] %s shares no case of Beijing’s', async (name, code) => {
  const caseId = await world.aCase()
  await world.aGrant(ofCase(caseId), 'police', { level: 'co_handle', allowsOnward: true })
  const attempt = () => world.submit(name, giveGrant, world.terms(ofCase(caseId), 'guilin'))
  expect(await world.refusal(attempt)).toMatchObject({ code })
})

describe('one live grant', () => {
  test('[HU63] an agency has one live grant, also when two are given at one moment', async () => {
    const caseId = await world.aCase()
    const give = (name: OfficerName) => world.aGrant(ofCase(caseId), 'guilin', {}, name)
    expect(await world.losers([give('bjHandler'), give('bjColleague')])).toEqual(['grant.already-open'])
    expect(await refusalOf(caseId, 'guilin', { level: 'comment' })).toMatchObject({ code: 'grant.already-open' })
  })

  test('[HU63] after a recall the agency may be invited anew on other terms', async () => {
    const caseId = await world.aCase()
    const grantId = await world.aGrant(ofCase(caseId), 'guilin')
    await world.submit('bjHandler', recallGrant, { grantId, expectedVersion: 1, reason: '改级别' })
    await world.aGrant(ofCase(caseId), 'guilin', { level: 'contribute' })
    expect(await world.ask('guilinHandler', findCasePage, { caseId })).toMatchObject({ my: { level: 'contribute' } })
  })

  test('[HU63] an expired grant does not stand in the way of the next', async () => {
    const caseId = await world.aCase()
    await world.aGrant(ofCase(caseId), 'guilin', { expiresAt: inFuture(1) })
    world.clock.advance(day)
    const { agencies } = await world.ask('bjHandler', shareOptions, { record: ofCase(caseId) })
    expect(agencies.find(({ agency }) => agency.slug === 'guilin')).toMatchObject({ isOpen: false })
    await world.aGrant(ofCase(caseId), 'guilin')
    const { items } = await world.ask('bjHandler', listGrants, { record: ofCase(caseId) })
    expect(items.map(({ state, recallReason }) => [state, recallReason])).toEqual([
      ['recalled', null],
      ['live', null],
    ])
  })
})

describe('recall', () => {
  const recall = (name: OfficerName, grantId: string, expectedVersion = 1) =>
    world.submit(name, recallGrant, { grantId, expectedVersion, reason: '工作结束' })

  test('[HU64] a recalled grant opens nothing and stays on record with its reason', async () => {
    const caseId = await world.aCase()
    const grantId = await world.aGrant(ofCase(caseId), 'guilin', { level: 'co_handle' })
    await world.ask('guilinHandler', findCasePage, { caseId })
    await recall('bjLeader', grantId)
    expect(await world.refusal(() => world.ask('guilinHandler', findCasePage, { caseId }))).toMatchObject({
      code: 'record.unseen',
    })
    const { items } = await world.ask('bjHandler', listGrants, { record: ofCase(caseId) })
    expect(items).toMatchObject([{ state: 'recalled', recallReason: '工作结束', canRecall: false, version: 2 }])
  })

  test('[HU64] a recall over a page that is out of date, or twice, is refused', async () => {
    const grantId = await world.aGrant(ofCase(await world.aCase()), 'guilin')
    expect(await world.refusal(() => recall('bjHandler', grantId, 2))).toMatchObject({ code: 'record.stale' })
    const attempts = [recall('bjHandler', grantId), recall('bjColleague', grantId)]
    expect(await world.losers(attempts)).toEqual(['record.stale'])
    expect(await world.refusal(() => recall('bjHandler', grantId, 2))).toMatchObject({ code: 'grant.already-recalled' })
  })

  test.each<[OfficerName, string]>([
    ['guilinHandler', 'policy.denied'],
    ['bjIntake', 'policy.denied'],
    ['policeHandler', 'record.unseen'],
    ['hebeiHandler', 'record.unseen'],
  ])('[HU64] %s recalls no grant of Beijing’s', async (name, code) => {
    const grantId = await world.aGrant(ofCase(await world.aCase()), 'guilin')
    expect(await world.refusal(() => recall(name, grantId))).toMatchObject({ code })
  })
})

test('[HU65] a grant opens everything to its last millisecond and nothing from then on', async () => {
  const caseId = await world.aCase({ name: '到期案' })
  await world.aGrant(ofCase(caseId), 'baoan', { expiresAt: inFuture(2) })
  const seen = async () => {
    const find = world.ask('baoanHandler', findCasePage, { caseId })
    const outline = world.ask('baoanHandler', dossierOutline, { caseId })
    const opened = await Promise.allSettled([find, outline])
    const { total } = await world.ask('baoanHandler', searchAll, { q: '到期案' })
    const { items } = await world.ask('baoanHandler', listCases, {})
    const { counts } = await world.ask('baoanHandler', myDesk, {})
    return [...opened.map(({ status }) => status === 'fulfilled'), total === 1, items.length === 1, counts.cases === 1]
  }
  world.clock.advance(2 * day - 1)
  expect(await seen()).toEqual([true, true, true, true, true])
  world.clock.advance(1)
  expect(await seen()).toEqual([false, false, false, false, false])
})

test('[HU66] a reader of the case reads all its grants with purpose, basis, agreement and giver', async () => {
  const caseId = await world.aCase()
  await world.aGrant(ofCase(caseId), 'guilin', { withheldFields: ['summary', 'clues', 'summary'] })
  await world.aGrant(ofCase(caseId), 'police')
  const { items } = await world.ask('policeHandler', listGrants, { record: ofCase(caseId) })
  expect(items).toMatchObject([
    {
      grantee: { slug: 'guilin' },
      withheldFields: ['clues', 'summary'],
      purpose: '联合办案',
      agreement: { number: '协议〔1〕号' },
      givenBy: { postEn: 'bjHandler' },
      canRecall: false,
    },
    { grantee: { slug: 'police' } },
  ])
})

test('[HU66] of past grants only the two agencies learn, not the other guests', async () => {
  const caseId = await world.aCase()
  const grantId = await world.aGrant(ofCase(caseId), 'guilin')
  await world.submit('bjHandler', recallGrant, { grantId, expectedVersion: 1, reason: '内部原因' })
  await world.aGrant(ofCase(caseId), 'guilin', { level: 'comment' })
  await world.aGrant(ofCase(caseId), 'police')
  const listed = async (name: OfficerName) =>
    (await world.ask(name, listGrants, { record: ofCase(caseId) })).items.map(({ grantee, state }) => [
      grantee.slug,
      state,
    ])
  const live = [
    ['guilin', 'live'],
    ['police', 'live'],
  ]
  expect(await listed('policeHandler')).toEqual(live)
  for (const name of ['bjHandler', 'guilinHandler'] as const)
    expect(await listed(name)).toEqual([['guilin', 'recalled'], ...live])
})

test('[HU67] whom to share with: the parties of agreements, with what blocks each', async () => {
  const caseId = await world.aCase({ label: 'core_sensitive' })
  await world.aGrant(ofCase(caseId), 'police')
  const tooLow = await signed({ maxLabel: 'sensitive' })
  const { agencies, withholdable } = await world.ask('bjHandler', shareOptions, { record: ofCase(caseId) })
  expect(withholdable.map(({ field }) => field)).toEqual(['summary', 'figures', 'events', 'clues', 'files'])
  const slugs = agencies.map(({ agency }) => agency.slug)
  for (const slug of ['bj', 'hebei', 'market']) expect(slugs).not.toContain(slug)
  const guilin = agencies.find(({ agency }) => agency.slug === 'guilin')!
  expect(agencies.filter(({ isOpen }) => isOpen).map(({ agency }) => agency.slug)).toEqual(['police'])
  expect(guilin.agreements.find(({ id }) => id === tooLow)?.blocked).toMatchObject({ zh: /敏感标识/ })
  expect(guilin.agreements.find(({ id }) => id === world.agreementId)?.blocked).toBeNull()
})

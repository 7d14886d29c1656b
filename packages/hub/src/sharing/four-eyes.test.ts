import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, day, type World } from '../a-world.ts'
import { signAgreement } from '../agreements/index.ts'
import { findCasePage } from '../cases/index.ts'
import { labels } from '../classification.ts'
import { myDesk } from '../desk/index.ts'
import {
  approveGrant,
  declineGrant,
  extendGrant,
  giveGrant,
  listGrants,
  noteGrant,
  previewGrant,
  recallGrant,
  shareOptions,
} from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const ofCase = (id: string) => ({ kind: 'Case' as const, id })

/** A grant on a core sensitive case that Beijing’s handler, or somebody else, has proposed. */
async function proposed(by: OfficerName = 'bjHandler') {
  const caseId = await world.aCase({ label: 'core_sensitive' })
  const given = await world.submit(by, giveGrant, world.terms(ofCase(caseId), 'police'))
  return { caseId, ...given }
}
const approve = (by: OfficerName, grantId: string, expectedVersion = 1) =>
  world.submit(by, approveGrant, { grantId, expectedVersion })
const readers = async (caseId: string) =>
  world.ask('policeHandler', findCasePage, { caseId }).then(
    () => 'open',
    (error: { code: string }) => error.code,
  )
const tasksOf = async (name: OfficerName, kind: string) =>
  (await world.ask(name, myDesk, {})).tasks.filter((task) => task.kind === kind)

test.each(labels)(
  '[HU204] a grant on a case labelled %s waits for a second officer exactly above the label',
  async (label) => {
    const caseId = await world.aCase({ label })
    const { state } = await world.submit('bjLeader', giveGrant, world.terms(ofCase(caseId), 'police'))
    expect(state).toBe(label === 'core_sensitive' ? 'proposed' : 'live')
    expect(await readers(caseId)).toBe(label === 'core_sensitive' ? 'record.unseen' : 'open')
  },
)

test('[HU204] the preview names the posts that may approve', async () => {
  const caseId = await world.aCase({ label: 'core_sensitive' })
  const { approvers } = await world.ask('bjHandler', previewGrant, world.terms(ofCase(caseId), 'police'))
  expect(approvers.map(({ postEn }) => postEn)).toEqual(['bjLeader'])
  expect(await world.ask('bjHandler', shareOptions, { record: ofCase(caseId) })).toMatchObject({ takesTwo: true })
  const byLeader = await world.ask('bjLeader', previewGrant, world.terms(ofCase(caseId), 'police'))
  expect(byLeader).toMatchObject({ approvers: [], waits: true })
  const plain = ofCase(await world.aCase())
  expect(await world.ask('bjHandler', previewGrant, world.terms(plain, 'police'))).toMatchObject({ waits: false })
  expect(await world.ask('bjHandler', shareOptions, { record: plain })).toMatchObject({ takesTwo: false })
})

describe('a proposed grant', () => {
  test('[HU205] lies on the desk of the leader, opens on approval, and is logged', async () => {
    const { caseId, grantId } = await proposed()
    expect((await tasksOf('bjLeader', 'grant.approve')).map(({ id }) => id)).toContain(grantId)
    expect((await tasksOf('bjHandler', 'grant.approve')).map(({ id }) => id)).not.toContain(grantId)
    expect((await tasksOf('policeLeader', 'grant.approve')).map(({ id }) => id)).not.toContain(grantId)
    const [task] = (await tasksOf('bjLeader', 'grant.approve')).filter(({ id }) => id === grantId)
    expect(task).toMatchObject({
      atOnce: { version: 1, deeds: ['approve', 'decline'] },
      href: `/cases/${caseId}/access`,
    })
    expect(task!.note!.zh).toMatch(/bjHandler提出：“查看”，.+，至 2026-/)
    await approve('bjLeader', grantId)
    expect(await readers(caseId)).toBe('open')
    expect((await tasksOf('bjLeader', 'grant.approve')).map(({ id }) => id)).not.toContain(grantId)
    expect((await world.entries()).at(-2)).toMatchObject({ act: 'grant.approve', rule: 'GRANT-APPROVE', caseId })
  })

  test.each<[OfficerName, string]>([
    ['bjHandler', 'policy.denied'],
    ['bjColleague', 'policy.denied'],
    ['bjAuditor', 'policy.denied'],
    ['policeLeader', 'record.unseen'],
    ['hebeiLeader', 'record.unseen'],
  ])('[HU205] %s cannot approve it, nor decline it', async (name, code) => {
    const { grantId } = await proposed()
    expect(await world.refusal(() => approve(name, grantId))).toMatchObject({ code })
    const decline = () => world.submit(name, declineGrant, { grantId, expectedVersion: 1, reason: '否' })
    expect(await world.refusal(decline)).toMatchObject({ code })
  })

  test('[HU205] a leader does not approve the leader’s own proposal', async () => {
    const { grantId } = await proposed('bjLeader')
    expect(await world.refusal(() => approve('bjLeader', grantId))).toMatchObject({ code: 'policy.denied' })
    await expect(
      world.owner.query(`update grants set state = 'live', approved_by = given_by where id = '${grantId}'`),
    ).rejects.toMatchObject({ constraint: 'grants_four_eyes' })
  })

  test('[HU206] is declined with a reason, and the other side never learns of it', async () => {
    const { caseId, grantId } = await proposed()
    await world.submit('bjLeader', declineGrant, { grantId, expectedVersion: 1, reason: '时机未到' })
    expect(await readers(caseId)).toBe('record.unseen')
    const { items } = await world.ask('bjHandler', listGrants, { record: ofCase(caseId) })
    expect(items).toMatchObject([{ state: 'declined', declineReason: '时机未到', canRecall: false }])
    await world.submit('bjHandler', giveGrant, world.terms(ofCase(caseId), 'police'))
  })

  test('[HU206] is decided once, also when both answers come at one moment', async () => {
    const { grantId } = await proposed()
    const decline = world.submit('bjLeader', declineGrant, { grantId, expectedVersion: 1, reason: '否' })
    expect(await world.losers([approve('bjLeader', grantId), decline])).toEqual(['grant.nothing-to-decide'])
    expect(await world.refusal(() => approve('bjLeader', grantId, 2))).toMatchObject({
      code: 'grant.nothing-to-decide',
    })
  })

  test('[HU206] is not approved by its old version, nor after it was withdrawn', async () => {
    const { grantId } = await proposed()
    expect(await world.refusal(() => approve('bjLeader', grantId, 2))).toMatchObject({ code: 'record.stale' })
    await world.submit('bjHandler', recallGrant, { grantId, expectedVersion: 1, reason: '撤回' })
    expect(await world.refusal(() => approve('bjLeader', grantId, 2))).toMatchObject({
      code: 'grant.nothing-to-decide',
    })
  })

  test('[HU206] is proposed once', async () => {
    const { caseId } = await proposed()
    const again = () => world.submit('bjColleague', giveGrant, world.terms(ofCase(caseId), 'police'))
    expect(await world.refusal(again)).toMatchObject({ code: 'grant.already-proposed' })
  })

  test.each<[string, (grantId: string, caseId: string) => Promise<unknown>, string]>([
    [
      'the agreement has ended',
      (grantId) =>
        world.owner.query(
          `update agreements set state = 'ended' where id = (select agreement_id from grants where id = '${grantId}')`,
        ),
      'grant.agreement-unfit',
    ],
    [
      'the label was raised above the agreement',
      (_grantId, caseId) => world.owner.query(`update cases set label = 'core_sensitive' where id = '${caseId}'`),
      'grant.agreement-unfit',
    ],
    [
      'its end has come this very instant',
      (grantId) => world.owner.query('update grants set expires_at = $1 where id = $2', [world.clock.now(), grantId]),
      'grant.past-expiry',
    ],
  ])('[HU207] is not approved once %s', async (_what, meanwhile, code) => {
    const maxLabel = _what.startsWith('the label') ? ('sensitive' as const) : ('core_sensitive' as const)
    const agreementId = await world.anAgreement(['police'], { maxLabel })
    await world.submit('policeLeader', signAgreement, { agreementId, expectedVersion: 1 })
    const caseId = await world.aCase({ label: maxLabel })
    const terms = world.terms(ofCase(caseId), 'police', { agreementId })
    const { grantId } = await world.submit('bjHandler', giveGrant, terms)
    await world.owner.query(`update grants set state = 'proposed' where id = '${grantId}'`)
    await meanwhile(grantId, caseId)
    expect(await world.refusal(() => approve('bjLeader', grantId))).toMatchObject({ code })
    expect(await readers(caseId)).toBe('record.unseen')
  })
})

describe('a longer term', () => {
  const later = (days: number) => new Date(world.clock.now().getTime() + days * day).toISOString()
  const extend = (grantId: string, days: number, expectedVersion = 1, by: OfficerName = 'bjHandler') =>
    world.submit(by, extendGrant, { grantId, expectedVersion, expiresAt: later(days) })

  test('[HU208] is given at once where one officer is enough', async () => {
    const caseId = await world.aCase()
    const grantId = await world.aGrant(ofCase(caseId), 'police')
    expect(await extend(grantId, 60)).toEqual({ version: 2, waits: false })
    world.clock.advance(45 * day)
    expect(await readers(caseId)).toBe('open')
    expect(await world.refusal(() => extend(grantId, 90, 1))).toMatchObject({ code: 'record.stale' })
    expect(await world.refusal(() => extend(grantId, 1, 2))).toMatchObject({ code: 'grant.not-later' })
    expect(await world.refusal(() => extend(grantId, 3000, 2))).toMatchObject({ code: 'grant.agreement-unfit' })
    world.clock.advance(15 * day)
    expect(await world.refusal(() => extend(grantId, 90, 2))).toMatchObject({ code: 'grant.not-live' })
  })

  test('[HU208] waits for a second officer above the label, and ends as before when declined', async () => {
    const caseId = await world.aCase({ label: 'core_sensitive' })
    const grantId = await world.aGrant(ofCase(caseId), 'police')
    expect(await extend(grantId, 60, 2, 'bjLeader')).toEqual({ version: 3, waits: true })
    expect(await world.refusal(() => approve('bjLeader', grantId, 3))).toMatchObject({ code: 'policy.denied' })
    await extend(grantId, 50, 3)
    await world.submit('bjLeader', declineGrant, { grantId, expectedVersion: 4, reason: '不延长' })
    expect(await readers(caseId)).toBe('open')
    await extend(grantId, 50, 5)
    await approve('bjLeader', grantId, 6)
    world.clock.advance(45 * day)
    expect(await readers(caseId)).toBe('open')
  })

  test('[HU209] both sides are reminded a week before the end, to the instant, and not after it', async () => {
    const caseId = await world.aCase()
    const grantId = await world.aGrant(ofCase(caseId), 'police')
    const isTold = async (name: OfficerName) => (await tasksOf(name, 'grant.due')).some(({ id }) => id === grantId)
    world.clock.advance(23 * day - 1)
    expect([await isTold('bjHandler'), await isTold('policeHandler')]).toEqual([false, false])
    world.clock.advance(1)
    expect([await isTold('bjHandler'), await isTold('policeHandler')]).toEqual([true, true])
    expect([await isTold('hebeiHandler'), await isTold('guilinHandler')]).toEqual([false, false])
    const { items } = await world.ask('bjHandler', listGrants, { record: ofCase(caseId) })
    expect(items).toMatchObject([{ endsSoon: true, canExtend: true, canRecall: true }])
    world.clock.advance(7 * day)
    expect(await isTold('bjHandler')).toBe(false)
  })

  test('[HU209] the reminder comes as early as the grant says', async () => {
    const caseId = await world.aCase()
    const grantId = await world.aGrant(ofCase(caseId), 'police', { remindDays: 20 })
    const isTold = async () => (await tasksOf('bjHandler', 'grant.due')).some(({ id }) => id === grantId)
    world.clock.advance(10 * day - 1)
    expect(await isTold()).toBe(false)
    world.clock.advance(1)
    expect(await isTold()).toBe(true)
  })

  test('[HU208] as long again is offered, and never past the agreement', async () => {
    const caseId = await world.aCase()
    const grantId = await world.aGrant(ofCase(caseId), 'police', { expiresAt: later(20), remindDays: 30 })
    const validUntil = later(25)
    const due = async () => (await tasksOf('bjHandler', 'grant.due')).find(({ id }) => id === grantId)?.atOnce
    expect(await due()).toEqual({ version: 1, deeds: ['extend', 'letEnd'], until: new Date(later(40)) })
    const { rows } = await world.owner.query('select agreement_id from grants where id = $1', [grantId])
    const [{ agreement_id: agreementId }] = rows
    const before = await world.owner.query('select valid_until from agreements where id = $1', [agreementId])
    const ends = (at: unknown) =>
      world.owner.query('update agreements set valid_until = $1 where id = $2', [at, agreementId])
    await ends(validUntil)
    expect(await due()).toMatchObject({ until: new Date(validUntil) })
    await ends(later(20))
    expect(await due()).toMatchObject({ deeds: ['letEnd'], until: null })
    expect((await world.ask('bjHandler', listGrants, { record: ofCase(caseId) })).items[0]).toMatchObject({
      longer: null,
    })
    await ends(before.rows[0].valid_until)
    await extend(grantId, 40)
    expect((await tasksOf('policeHandler', 'grant.due')).some(({ id }) => id === grantId)).toBe(false)
  })

  test('[HU209] the owner lets it end and is left in peace, the other side is still reminded', async () => {
    const caseId = await world.aCase()
    const grantId = await world.aGrant(ofCase(caseId), 'police', { remindDays: 20 })
    const isTold = async (name: OfficerName) => (await tasksOf(name, 'grant.due')).some(({ id }) => id === grantId)
    await world.submit('bjHandler', noteGrant, { grantId, expectedVersion: 1 })
    world.clock.advance(15 * day)
    expect(await isTold('bjHandler')).toBe(true)
    await world.submit('bjHandler', noteGrant, { grantId, expectedVersion: 2 })
    expect([await isTold('bjHandler'), await isTold('bjLeader'), await isTold('policeHandler')]).toEqual([
      false,
      false,
      true,
    ])
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OfficerName, purpose } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { type Agreement, beyondCeiling, closedToLabel } from './agreement.ts'
import { listAgreements, proposeAgreement, signAgreement } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const sign = (name: OfficerName, agreementId: string, expectedVersion: number) =>
  world.submit(name, signAgreement, { agreementId, expectedVersion })
const seenBy = async (name: OfficerName, id: string) =>
  (await world.ask(name, listAgreements, {})).items.find((item) => item.id === id)

test('[HU30] a proposal carries the proposer’s signature and is in force with the last one', async () => {
  const agreementId = await world.anAgreement(['guilin', 'police'])
  expect(await seenBy('bjLeader', agreementId)).toMatchObject({ state: 'proposed', canSign: false })
  expect(await sign('policeLeader', agreementId, 1)).toEqual({ state: 'proposed' })
  expect(await sign('guilinLeader', agreementId, 2)).toEqual({ state: 'in_force' })
  const agreed = await seenBy('guilinHandler', agreementId)
  expect(agreed!.parties.map(({ signedAt }) => signedAt)).toEqual(Array(3).fill(world.clock.now()))
})

test.each(['bjHandler', 'bjIntake', 'procurator', 'hebeiHandler'] as const)(
  '[HU31] %s proposes no agreement',
  async (name) => {
    const attempt = () =>
      world.submit(name, proposeAgreement, {
        number: '协议〔无〕号',
        title: '协议',
        legalBasis: '依据',
        purposes: [purpose],
        maxLabel: 'internal',
        maxLevel: 'view',
        allowsOnward: false,
        validFrom: '2026-01-01T00:00:00Z',
        validUntil: '2027-01-01T00:00:00Z',
        partySlugs: ['police'],
      })
    expect(await world.refusal(attempt)).toMatchObject({ code: 'policy.denied' })
  },
)

test.each([
  ['guilinHandler', 'policy.denied'],
  ['bjLeader', 'policy.denied'],
  ['policeLeader', 'record.unseen'],
  ['hebeiLeader', 'record.unseen'],
] as const)('[HU31] %s does not sign for a party', async (name, code) => {
  const agreementId = await world.anAgreement(['guilin'])
  expect(await world.refusal(() => sign(name, agreementId, 1))).toMatchObject({ code })
})

test('[HU32] who signs a page that is out of date is told, and nothing is signed', async () => {
  const agreementId = await world.anAgreement(['guilin', 'police'])
  await sign('policeLeader', agreementId, 1)
  expect(await world.refusal(() => sign('guilinLeader', agreementId, 1))).toMatchObject({ code: 'record.stale' })
})

test('[HU33] a party signs once', async () => {
  const agreementId = await world.anAgreement(['guilin', 'police'])
  await sign('policeLeader', agreementId, 1)
  expect(await world.refusal(() => sign('policeLeader', agreementId, 2))).toMatchObject({ code: 'policy.denied' })
})

test('[HU34] an agreement needs another agency than the one that proposes it', async () => {
  expect(await world.refusal(() => world.anAgreement(['bj']))).toMatchObject({ code: 'agreement.no-other-party' })
  const unknown = () => world.anAgreement([], { partySlugs: ['nowhere'] })
  expect(await world.refusal(unknown)).toMatchObject({ code: 'agency.unknown' })
})

test('[HU34] an agreement ends after it begins', async () => {
  const attempt = () => world.anAgreement(['police'], { validUntil: '2026-01-01T00:00:00Z' })
  expect(await world.refusal(attempt)).toMatchObject({ code: 'agreement.validity-empty' })
})

test('[HU35] an agency uses a number once, also at the same moment', async () => {
  const propose = () => world.anAgreement(['police'], { number: '协议〔同〕号' })
  expect(await world.losers([propose(), propose()])).toEqual(['agreement.number-taken'])
  expect(await world.refusal(propose)).toMatchObject({ code: 'agreement.number-taken' })
})

test('[HU36] only the parties see an agreement', async () => {
  const agreementId = await world.anAgreement(['police'])
  const seers: OfficerName[] = ['bjHandler', 'bjAuditor', 'policeDuty', 'policeLeader']
  const others: OfficerName[] = ['guilinLeader', 'procurator', 'hebeiLeader', 'operatorAdmin']
  for (const name of seers) expect(await seenBy(name, agreementId)).toBeDefined()
  for (const name of others) expect(await seenBy(name, agreementId)).toBeUndefined()
})

const inForce = {
  state: 'in_force',
  maxLabel: 'sensitive',
  maxLevel: 'comment',
  purposes: [purpose],
  allowsOnward: false,
  validFrom: new Date('2026-01-01T00:00:00Z'),
  validUntil: new Date('2027-01-01T00:00:00Z'),
} as Agreement
const within = {
  purpose,
  level: 'comment' as const,
  allowsOnward: false,
  expiresAt: new Date('2027-01-01T00:00:00Z'),
}

test.each([
  ['is in force on its first instant', '2026-01-01T00:00:00.000Z', 'sensitive', true],
  ['is not valid a millisecond before', '2025-12-31T23:59:59.999Z', 'sensitive', false],
  ['is in force to the last millisecond', '2026-12-31T23:59:59.999Z', 'public', true],
  ['has ended on its last instant', '2027-01-01T00:00:00.000Z', 'public', false],
  ['carries no label above its ceiling', '2026-06-01T00:00:00.000Z', 'core_sensitive', false],
] as const)('[HU37] an agreement %s', (_what, now, label, isOpen) => {
  expect(closedToLabel(inForce, label, new Date(now)) === undefined).toBe(isOpen)
})

test('[HU37] an agreement that is proposed or ended carries nothing', () => {
  for (const state of ['proposed', 'ended'] as const)
    expect(closedToLabel({ ...inForce, state }, 'public', new Date('2026-06-01'))).toBeDefined()
})

test.each([
  ['another purpose', { purpose: '其他' }],
  ['a higher level', { level: 'contribute' as const }],
  ['onward sharing', { allowsOnward: true }],
  ['a later end', { expiresAt: new Date('2027-01-01T00:00:00.001Z') }],
])('[HU38] terms with %s go beyond the agreement', (_what, changed) => {
  expect(beyondCeiling(inForce, within)).toBeUndefined()
  expect(beyondCeiling(inForce, { ...within, ...changed })).toBeDefined()
})

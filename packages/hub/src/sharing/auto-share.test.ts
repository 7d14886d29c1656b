import { newId, type RequestId } from '@lianban/kernel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { purpose } from '../a-cast.ts'
import { aWorld, clueInput, type World } from '../a-world.ts'
import { findCluePage } from '../cases/index.ts'
import { recordClue } from '../clues/index.ts'
import { listGrants, makeAutoShare, readAutoShares } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const rule = (changed: Record<string, string> = {}) => {
  const parts = {
    id: 'AUTO-TEST',
    subject: 'Clue',
    when: '{ ownerLevel: county, label: internal, methods: { has: minors } }',
    to: '{ agency: bj }',
    level: 'view',
    withholds: '[identifiers]',
    purpose,
    agreement: 'any',
    days: '30',
    because: '{ zh: 报送, en: reported }',
    ...changed,
  }
  return `- ${Object.entries(parts)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n  ')}\n`
}

/** Shunyi takes a clue down in a hub with these rules. */
async function taken(yaml: string, fields: Partial<typeof clueInput> = {}) {
  const hub = { ...world.hub, autoShare: makeAutoShare(() => readAutoShares('rules.yaml', yaml)) }
  const call = { hub, actor: world.people.shunyiIntake, requestId: newId<RequestId>() }
  const { clueId } = await recordClue(call, { ...clueInput, ...fields, submissionId: newId() })
  const { items } = await world.ask('shunyiIntake', listGrants, { record: { kind: 'Clue', id: clueId } })
  const entries = (await world.entries()).filter(
    ({ act, subject }) => String(act).startsWith('grant.auto') && (subject as { id: string }).id === clueId,
  )
  return { clueId, items, entries }
}

describe('a clue that a rule speaks of', () => {
  test('[HU223] is shared in the act of recording it, as the rule says, and logged with the rule', async () => {
    const { clueId, items, entries } = await taken(rule())
    expect(items).toMatchObject([
      { grantee: { slug: 'bj' }, origin: 'auto', level: 'view', withheldFields: ['identifiers'], state: 'live' },
    ])
    expect(await world.ask('bjHandler', findCluePage, { clueId })).toMatchObject({ identifiers: null })
    expect(entries).toMatchObject([{ act: 'grant.autoShare', rule: 'AUTO-TEST', facts: { level: 'view' } }])
  })

  test('[HU223] goes to the superior of its agency, if it has one', async () => {
    expect((await taken(rule({ to: 'superior' }))).items).toEqual([])
    const { bj, shunyi } = world.agencies
    await world.owner.query('update agencies set parent_id = $1 where id = $2', [bj, shunyi])
    expect((await taken(rule({ to: 'superior' }))).items).toMatchObject([{ grantee: { slug: 'bj' } }])
    await world.owner.query('update agencies set parent_id = null where id = $1', [shunyi])
  })

  test('[HU223] goes to every seat of a task force that an agreement carries', async () => {
    await world.aTaskForce(['bj', 'hebei'], { name: '线索研判专班' }, 'shunyiHandler')
    const { items, entries } = await taken(rule({ to: '{ taskForce: 线索研判专班 }' }))
    expect(items).toMatchObject([{ grantee: { slug: 'bj' }, origin: 'auto' }])
    expect(entries.map(({ act }) => act)).toEqual(['grant.autoShare', 'grant.autoShareLeftOut'])
  })

  test.each<[string, Record<string, string>]>([
    ['there is no agreement with the other agency', { to: '{ agency: hebei }' }],
    ['the agreement it names is another', { agreement: '协议〔77〕号' }],
    ['the agreement has no such purpose', { purpose: '线索报送' }],
    ['the agreement ends before', { days: '3000' }],
  ])('[HU224] is recorded all the same when %s, and that is logged', async (_what, changed) => {
    const { items, entries } = await taken(rule(changed))
    expect(items).toEqual([])
    expect(entries).toMatchObject([{ act: 'grant.autoShareLeftOut', outcome: 'done', rule: 'AUTO-TEST' }])
  })

  test('[HU224] is only proposed above the label that takes four eyes', async () => {
    const rules = readAutoShares('rules.yaml', rule({ when: '{ label: core_sensitive }', to: '{ agency: shunyi }' }))
    const hub = { ...world.hub, autoShare: makeAutoShare(() => rules) }
    const call = { hub, actor: world.people.bjHandler, requestId: newId<RequestId>() }
    const { clueId } = await recordClue(call, { ...clueInput, label: 'core_sensitive', submissionId: newId() })
    const { items } = await world.ask('bjHandler', listGrants, { record: { kind: 'Clue', id: clueId } })
    expect(items).toMatchObject([{ state: 'proposed', origin: 'auto' }])
  })
})

test.each<[string, Partial<typeof clueInput>]>([
  ['another label', { label: 'sensitive' }],
  ['another way of working', { methods: ['smuggling'] }],
])('[HU223] a clue with %s is none of the rule’s', async (_what, fields) => {
  const { items, entries } = await taken(rule(), fields)
  expect([items, entries]).toEqual([[], []])
})

test.each<[string, Record<string, string>, RegExp]>([
  ['an attribute that does not exist', { when: '{ ownerLevl: county }' }, /rules\.yaml:3 .*ownerLevl/],
  ['a label that does not exist', { when: '{ label: secret }' }, /rules\.yaml:3 .*secret/],
  ['a level that does not exist', { level: 'everything' }, /rules\.yaml:5 level cannot be "everything"/],
  ['a field that such records have not', { withholds: '[figures]' }, /rules\.yaml:6 Clue has no field figures/],
  ['nobody to share with', { to: 'everybody' }, /rules\.yaml:4 to cannot be "everybody"/],
  ['no end', { days: '0' }, /rules\.yaml:9 days cannot be 0/],
  ['no reason in English', { because: '{ zh: 报送 }' }, /rules\.yaml:10 because/],
])('[HU225] a file of such rules with %s is refused, with file and line', (_what, changed, message) => {
  expect(() => readAutoShares('rules.yaml', rule(changed))).toThrow(message)
})

test('[HU225] two rules with one id are refused', () => {
  expect(() => readAutoShares('rules.yaml', rule() + rule())).toThrow(/rules\.yaml:11 AUTO-TEST is already the id/)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { findCluePage } from '../cases/index.ts'
import { explainMine } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

type Asked = Parameters<typeof explainMine>[1]
type Withheld = Awaited<ReturnType<typeof explainMine>>['withheld'][number]
const withheld = async (name: OfficerName, kind: 'Case' | 'Clue', id: string) =>
  (await world.ask(name, explainMine, { record: { kind, id } } as Asked)).withheld
const told = ({ field, words, by }: Withheld) => [
  field,
  words.zh,
  ...by.map(({ rule, ask }) => [rule, ask.closer, ask.agency?.slug, ...ask.roles].filter(Boolean).join(' ')),
]

test('[HU336] a field that a grant leaves out is told with that grant and the posts of the agency that gave it', async () => {
  const caseId = await world.aCase()
  await world.aGrant({ kind: 'Case', id: caseId }, 'police', { withheldFields: ['figures', 'events'] })
  const found = await withheld('policeHandler', 'Case', caseId)
  expect(found.map(told)).toEqual([
    ['figures', '数量与金额', 'owner bj handler leader'],
    ['events', '办案经过', 'owner bj handler leader'],
  ])
  expect(found[0]!.by[0]!.words).toEqual({
    zh: expect.stringMatching(/给出的“查看”授权（目的：联合办案，至 2026-04-01 \d\d:\d\d）没有包括此项。$/),
    en: expect.stringMatching(/^The “view” grant of .* leaves it out\.$/),
  })
  expect(await withheld('bjHandler', 'Case', caseId)).toEqual([])
})

test('[HU336] a field that one of two grants shows is not withheld, and where both leave it out both are told', async () => {
  const clueId = await world.aClue({}, 'bjIntake')
  const clue = { kind: 'Clue' as const, id: clueId }
  await world.aGrant(clue, 'police', { withheldFields: ['content', 'goods'] })
  const granteeOfficerId = world.people.policeHandler.officer.id
  await world.aGrant(clue, 'police', { withheldFields: ['content'], granteeOfficerId } as object)
  const found = await withheld('policeHandler', 'Clue', clueId)
  expect(found.map(({ field, by }) => [field, by.length])).toEqual([['content', 2]])
  expect((await withheld('policeLeader', 'Clue', clueId)).map(({ field }) => field)).toEqual(['content', 'goods'])
})

test('[HU336] a field that rules keep from a post is told by the rule, and the own leader is to arrange it', async () => {
  const clueId = await world.aClue({ label: 'sensitive' }, 'bjIntake')
  const found = await withheld('bjDuty', 'Clue', clueId)
  expect(found.map(told)).toEqual([['identifiers', '号码标识', 'CLUE-READ-OWNER-DUTY-SENSITIVE own-agency bj leader']])
  expect(found[0]!.by[0]!.words.zh).toContain('值班人员不显示')
})

test('[HU337] what the agency of the case lacks itself is told of a clue that is read through the case alone', async () => {
  const clueId = await world.aClue({}, 'shunyiHandler')
  const terms = { level: 'co_handle' as const, allowsOnward: true, withheldFields: ['content'] }
  await world.aGrant({ kind: 'Clue', id: clueId }, 'bj', terms, 'shunyiHandler')
  const caseId = await world.aCase({ clueIds: [clueId] })
  await world.aGrant({ kind: 'Case', id: caseId }, 'police')
  const found = await withheld('policeHandler', 'Clue', clueId)
  expect(found.map(told)).toEqual([['content', '线索内容', expect.stringMatching(/^owner shunyi /)]])
  expect(found[0]!.by[0]!.words.zh).toMatch(/^您只通过.*自己也没有获得此项。$/)
})

test('[HU336] the fields that are explained are those that the page withholds', async () => {
  const clueId = await world.aClue({ label: 'sensitive' }, 'bjIntake')
  await world.aGrant({ kind: 'Clue', id: clueId }, 'police', { withheldFields: ['goods'] })
  for (const name of ['policeHandler', 'policeDuty', 'bjDuty', 'bjHandler'] as const) {
    const page = await world.ask(name, findCluePage, { clueId })
    const found = await withheld(name, 'Clue', clueId)
    expect(found.map(({ field }) => field).toSorted()).toEqual(page.withheld.toSorted())
    expect(found.every(({ by }) => by.length > 0)).toBe(true)
  }
})

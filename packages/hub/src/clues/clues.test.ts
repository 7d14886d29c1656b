import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, clueInput, type World } from '../a-world.ts'
import { findCluePage } from '../cases/index.ts'
import { handlingCodes, labels } from '../classification.ts'
import { listClues, recordClue } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const numbersOf = async (name: OfficerName) =>
  (await world.ask(name, listClues, { limit: 100 })).items.map((item) => item.number)

test.each(labels.flatMap((label) => handlingCodes.map((code) => [label, code] as const)))(
  '[HU40] a clue is recorded as %s and %s',
  async (label, handlingCode) => {
    const clueId = await world.aClue({ label, handlingCode })
    expect(await world.ask('shunyiHandler', findCluePage, { clueId })).toMatchObject({ label, handlingCode })
    expect((await world.entries()).findLast(({ act }) => act === 'clue.record')).toMatchObject({
      facts: { label, handlingCode },
    })
  },
)

test.each(['label', 'handlingCode'] as const)(
  '[HU40] a clue without a %s is refused, none is assumed',
  async (field) => {
    const { [field]: _left, ...fields } = clueInput
    const attempt = world.submit('shunyiIntake', recordClue, fields as typeof clueInput)
    await expect(attempt).rejects.toMatchObject({ issues: [{ path: [field] }] })
  },
)

const identifiers = [
  ['uscc', '91110113MA00XXXX2Y', undefined],
  ['uscc', '91350100M000100Y43', '91350100M000100Y43'],
  ['uscc', '91350100M000100Y44', undefined],
  ['plate', '京 A·12345', '京A12345'],
  ['plate', '京A1234', undefined],
  ['phone', '１３８-0000 0000', '13800000000'],
  ['phone', '12800000000', undefined],
  ['carton_code', '50521123456789' + '01' + 'ABCD' + '110113112345', '5052112345678901ABCD110113112345'],
  ['carton_code', '51321123456789' + '01' + 'ABCD' + '110113112345', undefined],
  ['retail_licence', '110113112345', '110113112345'],
  ['retail_licence', '110113312345', undefined],
  ['waybill', 'sf-1234567890', 'SF1234567890'],
  ['waybill', 'SF12', undefined],
] as const

test.each(identifiers)('[HU41] the %s “%s” is kept as %s', async (kind, value, kept) => {
  const record = () => world.aClue({ identifiers: [{ kind, value }] })
  if (kept === undefined)
    expect(await world.refusal(record)).toMatchObject({ code: 'clue.identifier-malformed', facts: { at: 0, kind } })
  else
    expect(await world.ask('shunyiHandler', findCluePage, { clueId: await record() })).toMatchObject({
      identifiers: [{ kind, value: kept }],
    })
})

test('[HU41] a refusal says which of several identifiers is wrong', async () => {
  const [good, bad] = ['13800000000', '1380000000'].map((value) => ({ kind: 'phone' as const, value }))
  const refusal = await world.refusal(() => world.aClue({ identifiers: [good!, good!, bad!] }))
  expect(refusal.sentence.zh).toMatch('第 3 个')
})

describe('numbers', () => {
  test('[HU42] thirty clues at one moment and some refusals leave no gap', async () => {
    const attempts = Array.from({ length: 40 }, (_, i) =>
      world.aClue(i % 4 === 3 ? { identifiers: [{ kind: 'phone', value: '1' }] } : {}, 'bjIntake'),
    )
    const outcomes = await Promise.allSettled(attempts)
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(30)
    const serials = (await numbersOf('bjHandler')).map((number) => Number(/(\d+)号$/.exec(number)![1]))
    expect(serials.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1))
  })

  test('[HU42] each agency counts its own', async () => {
    await world.aClue({}, 'guilinHandler')
    expect(await numbersOf('guilinHandler')).toEqual(['桂林烟草线索〔2026〕1号'])
  })

  test('[HU43] the year of a number turns at midnight in Beijing', async () => {
    const untilNewYear = Date.parse('2026-12-31T16:00:00Z') - world.clock.now().getTime()
    world.clock.advance(untilNewYear - 1)
    await world.aClue({}, 'policeHandler')
    world.clock.advance(1)
    await world.aClue({}, 'policeHandler')
    expect(await numbersOf('policeHandler')).toEqual(['北京环食药线索〔2027〕1号', '北京环食药线索〔2026〕1号'])
    world.clock.advance(-untilNewYear)
  })
})

test.each([
  ['bjIntake', true],
  ['bjHandler', true],
  ['bjLeader', false],
  ['bjDuty', false],
  ['bjAuditor', false],
  ['procurator', false],
  ['operatorAdmin', false],
] as const)('[HU44] %s records clues: %s', async (name, may) => {
  if (may) expect(await world.aClue({}, name)).toBeDefined()
  else expect(await world.refusal(() => world.aClue({}, name))).toMatchObject({ code: 'policy.denied' })
})

test.each([
  ['shunyiIntake', ['public', 'internal', 'sensitive']],
  ['shunyiHandler', labels],
  ['shunyiLeader', labels],
] as const)('[HU46] of its agency’s clues, %s reads those labelled %s', async (name, readable) => {
  for (const label of labels) {
    const clueId = await world.aClue({ label })
    const read = () => world.ask(name, findCluePage, { clueId })
    if ((readable as readonly string[]).includes(label)) await expect(read()).resolves.toMatchObject({ label })
    else expect(await world.refusal(read)).toMatchObject({ code: 'record.unseen' })
  }
})

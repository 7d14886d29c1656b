import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, figureFields, type World } from '../a-world.ts'
import { labels, levels } from '../classification.ts'
import { recallGrant } from '../sharing/index.ts'
import { type Measure, measures } from './case.ts'
import { findCasePage, findCluePage, recordEvent, recordFigure } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const clueOf = (clueId: string) => ({ kind: 'Clue' as const, id: clueId })
const read = (name: OfficerName, caseId: string) => world.ask(name, findCasePage, { caseId })

describe('opening', () => {
  test.each(labels.flatMap((clue) => labels.map((ofCase) => [clue, ofCase] as const)))(
    '[HU50] from a clue labelled %s, a case labelled %s is no lower or is refused',
    async (clueLabel, label) => {
      const clueIds = await Promise.all(
        ['public' as const, clueLabel].map((one) => world.aClue({ label: one }, 'bjIntake')),
      )
      const open = () => world.aCase({ clueIds, label })
      const isLower = labels.indexOf(label) < labels.indexOf(clueLabel)
      if (isLower) expect(await world.refusal(open)).toMatchObject({ code: 'case.wider-than-clue' })
      else await expect(open()).resolves.toBeDefined()
    },
  )

  test.each(levels)('[HU51] a clue given at level %s opens a case or does not', async (level) => {
    const clueId = await world.aClue()
    await world.aGrant(clueOf(clueId), 'bj', { level }, 'shunyiHandler')
    const open = () => world.aCase({ clueIds: [clueId] })
    if (level === 'co_handle') await expect(open()).resolves.toBeDefined()
    else expect(await world.refusal(open)).toMatchObject({ code: 'policy.denied' })
  })

  test('[HU51] a clue that was not given, or was taken back, opens no case', async () => {
    const clueId = await world.aClue()
    const open = () => world.aCase({ clueIds: [clueId] })
    expect(await world.refusal(open)).toMatchObject({ code: 'record.unseen' })
    const grantId = await world.aGrant(clueOf(clueId), 'bj', { level: 'co_handle' }, 'shunyiHandler')
    await world.submit('shunyiHandler', recallGrant, { grantId, expectedVersion: 1, reason: '误发' })
    expect(await world.refusal(open)).toMatchObject({ code: 'record.unseen' })
  })

  test('[HU52] a clue opens one case, however many officers take it up at one moment', async () => {
    const clueIds = [await world.aClue({}, 'bjIntake'), await world.aClue({}, 'bjIntake')]
    const officers = ['bjHandler', 'bjColleague', 'bjLeader'] as const
    const attempts = [...officers, ...officers].map((name, i) =>
      world.aCase({ clueIds: i % 2 ? clueIds : clueIds.toReversed() }, name),
    )
    expect(await world.losers(attempts)).toEqual(Array(5).fill('policy.denied'))
  })

  test('[HU53] an opened clue says so, names the case, and stays its owner’s', async () => {
    const clueId = await world.aClue()
    await world.aGrant(clueOf(clueId), 'bj', { level: 'co_handle' }, 'shunyiHandler')
    const caseId = await world.aCase({ clueIds: [clueId, clueId] })
    const seen = await world.ask('bjHandler', findCluePage, { clueId })
    expect(seen).toMatchObject({ state: 'in_case', ownerAgency: { slug: 'shunyi' }, cases: [{ id: caseId }] })
    expect((await world.ask('shunyiHandler', findCluePage, { clueId })).cases).toEqual([])
    expect((await read('bjHandler', caseId)).clues.map(({ id }) => id)).toEqual([clueId])
  })

  test('[HU54] an agency uses a case number once, and another may use it too', async () => {
    const attempts = (['bjHandler', 'bjColleague'] as const).map((name) => world.aCase({ number: '同号' }, name))
    expect(await world.losers(attempts)).toEqual(['case.number-taken'])
    expect(await world.refusal(() => world.aCase({ number: '同号' }))).toMatchObject({ code: 'case.number-taken' })
    await expect(world.aCase({ number: '同号' }, 'hebeiHandler')).resolves.toBeDefined()
  })
})

describe('figures', () => {
  const record = (caseId: string, changed: object, name: OfficerName = 'bjHandler') =>
    world.submit(name, recordFigure, { caseId, ...figureFields, ...changed })

  test('[HU55] one measure from two sources stays two figures, in the sources’ words', async () => {
    const caseId = await world.aCase()
    await record(caseId, {
      measure: 'case_value',
      unit: '元',
      amount: 22_131_600,
      asWritten: '2213.16万元',
      source: '004',
    })
    await record(caseId, {
      measure: 'case_value',
      unit: '元',
      amount: 23_000_000,
      asWritten: '2300余万元',
      source: '007',
    })
    const { figures } = await read('bjHandler', caseId)
    expect(figures!.map(({ amount, asWritten, source }) => [amount, asWritten, source])).toEqual([
      [22_131_600, '2213.16万元', '004'],
      [23_000_000, '2300余万元', '007'],
    ])
  })

  const unitOf: Partial<Record<Measure, string>> = {
    marked_value: '元',
    goods_value: '元',
    case_value: '元',
    amount_involved: '元',
    fund_flow: '元',
    persons: '人',
  }
  test.each(measures)('[HU56] %s is counted in its own unit', async (measure) => {
    const caseId = await world.aCase()
    for (const unit of ['元', '人', '万元', '个']) {
      const attempt = () => record(caseId, { measure, unit })
      if (unit === (unitOf[measure] ?? unit)) await expect(attempt()).resolves.toBeDefined()
      else expect(await world.refusal(attempt)).toMatchObject({ facts: { expected: unitOf[measure] } })
    }
  })

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 1e16])('[HU56] the amount %s is no amount', async (amount) => {
    const caseId = await world.aCase()
    await expect(record(caseId, { amount })).rejects.toMatchObject({ issues: [{ path: ['amount'] }] })
  })

  test('[HU56] an amount comes back to the last digit', async () => {
    const caseId = await world.aCase()
    for (const amount of [0, 0.1, 1234567.89, 1e15]) await record(caseId, { amount })
    expect((await read('bjHandler', caseId)).figures!.map(({ amount }) => amount)).toEqual([0, 0.1, 1234567.89, 1e15])
  })

  test.each(levels)('[HU57] a guest at level %s adds figures and events or does not', async (level) => {
    const caseId = await world.aCase()
    await world.aGrant({ kind: 'Case', id: caseId }, 'baoan', { level })
    const event = { caseId, kind: 'strike_wave' as const, happenedOn: '2025-05-21', what: '收网', source: '004' }
    for (const attempt of [
      () => record(caseId, {}, 'baoanHandler'),
      () => world.submit('baoanHandler', recordEvent, event),
    ])
      if (level === 'contribute' || level === 'co_handle') await expect(attempt()).resolves.toBeDefined()
      else expect(await world.refusal(attempt)).toMatchObject({ code: 'policy.denied' })
  })

  test('[HU57] events stand in the order in which they happened', async () => {
    const caseId = await world.aCase()
    for (const happenedOn of ['2025-06-19', '2024-11', '2025-05-21', '2025'])
      await world.submit('bjHandler', recordEvent, { caseId, kind: 'other', happenedOn, what: '经过', source: '004' })
    const { events } = await read('bjHandler', caseId)
    expect(events!.map((event) => event.happenedOn)).toEqual(['2024-11', '2025', '2025-05-21', '2025-06-19'])
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aWorld, type World } from '../a-world.ts'
import { assessMatter, assessMatterOfGoods, explainLawDeadline, listPriceMethods } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

describe('the law, asked by an officer', () => {
  test('[HU650] an officer of any agency is told what a matter is, row by row, and nothing is written', async () => {
    const before = await world.entries()
    const facts = {
      assessedOn: '2026-03-02',
      genuineness: 'genuine' as const,
      licence: 'none' as const,
      activity: 'wholesale' as const,
      acts: [{ on: '2026-03-01', sales: '5 万元', gain: '0 元', cigarettes: '100 条' }],
    }
    for (const officer of ['bjHandler', 'policeLeader', 'procurator'] as const) {
      const found = await world.ask(officer, assessMatter, facts)
      expect(found).toMatchObject({ conclusion: 'must_transfer', to: 'police' })
      expect(found.rows).toHaveLength(world.hub.law.thresholds.rows.length)
    }
    expect(await world.entries()).toEqual(before)
  })

  test('[HU678] goods with their prices are valued and assessed, and the sources of prices are told in their order', async () => {
    const { methods } = await world.ask('bjIntake', listPriceMethods, {})
    expect(methods[0]).toMatchObject({ id: 'actual_price', goods: expect.arrayContaining(['cigarette']) })
    const found = await world.ask('bjIntake', assessMatterOfGoods, {
      facts: {
        assessedOn: '2026-03-02',
        genuineness: 'genuine',
        licence: 'none',
        activity: 'wholesale',
        acts: [{ on: '2026-03-01' }],
      },
      goods: [
        {
          item: {
            goods: 'cigarette',
            quantity: '500 条',
            valuations: [{ method: 'actual_price', price: '100 元', per: '条' }],
          },
        },
      ],
    })
    expect(found).toMatchObject({ assessment: { conclusion: 'must_transfer' }, goods: [{ amount: { zh: '50000元' } }] })
  })

  test('[HU651] facts that cannot be are refused at the place where they stand', async () => {
    const asked = world.ask('bjHandler', assessMatter, {
      assessedOn: '2026-03-02',
      acts: [{ on: '2026-03-01', sales: '50000' }],
    })
    await expect(asked).rejects.toMatchObject({
      issues: [{ path: ['acts', 0, 'sales'], message: expect.stringContaining('没有写明单位') }],
    })
  })

  test('[HU652] a deadline is told with its article, its steps and its days', async () => {
    const found = await world.ask('policeLeader', explainLawDeadline, {
      deadline: 'AD-03',
      startedAt: '2026-02-12T09:00:00+08:00',
    })
    expect(found).toMatchObject({
      dueAt: new Date('2026-02-28T15:59:59.999Z'),
      basis: [{ zh: '《行政处罚法》第56条' }, {}],
    })
    expect(found.days).toHaveLength(17)
  })

  test('[HU653] a deadline that is not in the table, not there, or needs a year nobody published is refused', async () => {
    const asked = (deadline: string, startedAt = '2026-02-12T09:00:00+08:00') =>
      world.ask('bjHandler', explainLawDeadline, { deadline, startedAt })
    await expect(asked('AD-99')).rejects.toMatchObject({ kind: 'invalid', code: 'law.deadline-unknown' })
    await expect(asked('HL-04')).rejects.toMatchObject({ kind: 'invalid', code: 'law.deadline-not-there' })
    await expect(asked('AD-07')).rejects.toMatchObject({ kind: 'invalid', code: 'law.day-not-set' })
    await expect(asked('AD-03', '2026-12-30T09:00:00+08:00')).rejects.toMatchObject({
      code: 'law.year-unknown',
      facts: { year: 2027 },
    })
  })
})

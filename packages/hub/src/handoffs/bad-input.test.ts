import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aWorld, figureFields, type World } from '../a-world.ts'
import { recordFigure } from '../cases/index.ts'
import { itemFields } from '../evidence/an-item.ts'
import { recordEvidence } from '../evidence/index.ts'
import { goodsRow } from '../goods/a-row.ts'
import { previewGoods } from '../goods/index.ts'
import { assessMatter, explainLawDeadline } from '../law/index.ts'
import { transferPapers } from './a-handoff.ts'
import { prepareHandoff } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

/** The refusal says in a whole sentence what to do, in both languages, and everything is as it was. */
async function refused(attempt: () => Promise<unknown>) {
  const { kind, code, sentence } = await world.refusal(attempt)
  expect([code, sentence.zh]).toEqual([code, expect.stringMatching(/请|只能|应当|需要|由.*办理|不在/)])
  expect(sentence.en.length).toBeGreaterThan(20)
  return [kind, code]
}

/** What cannot be read names the place where it stands, before anything is looked at. */
async function unread(attempt: () => Promise<unknown>, path: readonly (string | number)[]) {
  const before = await world.rows()
  await expect(attempt()).rejects.toMatchObject({ issues: [{ path }] })
  expect(await world.rows()).toEqual(before)
}

describe('a handoff with something wrong', () => {
  test('[HU1094] without the digest of the package, or over another, is not signed for', async () => {
    const { handoffId } = await world.aHandoff('dispatched')
    const sign = (changed: object) => () => world.move('sign', handoffId, changed)
    await unread(sign({ packageDigest: '' }), ['packageDigest'])
    await unread(sign({ packageDigest: undefined as never }), ['packageDigest'])
    expect(await refused(sign({ packageDigest: 'b'.repeat(64) }))).toEqual(['conflict', 'handoff.other-package'])
  })

  test('[HU1094] whose item has lost its digest is stopped, and a missing paper keeps the package back by its article', async () => {
    const { handoffId } = await world.aHandoff('dispatched')
    await world.owner.query(
      `update handoff_items set digest = repeat('0', 64) where handoff_id = $1 and position = 2`,
      [handoffId],
    )
    expect(await refused(() => world.move('sign', handoffId))).toEqual(['conflict', 'handoff.package-damaged'])
    const caseId = await world.aCase()
    const { handoffId: bare } = await world.submit('bjHandler', prepareHandoff, {
      ...{ caseId, kind: 'case_transfer', toAgencyId: world.agencies.police, number: '缺〔1〕号' },
      ...{ legalBasis: '依据', purpose: '移送', note: '', papers: transferPapers.slice(1) },
    })
    expect(await refused(() => world.move('dispatch', bare))).toEqual(['conflict', 'handoff.papers-lacking'])
  })

  test('[HU1094] is not signed for by the wrong side, a second time, or from a page that is out of date', async () => {
    const { handoffId } = await world.aHandoff('dispatched')
    expect(await refused(() => world.move('sign', handoffId, { by: 'bjHandler' }))).toEqual([
      'forbidden',
      'policy.denied',
    ])
    expect(await refused(() => world.move('sign', handoffId, { expectedVersion: 1 }))).toEqual([
      'conflict',
      'record.stale',
    ])
    await world.move('sign', handoffId)
    expect(await refused(() => world.move('sign', handoffId))).toEqual(['conflict', 'handoff.move-not-open'])
  })
})

describe('a number or a day that cannot be', () => {
  test('[HU1095] a limit that would need a year without calendar is not guessed', async () => {
    const attempt = () =>
      world.ask('bjHandler', explainLawDeadline, { deadline: 'AD-03', startedAt: '2031-02-12T09:00:00+08:00' })
    expect(await refused(attempt)).toEqual(['invalid', 'law.year-unknown'])
  })

  test.each([
    ['without a unit', '50000'],
    ['below nothing', '-5 万元'],
    ['too large to be', '99999999999999999 万元'],
    ['of another kind', '5 公斤'],
  ])('[HU1095] an amount %s is refused at its place with what to write', async (_, sales) => {
    const before = await world.rows()
    const asked = world.ask('bjHandler', assessMatter, {
      assessedOn: '2026-03-02',
      acts: [{ on: '2026-03-01', sales }],
    })
    await expect(asked).rejects.toMatchObject({
      issues: [{ path: ['acts', 0, 'sales'], message: expect.stringMatching(/请|应|如/) }],
    })
    expect(await world.rows()).toEqual(before)
  })

  test.each([
    ['without a unit', { unit: '' }],
    ['below nothing', { amount: -1 }],
    ['that is no number', { amount: Number.NaN }],
    ['too large to be', { amount: 1e30 }],
  ])('[HU1095] a figure %s is not recorded', async (_, wrong) => {
    const caseId = await world.aCase()
    await unread(
      () => world.submit('bjHandler', recordFigure, { ...figureFields, caseId, ...wrong }),
      Object.keys(wrong),
    )
  })

  test('[HU1095] a line of goods without a unit, below nothing or absurd names its cell and what to write', async () => {
    const caseId = await world.aCase()
    const { evidenceId } = await world.submit('bjHandler', recordEvidence, { ...itemFields, caseId })
    const rows = ['30', '-30 条', '0 条', '99999999999999 件'].map((quantity) => ({ ...goodsRow, codes: '', quantity }))
    const found = await world.ask('bjHandler', previewGoods, { evidenceId, rows })
    for (const { problems } of found.rows)
      expect(problems).toMatchObject([{ column: 'quantity', words: { zh: expect.stringMatching(/请|应|如/) } }])
  })
})

import { commitmentOf, flawsOfDraw } from '@lianban/law'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, day, figureFields, type World } from '../a-world.ts'
import { findCasePage, recordFigure } from '../cases/index.ts'
import { listClocksOf } from '../clock-board/index.ts'
import { findHandoffPage } from '../handoffs/index.ts'
import { beginDraw, drawSample, freezeDraw, listDraws, listFindings, lookByRadar, superviseFinding } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const look = async () => {
  world.clock.advance(1000)
  return lookByRadar(world.hub)
}
const listed = async (by: OfficerName, wanted: object = {}) => (await world.ask(by, listFindings, wanted)).items
const money = { measure: 'case_value' as const, what: '案值', unit: '元', isApproximate: false, source: '价格证明' }
async function worth(amount: number, number: string) {
  const caseId = await world.aCase({ number })
  await world.submit('bjHandler', recordFigure, {
    ...figureFields,
    ...money,
    caseId,
    amount,
    asWritten: `${amount}元`,
  })
  return caseId
}
const supervise = (by: OfficerName, findingId: string, number: string) =>
  world.submit(by, superviseFinding, { findingId, number, note: '', approval: '检批〔1〕号' })

describe('what is listed', () => {
  test('[HU961] a case just under a threshold is told to the procurator of the region and to its own agency alone', async () => {
    await worth(49_000, '近〔1〕号')
    await worth(12_000, '远〔1〕号')
    await look()
    const [found, ...more] = (await listed('procurator')).filter(({ rule }) => rule === 'NT-EDGE')
    expect(more).toEqual([])
    expect(found).toMatchObject({
      number: '近〔1〕号',
      agency: { slug: 'bj' },
      says: { zh: expect.stringContaining('49000元') },
      opens: { kind: 'transfer_opinion', asksApproval: true },
    })
    expect(await listed('bjLeader', { rule: 'NT-EDGE' })).toMatchObject([{ number: '近〔1〕号', opens: null }])
    for (const other of ['guilinLeader', 'policeLeader', 'hebeiHandler', 'shunyiLeader', 'bjIntake'] as const)
      expect([other, await listed(other)]).toEqual([other, []])
    await world.owner.query(`update agencies set region = '130000' where slug = 'procuratorate'`)
    await worth(48_500, '近〔2〕号')
    await look()
    expect(await listed('procurator')).toEqual([])
    await world.owner.query(`update agencies set region = '110000' where slug = 'procuratorate'`)
    await look()
  })

  test('[HU962] a row opens neither the case nor what the file says, and counts stand by rule and agency', async () => {
    const { items, counts } = await world.ask('procurator', listFindings, { rule: 'NT-EDGE' })
    expect(counts).toContainEqual({ rule: 'NT-EDGE', agency: expect.objectContaining({ slug: 'bj' }), count: 2 })
    expect(JSON.stringify(items)).not.toMatch(/跨省电子烟|深圳|案值/)
    expect(items.map(({ caseId }) => caseId)).toEqual([null, null])
    const [own] = await listed('bjHandler', { rule: 'NT-EDGE' })
    expect(own!.caseId).not.toBeNull()
    expect(await world.refusal(() => world.ask('procurator', findCasePage, { caseId: own!.caseId! }))).toMatchObject({
      kind: 'not-found',
    })
  })

  test('[HU963] what no longer holds is gone at the next look and comes back as the same row', async () => {
    const caseId = await worth(47_000, '近〔3〕号')
    await look()
    const before = (await listed('procurator')).find(({ number }) => number === '近〔3〕号')
    await world.submit('bjHandler', recordFigure, {
      ...figureFields,
      ...money,
      caseId,
      amount: 90_000,
      asWritten: '90000元',
    })
    await look()
    expect((await listed('procurator')).find(({ number }) => number === '近〔3〕号')).toBeUndefined()
    expect(await world.refusal(() => supervise('procurator', before!.id, '检监〔0〕号'))).toMatchObject({
      kind: 'not-found',
    })
  })

  test('[HU964] a case kept to named officers is known to the procurator and not to colleagues outside', async () => {
    const { rows } = await world.owner.query<{ id: string }>(`select id from cases where number = '近〔2〕号'`)
    await world.owner.query('update cases set is_restricted = true where id = $1', [rows[0]!.id])
    const numbers = async (by: OfficerName) => (await listed(by)).map(({ number }) => number)
    expect(await numbers('procurator')).toContain('近〔2〕号')
    expect(await numbers('bjColleague')).not.toContain('近〔2〕号')
    await world.owner.query('update cases set is_restricted = false where id = $1', [rows[0]!.id])
    expect(await numbers('bjColleague')).toContain('近〔2〕号')
  })

  test('[HU960] no officer and no other duty counts the cases of everybody', async () => {
    const { agencyId, id: officerId } = world.people.procurator.officer
    for (const context of [{ agencyId, officerId }, { duty: 'watching' as const }])
      await expect(
        world.hub.db.transaction(context, world.clock.now(), (tx) =>
          tx.execute(`select * from radar_cases('${world.agencies.bj}', '{}', '{}')`),
        ),
      ).rejects.toMatchObject({ cause: { code: '42501' } })
  })
})

describe('supervision', () => {
  test('[HU965] an opinion is opened once from a row, and its seven days run for the agency from its dispatch', async () => {
    const [row] = await listed('procurator', { rule: 'NT-EDGE' })
    for (const other of ['bjLeader', 'hebeiHandler'] as const)
      expect(await world.refusal(() => supervise(other, row!.id, '检监〔1〕号'))).toMatchObject({ kind: 'not-found' })
    const { handoffId } = await supervise('procurator', row!.id, '检监〔1〕号')
    expect(await world.refusal(() => supervise('procurator', row!.id, '检监〔2〕号'))).toMatchObject({
      code: 'radar.under-supervision',
    })
    expect((await listed('procurator')).find(({ id }) => id === row!.id)).toMatchObject({
      opens: null,
      supervision: { id: handoffId, number: '检监〔1〕号' },
    })
    await world.move('dispatch', handoffId, { by: 'procurator' })
    await world.move('sign', handoffId, { by: 'bjDuty' })
    const page = await world.ask('bjHandler', findHandoffPage, { handoffId })
    expect(page.items.map(({ kind }) => kind)).toEqual(['transfer_letter', 'paper'])
    expect(page.open.map(({ move }) => move)).toEqual(['answer_opinion'])
    const clocks = (await world.ask('bjHandler', listClocksOf, { id: handoffId })).items
    expect(clocks.map(({ rule }) => rule)).toContain('PS-06')
    await world.move('answer_opinion', handoffId, { by: 'bjHandler', note: '已于本日移送' })
    const answered = await world.ask('procurator', findHandoffPage, { handoffId })
    expect(answered.receipts.at(-1)).toMatchObject({ note: '已于本日移送', officer: { agency: { slug: 'bj' } } })
    expect(await world.move('close_followed', handoffId, { by: 'procurator' })).toMatchObject({
      standing: 'opinion_followed',
    })
  })

  test('[HU965] a row that is about no single case opens nothing', async () => {
    await world.aCase({ number: '连立〔2026〕1号' })
    await world.aCase({ number: '连立〔2026〕4号' })
    await look()
    const [gap] = await listed('procurator', { rule: 'NT-GAP' })
    expect(gap).toMatchObject({ number: null, opens: null, says: { zh: expect.stringContaining('缺 2 个号：2、3') } })
    expect(await world.refusal(() => supervise('procurator', gap!.id, '检监〔3〕号'))).toMatchObject({
      code: 'radar.opens-nothing',
    })
  })

  test('[HU967] a refusal that nobody contested leads to reasons, the notice to file, and the filing as receipts', async () => {
    const { handoffId: transfer } = await world.aHandoff('accepted')
    await world.move('refuse', transfer)
    world.clock.advance(4 * day)
    await look()
    const [row] = await listed('procurator', { rule: 'NT-REFUSED' })
    expect(row).toMatchObject({
      agency: { slug: 'police' },
      owner: { slug: 'bj' },
      opens: { kind: 'filing_supervision' },
    })
    const { handoffId } = await supervise('procurator', row!.id, '检监〔4〕号')
    for (const by of ['bjLeader', 'policeLeader'] as const)
      expect(await world.refusal(() => world.move('dispatch', handoffId, { by }))).toMatchObject({ kind: 'not-found' })
    await world.move('dispatch', handoffId, { by: 'procurator' })
    await world.move('sign', handoffId, { by: 'policeDuty' })
    const rules = async () =>
      (await world.ask('policeLeader', listClocksOf, { id: handoffId })).items.map(({ rule, state }) => [rule, state])
    expect(await rules()).toContainEqual(['PS-01', 'running'])
    await world.move('explain', handoffId, { by: 'policeHandler', note: '数额未达标准' })
    await world.move('order_filing', handoffId, { by: 'procurator', note: '数额已达标准' })
    expect(await rules()).toContainEqual(['PS-03', 'running'])
    await world.move('file_as_ordered', handoffId, { by: 'policeLeader' })
    expect(await rules()).toContainEqual(['PS-03', 'met'])
    const { receipts } = await world.ask('procurator', findHandoffPage, { handoffId })
    expect(receipts.map(({ move }) => move)).toEqual(['dispatch', 'sign', 'explain', 'order_filing', 'file_as_ordered'])
    expect(receipts.at(-1)!.letters).toMatchObject([{ id: 'filing_as_ordered' }])
  })

  test('[HU966] nobody else sees a supervision or takes its steps', async () => {
    const { rows } = await world.owner.query<{ id: string }>(`select id from handoffs where number = '检监〔4〕号'`)
    for (const other of ['hebeiHandler', 'guilinLeader', 'shunyiLeader'] as const)
      expect(await world.refusal(() => world.ask(other, findHandoffPage, { handoffId: rows[0]!.id }))).toMatchObject({
        kind: 'not-found',
      })
  })

  test('[HU968] police who stay silent past their limit are asked for the reasons of the delay', async () => {
    await world.aHandoff('accepted')
    world.clock.advance(5 * day)
    await look()
    const [row] = await listed('procurator', { rule: 'NT-OVERDUE' })
    expect(row).toMatchObject({ agency: { slug: 'police' }, says: { zh: expect.stringContaining('TR-06') } })
    const { handoffId } = await supervise('procurator', row!.id, '检监〔5〕号')
    await world.move('dispatch', handoffId, { by: 'procurator' })
    const { items } = await world.ask('policeLeader', listClocksOf, { id: handoffId })
    expect(items.map(({ rule }) => rule)).toContain('PS-02')
  })
})

describe('a draw', () => {
  const begin = (by: OfficerName, size = 2) => world.submit(by, beginDraw, { size })
  const shown = async (drawId: string) =>
    (await world.ask('procurator', listDraws, {})).items.find(({ id }) => id === drawId)!

  test('[HU969] the seed is bound first, then the lines, then the word; each once and in this order', async () => {
    const { drawId, commitment } = await begin('procurator')
    const draw = () => world.submit('procurator', drawSample, { drawId, word: '春风' })
    const freeze = () => world.submit('procurator', freezeDraw, { drawId })
    expect(await world.refusal(draw)).toMatchObject({ code: 'radar.not-frozen' })
    await freeze()
    expect(await world.refusal(freeze)).toMatchObject({ code: 'radar.already-frozen' })
    const { seed } = await draw()
    expect(await world.refusal(draw)).toMatchObject({ code: 'radar.already-drawn' })
    expect(commitmentOf(seed)).toBe(commitment)
    const told = (await world.entries()).filter(
      ({ act, outcome }) => String(act).startsWith('radar.') && outcome === 'done',
    )
    expect(told.slice(-3).map(({ act }) => act)).toEqual(['radar.beginDraw', 'radar.freezeDraw', 'radar.drawSample'])
    expect(told.slice(-3)[0]).toMatchObject({ facts: { commitment } })
    expect(JSON.stringify(told.slice(-3, -1))).not.toContain(seed)
  })

  test('[HU970] nobody is shown the seed before the word is said, and then the sample is worked out again', async () => {
    const { drawId } = await begin('procurator')
    const { populationDigest } = await world.submit('procurator', freezeDraw, { drawId })
    const before = await shown(drawId)
    expect(before).toMatchObject({ populationDigest, result: null })
    const { agencyId, id: officerId } = world.people.procurator.officer
    const seeds = await world.hub.db.transaction({ agencyId, officerId }, world.clock.now(), (tx) =>
      tx.execute('select * from radar_draw_seeds'),
    )
    expect(seeds.rows).toEqual([])
    await world.submit('procurator', drawSample, { drawId, word: '七' })
    const { commitment, population, result, size } = await shown(drawId)
    const { word, seed, sample } = result!
    expect(flawsOfDraw({ commitment, population: population!, populationDigest, size, word, seed, sample })).toEqual([])
  })

  test('[HU971] a draw among nothing is refused, and one of another agency is not there', async () => {
    const { drawId } = await world.submit('procurator', beginDraw, { size: 2, agencyId: world.agencies.hebei })
    expect(await world.refusal(() => world.submit('procurator', freezeDraw, { drawId }))).toMatchObject({
      code: 'radar.nothing-to-draw',
    })
    for (const other of ['bjLeader', 'hebeiLeader', 'operatorAudit'] as const) {
      expect(await world.refusal(() => begin(other))).toMatchObject({ kind: 'forbidden' })
      expect(await world.refusal(() => world.submit(other, freezeDraw, { drawId }))).toMatchObject({
        kind: 'not-found',
      })
      expect((await world.ask(other, listDraws, {})).items).toEqual([])
    }
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { itemFields } from '../evidence/an-item.ts'
import { recordEvidence } from '../evidence/index.ts'
import { goodsRow } from './a-row.ts'
import { enterGoods, goodsOfItem, previewGoods, strikeGoods } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

async function item(fields: Partial<typeof itemFields> = {}, caseId?: string) {
  const given = { ...itemFields, ...fields, caseId: caseId ?? (await world.aCase()) }
  return { ...(await world.submit('bjHandler', recordEvidence, given)), caseId: given.caseId }
}
const plain = { ...goodsRow, codes: '' }
const enter = (evidenceId: string, rows: (typeof goodsRow)[] = [goodsRow], by: OfficerName = 'bjHandler') =>
  world.submit(by, enterGoods, { evidenceId, rows })
const look = (evidenceId: string, by: OfficerName = 'bjHandler') => world.ask(by, goodsOfItem, { evidenceId })

test('[HU840] a list is previewed cell by cell, and entered whole or not at all', async () => {
  const { evidenceId } = await item()
  const rows = [plain, { ...plain, quantity: '30' }, { ...plain, goods: '香烟', price: '450' }]
  const preview = await world.ask('bjHandler', previewGoods, { evidenceId, rows })
  expect(preview.readable).toBe(1)
  expect(preview.rows.map(({ problems }) => problems.map(({ column }) => column))).toEqual([
    [],
    ['quantity'],
    ['goods', 'price'],
  ])
  const refusal = await world.refusal(() => enter(evidenceId, rows))
  expect(refusal).toMatchObject({ code: 'goods.rows-unreadable', facts: { rows: 2 } })
  expect(await enter(evidenceId, [plain, plain])).toEqual({ lines: 2 })
})

test('[HU840] a list of a thousand lines is entered in one go', async () => {
  const { evidenceId } = await item()
  await enter(evidenceId, Array(1000).fill(plain))
  expect((await look(evidenceId)).totals).toEqual([{ dimension: 'sticks', amount: 6_000_000 }])
})

test('[HU841] a carton code counts once in a case, also of two who enter it at one moment', async () => {
  const one = await item()
  const two = await item({}, one.caseId)
  expect(await world.losers([enter(one.evidenceId), enter(two.evidenceId)])).toEqual(['goods.code-entered'])
  await enter((await item()).evidenceId)
  const holding = (await look(one.evidenceId)).lines.length ? one : two
  const [line] = (await look(holding.evidenceId)).lines
  await world.submit('bjHandler', strikeGoods, { evidenceId: holding.evidenceId, lineId: line!.id, reason: '录错' })
  await enter(two.evidenceId)
})

test('[HU842] a line is struck out once, stays to be read and counts no more', async () => {
  const { evidenceId } = await item()
  await enter(evidenceId, [plain, plain])
  const [first] = (await look(evidenceId)).lines
  const strike = () => world.submit('bjHandler', strikeGoods, { evidenceId, lineId: first!.id, reason: '重复录入' })
  expect(await world.losers([strike(), strike()])).toEqual(['goods.struck'])
  const { lines, totals } = await look(evidenceId)
  expect(lines.map(({ struck }) => struck?.reason)).toEqual(['重复录入', undefined])
  expect(totals).toEqual([{ dimension: 'sticks', amount: 6000 }])
  const elsewhere = await item()
  const other = { evidenceId: elsewhere.evidenceId, lineId: lines[1]!.id, reason: '误' }
  expect((await world.refusal(() => world.submit('bjHandler', strikeGoods, other))).code).toBe('goods.struck')
  await expect(world.owner.query('set role lianban_app; update goods_lines set brand = brand')).rejects.toThrow(
    'permission',
  )
})

test('[HU843] goods are added up by what they are counted in, with worth, missing prices and odd codes', async () => {
  const { evidenceId } = await item()
  const odd = '3090399327788599CDYC430701204804'
  await enter(evidenceId, [
    plain,
    { ...plain, codes: odd },
    { ...plain, goods: '烟丝', quantity: '2.5 公斤', perPack: '', price: '', priceSource: '' },
  ])
  expect(await look(evidenceId)).toMatchObject({
    totals: [
      { dimension: 'sticks', amount: 12_000 },
      { dimension: 'mass', amount: 2500 },
    ],
    worth: 2_700_000,
    unpriced: 1,
    oddCodes: 1,
  })
})

test('[HU844] goods are listed under physical evidence by the agency that collected it', async () => {
  const { evidenceId, caseId } = await item()
  const { instrument: _, ...rest } = itemFields
  const paper = await world.submit('bjHandler', recordEvidence, { ...rest, kind: 'documentary', facts: [], caseId })
  expect((await world.refusal(() => enter(paper.evidenceId))).code).toBe('goods.not-goods')
  await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle' })
  expect((await world.refusal(() => enter(evidenceId, [plain], 'policeHandler'))).kind).toBe('forbidden')
  expect((await world.refusal(() => enter(evidenceId, [plain], 'hebeiHandler'))).kind).toBe('not-found')
  expect((await look(evidenceId, 'policeHandler')).can.enter).toBe(false)
})

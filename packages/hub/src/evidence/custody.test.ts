import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { closeCase } from '../closings/index.ts'
import { myDesk } from '../desk/index.ts'
import { itemFields } from './an-item.ts'
import {
  disposeEvidence,
  findEvidencePage,
  giveEvidence,
  keepEvidence,
  receiveEvidence,
  recordEvidence,
} from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const paper = { place: '一号物证室', condition: '完好', sealBefore: '', sealAfter: '', document: '交接〔1〕号' }
const at = '2026-03-02T07:00:00Z'

/** Thirty cartons of a case on which the police work, too. */
async function cartons(fields: Partial<typeof itemFields> = {}) {
  const caseId = await world.aCase()
  await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle' })
  const { evidenceId } = await world.submit('bjHandler', recordEvidence, { ...itemFields, ...fields, caseId })
  return evidenceId
}
const look = (evidenceId: string, by: OfficerName = 'bjHandler') => world.ask(by, findEvidencePage, { evidenceId })
type Given = Partial<Omit<Parameters<typeof giveEvidence>[1], 'toAgencyId'>> & { toAgencyId?: string | undefined }
async function give(evidenceId: string, changed: Given = {}, by: OfficerName = 'bjHandler') {
  const base = { expectedVersion: 1, at, toAgencyId: world.agencies.police, toName: '', moves: 'both', purpose: '移交' }
  const input = { ...base, ...paper, evidenceId, ...changed }
  if (input.toAgencyId === undefined) delete (input as { toAgencyId?: string }).toAgencyId
  return world.submit(by, giveEvidence, input as Omit<Parameters<typeof giveEvidence>[1], 'submissionId'>)
}
const receive = (
  evidenceId: string,
  changed: Partial<Parameters<typeof receiveEvidence>[1]> = {},
  by: OfficerName = 'policeHandler',
) =>
  world.submit(by, receiveEvidence, {
    ...paper,
    evidenceId,
    expectedVersion: 2,
    at,
    outcome: 'received',
    keptAt: '公安物证室',
    recount: '30 条',
    difference: '',
    ...changed,
  })
const keep = (
  evidenceId: string,
  changed: Partial<Parameters<typeof keepEvidence>[1]> = {},
  by: OfficerName = 'bjHandler',
) =>
  world.submit(by, keepEvidence, {
    ...paper,
    evidenceId,
    expectedVersion: 1,
    kind: 'seal',
    at,
    fromName: '',
    toName: '一号物证室',
    isOutside: false,
    purpose: '',
    ...changed,
  })

const dispose = (
  evidenceId: string,
  changed: Partial<Parameters<typeof disposeEvidence>[1]> = {},
  by: OfficerName = 'bjHandler',
) =>
  world.submit(by, disposeEvidence, {
    ...paper,
    evidenceId,
    expectedVersion: 1,
    kind: 'destroy',
    at,
    fromName: '',
    toName: '公开销毁现场',
    isOutside: false,
    purpose: '',
    ...changed,
  })

describe('a transfer', () => {
  test('[HU830] until the other side signs the giver keeps the item, and then the receiver does', async () => {
    const item = await cartons()
    await give(item)
    expect(await look(item)).toMatchObject({
      holder: { agency: { id: world.agencies.bj } },
      pending: { id: world.agencies.police },
      breaks: 0,
    })
    const waiting = (await world.ask('policeHandler', myDesk, {})).tasks.filter(({ id }) => id === item)
    expect(waiting.map(({ kind }) => kind)).toEqual(['evidence.receive'])
    await receive(item)
    const page = await look(item)
    expect(page).toMatchObject({ holder: { agency: { id: world.agencies.police }, name: '公安物证室' }, pending: null })
    expect(page.events.map(({ kind }) => kind)).toEqual(['register_in_advance', 'transfer', 'receive'])
    expect(page.breakList).toEqual([])
    expect(page.title.id).toBe(world.agencies.police)
  })

  test('[HU830] nobody signs for it but the side it was handed to', async () => {
    const item = await cartons()
    await give(item)
    for (const by of ['bjHandler', 'bjColleague', 'policeLeader'] as const)
      expect((await world.refusal(() => receive(item, {}, by))).kind).toBe('forbidden')
    expect((await world.refusal(() => receive(item, {}, 'hebeiHandler'))).kind).toBe('not-found')
    await receive(item)
    expect((await world.refusal(() => receive(item, { expectedVersion: 3 }))).kind).toBe('forbidden')
  })

  test('[HU830] two who hand it over or sign at one moment do it once', async () => {
    const item = await cartons()
    expect(await world.losers([give(item), give(item, {}, 'bjColleague')])).toEqual(['record.stale'])
    expect(await world.losers([receive(item), receive(item)])).toHaveLength(1)
    expect((await look(item)).events).toHaveLength(3)
  })

  test('[HU830] what is on its way is neither handed on nor sealed, and goes only to who works on the case', async () => {
    const item = await cartons()
    const refused = async (changed: Given) => (await world.refusal(() => give(item, changed))).code
    expect(await refused({ toAgencyId: world.agencies.hebei })).toBe('custody.receiver')
    expect(await refused({ toAgencyId: world.agencies.bj })).toBe('custody.receiver')
    expect(await refused({ toAgencyId: undefined, toName: '' })).toBe('custody.receiver')
    expect(await refused({ toName: '某仓库' })).toBe('custody.receiver')
    expect((await world.refusal(() => give(item, {}, 'policeHandler'))).kind).toBe('forbidden')
    await give(item)
    expect((await world.refusal(() => give(item, { expectedVersion: 2 }))).code).toBe('custody.pending')
    expect((await world.refusal(() => keep(item, { expectedVersion: 2 }))).code).toBe('custody.pending')
  })

  test('[HU831] goods are counted anew, and another count is refused until the difference is described', async () => {
    const item = await cartons()
    await give(item)
    const refused = async (changed: object) => (await world.refusal(() => receive(item, changed))).code
    expect(await refused({ recount: '' })).toBe('custody.recount')
    expect(await refused({ recount: '30' })).toBe('evidence.quantity')
    expect(await refused({ recount: '-1 条' })).toBe('evidence.quantity')
    expect(await refused({ recount: '6 公斤' })).toBe('custody.unit')
    expect(await refused({ recount: '29 条' })).toBe('custody.difference')
    await receive(item, { recount: '5800 支', difference: '缺少一条，外箱有破口' })
    const { quantity, events } = await look(item)
    expect(quantity).toEqual({ dimension: 'sticks', amount: 5800 })
    expect(events.map((event) => event.quantity!.amount)).toEqual([6000, 6000, 5800])
    expect(events.at(-1)!.difference).toBe('缺少一条，外箱有破口')
  })

  test('[HU832] title moves while the goods stay, and the goods while title stays', async () => {
    const item = await cartons()
    await give(item, { moves: 'title' })
    await receive(item, { recount: '' })
    const { agencies } = world
    expect(await look(item)).toMatchObject({
      holder: { agency: { id: agencies.bj } },
      title: { id: agencies.police },
      breaks: 0,
    })
    const other = await cartons()
    await give(other, { moves: 'goods' })
    await receive(other)
    expect(await look(other)).toMatchObject({ holder: { agency: { id: agencies.police } }, title: { id: agencies.bj } })
  })

  test('[HU833] the receiver may send it back and the giver take it back; the giver keeps it', async () => {
    const item = await cartons()
    await give(item)
    await receive(item, { outcome: 'refused', recount: '', condition: '与清单不符' })
    await give(item, { expectedVersion: 3 })
    await dispose(item, { expectedVersion: 4, kind: 'return', document: '' })
    const page = await look(item)
    expect(page.events.map(({ kind }) => kind)).toEqual([
      'register_in_advance',
      'transfer',
      'return',
      'transfer',
      'return',
    ])
    expect(page).toMatchObject({
      holder: { agency: { id: world.agencies.bj }, name: '一号物证室' },
      pending: null,
      breaks: 0,
    })
  })
})

describe('the order of events', () => {
  test('[HU834] an event before its predecessor or after now is refused', async () => {
    const item = await cartons()
    expect((await world.refusal(() => keep(item, { at: '2026-03-01T01:59:59.999Z' }))).code).toBe(
      'custody.before-predecessor',
    )
    expect((await world.refusal(() => give(item, { at: '2026-03-02T08:00:00.001Z' }))).code).toBe('custody.to-come')
    await keep(item, { at: '2026-03-01T02:00:00Z' })
  })

  const insert = (item: string, nth: number, when: string) =>
    world.owner.query(
      `insert into custody_events (id, item_id, case_id, nth, kind, at, from_name, to_name, moves, place, purpose, condition,
        seal_before, seal_after, document, difference, recorded_by, recorded_agency_id, recorded_at)
       select gen_random_uuid(), item_id, case_id, $2, 'seal', $3, '', '', 'goods', '', '', '', '', '', '', '', recorded_by,
        recorded_agency_id, recorded_at from custody_events where item_id = $1 limit 1`,
      [item, nth, when],
    )

  test('[HU834] the database refuses an event out of its order, whoever writes it', async () => {
    const item = await cartons()
    await expect(insert(item, 2, '2026-03-01T01:00:00Z')).rejects.toThrow('follows its predecessor')
    await expect(insert(item, 3, '2026-03-01T03:00:00Z')).rejects.toThrow('follows its predecessor')
    await expect(insert(item, 2, '2026-03-01T03:00:00Z')).resolves.toBeDefined()
  })

  test.each(['update custody_events set place = place', 'delete from custody_events', 'truncate custody_events'])(
    '[HU836] “%s” is refused, even of the owner of the table',
    async (statement) => {
      await cartons()
      await expect(world.owner.query(statement)).rejects.toThrow('custody events are never changed')
    },
  )
})

describe('a chain that is broken', () => {
  test('[HU835] what was taken from elsewhere than it was is a break, and a defect of the item', async () => {
    const item = await cartons()
    await keep(item, { kind: 'examine', fromName: '执法车辆', toName: '省烟草质检站', isOutside: true })
    const page = await look(item)
    expect(page.breakList).toEqual([{ nth: 2, kind: 'holder', expected: '一号物证室', found: '执法车辆' }])
    expect(page.lines.find(({ id }) => id === 'ALL-CUSTODY')!.outcome).toBe('failed')
    expect(page.admissibility).toBe('curable')
  })

  test('[HU835] another seal than the last one is a break', async () => {
    const item = await cartons()
    await keep(item, { sealAfter: 'F-1' })
    await keep(item, { expectedVersion: 2, sealBefore: 'F-1', sealAfter: 'F-2' })
    expect((await look(item)).breakList).toEqual([])
    await keep(item, { expectedVersion: 3, sealBefore: 'F-9', sealAfter: 'F-3' })
    expect((await look(item)).breakList).toEqual([{ nth: 4, kind: 'seal', expected: 'F-2', found: 'F-9' }])
  })
})

test('[HU837] whoever is outside signs on paper, and nothing follows the end of an item', async () => {
  const item = await cartons()
  const outside = { toAgencyId: undefined, toName: '某仓储公司' }
  expect((await world.refusal(() => give(item, { ...outside, document: '' }))).code).toBe('custody.document')
  expect((await world.refusal(() => dispose(item, { document: '' }))).code).toBe('custody.document')
  await give(item, outside)
  expect(await look(item)).toMatchObject({ holder: { name: '某仓储公司' }, pending: null, breaks: 0 })
  await dispose(item, { expectedVersion: 2, kind: 'return', toName: '一号物证室' })
  await dispose(item, { expectedVersion: 3 })
  expect((await world.refusal(() => keep(item, { expectedVersion: 4 }))).code).toBe('custody.ended')
  expect((await world.refusal(() => give(item, { expectedVersion: 4 }))).code).toBe('custody.ended')
})

test('[HU1036] once the case is closed its goods are handed over, signed for and destroyed, and nothing else', async () => {
  const [item, kept] = [await cartons(), await cartons()]
  const [caseId, other] = [await caseOf(item), await caseOf(kept)]
  for (const id of [caseId, other]) await close(id)
  expect((await world.refusal(() => keep(item))).kind).toBe('forbidden')
  await give(item)
  await receive(item)
  await dispose(item, { expectedVersion: 3, document: '销毁〔1〕号' }, 'policeHandler')
  expect(await look(item)).toMatchObject({ hasEnded: true, breaks: 0 })
  expect((await world.refusal(() => dispose(kept, {}, 'policeHandler'))).kind).toBe('forbidden')
  expect((await look(kept)).can).toMatchObject({ keep: false, attach: false, amend: false, give: true, dispose: true })
})

const caseOf = async (evidenceId: string) => (await look(evidenceId)).caseRef.id
const close = (caseId: string) =>
  world.submit('bjLeader', closeCase, {
    ...{ caseId, expectedVersion: 1, ground: 'facts_not_established', paper: '结案〔1〕号', note: '' },
  })

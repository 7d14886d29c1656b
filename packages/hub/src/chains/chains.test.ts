import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { itemFields } from '../evidence/an-item.ts'
import { amendEvidence, recordEvidence } from '../evidence/index.ts'
import { bindEvidence, chainOfCase, chooseCharges, explainContradiction, unbindEvidence } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

type Fields = Partial<typeof itemFields>
/** A record of the scene with nothing left open or failed. */
const whole: Fields = {
  kind: 'record',
  name: '现场笔录',
  facts: [...itemFields.facts.slice(0, 2), { fact: 'is_identification', value: false }],
}

async function aCharged() {
  const caseId = await world.aCase()
  await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle' })
  await world.submit('bjHandler', chooseCharges, { caseId, expected: 0, charges: ['illegal_business'] })
  return caseId
}
const { instrument: _instrument, quantity: _quantity, ...plain } = itemFields
const record = async (caseId: string, fields: Fields = whole) =>
  (await world.submit('bjHandler', recordEvidence, { ...plain, quantity: '', instrumentNumber: '', ...fields, caseId }))
    .evidenceId
type Bind = Omit<Parameters<typeof bindEvidence>[1], 'submissionId' | 'evidenceId'>
const bind = async (evidenceId: string, changed: Partial<Bind> = {}, by: OfficerName = 'bjHandler') =>
  (
    await world.submit(by, bindEvidence, {
      ...{ evidenceId, fact: 'act', relation: 'direct', source: '', note: '' },
      ...changed,
    } as Omit<Parameters<typeof bindEvidence>[1], 'submissionId'>)
  ).bindingId
const look = (caseId: string, by: OfficerName = 'bjHandler') => world.ask(by, chainOfCase, { caseId })
const fact = async (caseId: string, id = 'act') =>
  (await look(caseId)).elements.flatMap(({ facts }) => facts).find((each) => each.id === id)!
const gaps = async (caseId: string) => (await fact(caseId)).gaps.map(({ code }) => code)

describe('the charges of a case', () => {
  test('[HU1040] are chosen by who works on it over what was seen, and say which facts are asked', async () => {
    const caseId = await world.aCase()
    expect(await look(caseId)).toMatchObject({ chosen: 0, elements: [], can: { prove: true } })
    const choose = (charges: string[], expected: number, by: OfficerName = 'bjHandler') =>
      world.submit(by, chooseCharges, { caseId, expected, charges })
    expect(await world.losers([choose(['smuggling'], 0), choose(['inferior_goods'], 0)])).toEqual(['record.stale'])
    await choose(['smuggling', 'no_such'], 1)
    const { elements, charges, chosen } = await look(caseId)
    expect([chosen, charges.filter(({ isChosen }) => isChosen).map(({ id }) => id)]).toEqual([2, ['smuggling']])
    const asked = elements.flatMap(({ facts }) => facts.map(({ id }) => id))
    expect(asked).toContain('evaded_tax')
    expect(asked).not.toContain('no_permit')
    for (const by of ['bjLeader', 'bjAuditor'] as const)
      expect((await world.refusal(() => choose(['smuggling'], 2, by))).kind).toBe('forbidden')
    expect((await world.refusal(() => choose(['smuggling'], 2, 'hebeiHandler'))).kind).toBe('not-found')
  })

  test('[HU1040] a procurator who was shown the case reads its chain and binds nothing', async () => {
    const caseId = await aCharged()
    const item = await record(caseId)
    await world.aGrant({ kind: 'Case', id: caseId }, 'procuratorate')
    expect((await look(caseId, 'procurator')).can).toEqual({ prove: false })
    expect((await world.refusal(() => bind(item, {}, 'procurator'))).kind).toBe('forbidden')
    expect((await world.refusal(() => look(caseId, 'hebeiHandler'))).kind).toBe('not-found')
  })
})

describe('a fact', () => {
  test('[HU1041] without evidence says what is wanted and what closes the gap', async () => {
    const { state, gaps: found, wanted } = await fact(await aCharged())
    expect(state).toBe('open')
    expect(wanted.length).toBeGreaterThan(1)
    expect(found).toMatchObject([{ code: 'nothing', closes: { zh: '收集证据并绑定到本事实' }, items: [] }])
    expect((await fact(await aCharged(), 'roles')).state).toBe('idle')
  })

  test('[HU1041] is proved by one item that may be relied on, and no longer when its checklist fails', async () => {
    const caseId = await aCharged()
    const item = await record(caseId)
    await bind(item)
    expect(await fact(caseId)).toMatchObject({
      state: 'proved',
      gaps: [],
      bindings: [{ counts: 'yes', item: { number: 1 } }],
    })
    const {
      kind: _kind,
      proceeding: _in,
      instrument: _by,
      keptAt: _at,
      ...written
    } = {
      ...itemFields,
      ...whole,
      quantity: '',
      instrumentNumber: '',
    }
    const unsigned = [{ fact: 'signed_or_noted', value: false }, ...whole.facts!.slice(1)]
    const amended = { ...written, evidenceId: item, expectedVersion: 1, facts: unsigned, reason: '未签名' }
    await world.submit('bjHandler', amendEvidence, amended)
    expect(await gaps(caseId)).toEqual(['nothing', 'curable'])
    expect((await fact(caseId)).gaps[1]!.items).toMatchObject([{ id: item, number: 1 }])
  })

  test('[HU1042] two that corroborate prove it if neither source nor original is one', async () => {
    const caseId = await aCharged()
    const first = await record(caseId)
    await bind(first, { relation: 'corroborates' })
    expect(await gaps(caseId)).toEqual(['one_source'])
    const copy = await record(caseId, { ...whole, origin: 'copy', parentId: first } as Fields)
    await bind(copy, { relation: 'corroborates', source: '复印件' })
    expect(await gaps(caseId)).toEqual(['one_source'])
    const same = await record(caseId)
    await bind(same, { relation: 'corroborates' })
    expect(await gaps(caseId)).toEqual(['one_source'])
    await bind(await record(caseId), { relation: 'corroborates', source: '某银行' })
    expect(await gaps(caseId)).toEqual([])
  })

  test('[HU1043] that is contradicted stays open until somebody on the case explains it, once', async () => {
    const caseId = await aCharged()
    const [proof, contrary] = [await record(caseId), await record(caseId)]
    const proving = await bind(proof)
    const bindingId = await bind(contrary, { relation: 'contradicts' })
    expect(await fact(caseId)).toMatchObject({
      state: 'contradicted',
      gaps: [{ code: 'contradicted', items: [{ number: 2 }] }],
    })
    const explain = (evidenceId: string, id: string, by: OfficerName = 'policeHandler') =>
      world.submit(by, explainContradiction, { evidenceId, bindingId: id, words: '经核实为笔误' })
    expect((await world.refusal(() => explain(proof, proving))).code).toBe('chain.no-contradiction')
    expect((await world.refusal(() => explain(proof, bindingId))).code).toBe('chain.not-bound')
    expect((await world.refusal(() => explain(contrary, bindingId, 'policeLeader'))).kind).toBe('forbidden')
    expect(await world.losers([explain(contrary, bindingId), explain(contrary, bindingId)])).toEqual([
      'chain.explained',
    ])
    const { state, bindings } = await fact(caseId)
    expect(state).toBe('proved')
    expect(bindings[1]!.explained).toMatchObject({ words: '经核实为笔误' })
  })
})

test('[HU1044] an item is bound to a fact once, if a charge asks for it, and taken off once with the reason', async () => {
  const caseId = await aCharged()
  const item = await record(caseId)
  expect((await world.refusal(() => bind(item, { fact: 'evaded_tax' }))).code).toBe('chain.fact-unasked')
  expect(await world.losers([bind(item), bind(item)])).toEqual(['chain.bound'])
  const bindingId = (await fact(caseId)).bindings[0]!.id
  const unbind = (evidenceId = item) =>
    world.submit('bjHandler', unbindEvidence, { evidenceId, bindingId, reason: '误' })
  const other = await record(caseId)
  expect((await world.refusal(() => unbind(other))).code).toBe('chain.not-bound')
  expect(await world.losers([unbind(), unbind()])).toEqual(['chain.not-bound'])
  await bind(item, { relation: 'corroborates' })
})

test('[HU1045] what no fact and no sentence cites is listed, and so are the claims that cite nothing', async () => {
  const caseId = await aCharged()
  const items = [await record(caseId), await record(caseId), await record(caseId)]
  await bind(items[0]!)
  expect((await look(caseId)).orphans).toMatchObject({ total: 2, items: [{ number: 2 }, { number: 3 }] })
  const sectionId = await world.aSection(caseId, { title: '案件事实' })
  world.write(
    sectionId,
    '当事人于三月一日在仓库存放卷烟（证2）。',
    '当事人还向多人销售了上述卷烟并收取货款。',
    '短句。',
  )
  expect(await look(caseId)).toMatchObject({
    orphans: { total: 1, items: [{ number: 3 }] },
    claims: { total: 1, items: [{ sectionId, words: '当事人还向多人销售了上述卷烟并收取货款。' }] },
  })
  const closed = { title: '侦查部署', audience: 'members' as const, memberAgencyIds: [world.agencies.police] }
  const hidden = await world.aSection(caseId, closed, 'policeHandler')
  world.write(hidden, '据证3可以认定上家为某某，拟于近日实施抓捕。', '抓捕方案另行报批，严格控制知悉的人员范围。')
  expect(await look(caseId)).toMatchObject({ orphans: { total: 1 }, claims: { total: 1 } })
  expect(await look(caseId, 'policeHandler')).toMatchObject({ orphans: { total: 0 }, claims: { total: 2 } })
})

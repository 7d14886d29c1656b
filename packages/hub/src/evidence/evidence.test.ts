import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { recordStep } from '../cases/index.ts'
import { listClocksOf } from '../clock-board/index.ts'
import { myDesk } from '../desk/index.ts'
import { itemFields } from './an-item.ts'
import {
  amendEvidence,
  convertEvidence,
  cureEvidence,
  evidenceOfCase,
  evidenceOptions,
  findEvidencePage,
  recordEvidence,
} from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

type Fields = Partial<typeof itemFields>
const record = (caseId: string, fields: Fields = {}, by: OfficerName = 'bjHandler') =>
  world.submit(by, recordEvidence, { ...itemFields, ...fields, caseId })
const look = (evidenceId: string, by: OfficerName = 'bjHandler') => world.ask(by, findEvidencePage, { evidenceId })
const outcomes = async (evidenceId: string) =>
  Object.fromEntries((await look(evidenceId)).lines.map(({ id, outcome }) => [id, outcome]))
/** The fields of an amendment that changes nothing. */
const { kind: _kind, proceeding: _in, instrument: _by, keptAt: _at, ...asWritten } = itemFields

describe('the register of a case', () => {
  test('[HU820] items are counted within their case, also when two are registered at one moment', async () => {
    const [caseId, other] = [await world.aCase(), await world.aCase()]
    await Promise.all([record(caseId), record(caseId), record(caseId)])
    expect((await record(other)).number).toBe(1)
    const { items } = await world.ask('bjHandler', evidenceOfCase, { caseId })
    expect(items.map(({ number }) => number)).toEqual([1, 2, 3])
  })

  test('[HU820] it is known to whoever has a part in the case, and to nobody else', async () => {
    const caseId = await world.aCase()
    const { evidenceId } = await record(caseId)
    for (const by of ['hebeiHandler', 'policeHandler', 'procurator', 'bjIntake'] as const) {
      expect((await world.refusal(() => world.ask(by, evidenceOfCase, { caseId }))).kind).toBe('not-found')
      expect((await world.refusal(() => look(evidenceId, by))).kind).toBe('not-found')
    }
    await world.aGrant({ kind: 'Case', id: caseId }, 'procuratorate')
    expect((await look(evidenceId, 'procurator')).can).toEqual({
      amend: false,
      attach: false,
      convert: false,
      dispose: false,
      give: false,
      receive: false,
      keep: false,
      readTrail: false,
    })
    expect((await world.refusal(() => world.ask('procurator', evidenceOptions, { caseId }))).kind).toBe('forbidden')
  })

  test('[HU820] a second click registers once', async () => {
    const caseId = await world.aCase()
    const input = { ...itemFields, caseId, submissionId: '8d7f8f5e-3f2b-4c56-9a51-0a6f0c3a7f99' }
    const call = world.as('bjHandler')
    const answers = await Promise.all([recordEvidence(call, input), recordEvidence(call, input)])
    expect(answers[0]).toEqual(answers[1])
    expect((await world.ask('bjHandler', evidenceOfCase, { caseId })).items).toHaveLength(1)
  })
})

describe('what an agency may collect', () => {
  test('[HU821] a tobacco officer registers no seizure list and is told what to use instead', async () => {
    const caseId = await world.aCase()
    const refusal = await world.refusal(() => record(caseId, { instrument: 'seizure_list' }))
    expect(refusal).toMatchObject({ kind: 'forbidden', code: 'evidence.beyond-power' })
    expect(refusal.sentence.zh).toMatch(/查封、扣押清单.*行政强制法.*请改用：先行登记保存证据、抽样取证、送检鉴别/)
  })

  test.each([
    ['suspect', 'criminal'],
    ['victim', 'criminal'],
    ['suspect', 'administrative'],
    ['physical', 'criminal'],
  ] as const)('[HU821] a tobacco officer registers no %s evidence in %s proceedings', async (kind, proceeding) => {
    const caseId = await world.aCase()
    const { instrument: _, ...plain } = itemFields
    const input = { ...plain, kind, proceeding, facts: [], caseId }
    const refusal = await world.refusal(() => world.submit('bjHandler', recordEvidence, input))
    expect(refusal.code).toBe('evidence.beyond-power')
  })

  test('[HU821] the police that work on the case register what they seized', async () => {
    const caseId = await world.aCase()
    await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle' })
    const fields = {
      proceeding: 'criminal',
      instrument: 'seizure_list',
      instrumentNumber: '京公扣字〔2026〕1号',
    } as const
    const { evidenceId } = await record(caseId, fields, 'policeHandler')
    expect((await outcomes(evidenceId))['SEIZE-DECISION']).toBe('open')
    const { proceedings } = await world.ask('policeHandler', evidenceOptions, { caseId })
    expect(proceedings.map(({ id }) => id)).toEqual(['administrative', 'criminal'])
    const own = (await world.ask('bjHandler', evidenceOptions, { caseId })).proceedings
    expect(own.map(({ id }) => id)).toEqual(['administrative'])
    expect(own[0]!.instruments.find(({ id }) => id === 'seizure_list')!.isAllowed).toBe(false)
  })

  test('[HU821] a paper without its number is refused', async () => {
    const caseId = await world.aCase()
    const refusal = await world.refusal(() => record(caseId, { instrumentNumber: '' }))
    expect(refusal.code).toBe('evidence.instrument-number')
  })

  test('[HU822] the first item of a registration in advance starts its seven working days, the next one none', async () => {
    const caseId = await world.aCase()
    const started = async () =>
      (await world.ask('bjHandler', listClocksOf, { id: caseId })).items.filter(({ rule }) => rule === 'AD-03')
    expect(await started()).toEqual([])
    await record(caseId)
    await record(caseId, { name: '“玉溪”牌卷烟' })
    const [clock, ...more] = await started()
    expect(more).toEqual([])
    // Seven working days after 1 March 2026, which was a Sunday.
    expect(clock!.dueAt!.toISOString().slice(0, 10)).toBe('2026-03-10')
    const decided = { caseId, step: 'registration.decided', happenedAt: '2026-03-02T07:00:00Z' }
    await world.submit('bjHandler', recordStep, decided)
    await record(caseId, { name: '“利群”牌卷烟' })
    expect(await started()).toHaveLength(1)
    const later = { collectedFrom: '2026-03-02T07:10:00Z', collectedUntil: '2026-03-02T07:20:00Z' }
    await record(caseId, { ...later, instrumentNumber: '京烟登存〔2026〕2号' })
    expect(await started()).toHaveLength(2)
  })
})

describe('the checklist of an item', () => {
  test('[HU823] what is missing hinders no registration and is told with article and cure', async () => {
    const caseId = await world.aCase()
    const { evidenceId } = await record(caseId, { place: '', collectors: ['承办员甲'], facts: [] })
    const { lines, admissibility } = await look(evidenceId)
    const of = (id: string) => lines.find((line) => line.id === id)!
    expect(of('ALL-OFFICERS')).toMatchObject({ outcome: 'failed', consequence: 'curable' })
    expect(of('ALL-PLACE')).toMatchObject({ outcome: 'failed', cure: { zh: '补记地点并说明。' } })
    expect(of('ALL-SIGNATURES').outcome).toBe('open')
    expect(of('ALL-COLLECTOR').outcome).toBe('met')
    expect(of('ALL-OFFICERS').basis[0]!.zh).toBe('《行政处罚法》第42条')
    expect(admissibility).toBe('curable')
  })

  test('[HU823] without its source an item is to be excluded', async () => {
    const { evidenceId } = await record(await world.aCase(), { source: '' })
    expect((await look(evidenceId)).admissibility).toBe('excluded')
  })

  test('[HU823] an item with everything answered is admissible', async () => {
    const { evidenceId } = await record(await world.aCase())
    expect((await look(evidenceId)).admissibility).toBe('admissible')
  })

  test('[HU824] a defect is cured once, and neither what is met nor what excludes is', async () => {
    const { evidenceId } = await record(await world.aCase(), { place: '' })
    const cure = (line: string, by: OfficerName = 'bjHandler') =>
      world.submit(by, cureEvidence, { evidenceId, line, how: 'corrected', words: '现场笔录载明地点' })
    expect((await world.refusal(() => cure('ALL-TIME'))).code).toBe('evidence.not-curable')
    expect((await world.refusal(() => cure('NO-SUCH'))).code).toBe('evidence.not-curable')
    expect((await world.refusal(() => cure('ALL-PLACE', 'hebeiHandler'))).kind).toBe('not-found')
    expect((await world.refusal(() => cure('ALL-PLACE', 'bjLeader'))).kind).toBe('forbidden')
    expect(await world.losers([cure('ALL-PLACE'), cure('ALL-PLACE', 'bjColleague')])).toEqual(['evidence.cured'])
    const page = await look(evidenceId)
    expect(page.admissibility).toBe('admissible')
    expect(page.lines.find(({ id }) => id === 'ALL-PLACE')!.cured).toMatchObject({ how: 'corrected' })
    const sourceless = await record(await world.aCase(), { source: '' })
    const excluded = { evidenceId: sourceless.evidenceId, line: 'ALL-SOURCE', how: 'explained', words: '说明' } as const
    expect((await world.refusal(() => world.submit('bjHandler', cureEvidence, excluded))).code).toBe(
      'evidence.not-curable',
    )
  })
})

describe('putting an item right', () => {
  test('[HU825] the version that was seen is the one that is changed, and what stood there is kept', async () => {
    const { evidenceId } = await record(await world.aCase())
    const amend = (expectedVersion: number, place: string) =>
      world.submit('bjHandler', amendEvidence, { ...asWritten, evidenceId, expectedVersion, place, reason: '笔误' })
    expect(await world.losers([amend(1, '甲地'), amend(1, '乙地')])).toEqual(['record.stale'])
    const { rows } = await world.owner.query('select former, version from evidence_amendments where item_id = $1', [
      evidenceId,
    ])
    expect(rows).toMatchObject([{ version: 1, former: { place: itemFields.place, version: 1 } }])
    expect((await look(evidenceId)).version).toBe(2)
  })

  test('[HU825] an agency does not change what another collected', async () => {
    const caseId = await world.aCase()
    const { evidenceId } = await record(caseId)
    await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle' })
    const input = { ...asWritten, evidenceId, expectedVersion: 1, reason: '改动' }
    expect((await world.refusal(() => world.submit('policeHandler', amendEvidence, input))).kind).toBe('forbidden')
  })

  test('[HU826] a copy names its original in the same case, and each shows the other', async () => {
    const caseId = await world.aCase()
    const original = await record(caseId)
    const elsewhere = await record(await world.aCase())
    const refused = (fields: Fields) => world.refusal(() => record(caseId, fields))
    expect((await refused({ origin: 'copy' })).code).toBe('evidence.parent')
    expect((await refused({ parentId: original.evidenceId })).code).toBe('evidence.parent')
    expect((await refused({ origin: 'copy', parentId: elsewhere.evidenceId })).code).toBe('evidence.parent')
    const copy = await record(caseId, { origin: 'copy', parentId: original.evidenceId })
    expect((await look(copy.evidenceId)).related.map(({ id }) => id)).toEqual([original.evidenceId])
    expect((await look(original.evidenceId)).related.map(({ id }) => id)).toEqual([copy.evidenceId])
    expect((await outcomes(copy.evidenceId))['PHY-ORIGINAL']).toBe('open')
  })
})

test.each([
  ['an answer of another kind', { facts: [{ fact: 'is_unedited', value: true }] }, 'evidence.fact-unfit'],
  ['an answer the program gives itself', { facts: [{ fact: 'has_power', value: true }] }, 'evidence.fact-unfit'],
  ['an answer of the wrong type', { facts: [{ fact: 'is_sealed', value: 3 }] }, 'evidence.fact-unfit'],
  ['an end before the beginning', { collectedUntil: '2026-03-01T00:59:59Z' }, 'evidence.times'],
  ['an end after now', { collectedUntil: '2026-03-02T08:00:00.001Z' }, 'evidence.times'],
  ['a quantity without unit', { quantity: '30' }, 'evidence.quantity'],
  ['a negative quantity', { quantity: '-30 条' }, 'evidence.quantity'],
  ['an absurd quantity', { quantity: '999999999 箱' }, 'evidence.quantity'],
  ['money for a quantity', { quantity: '30 元' }, 'evidence.quantity'],
] as const)('[HU827] %s is refused', async (_what, fields, code) => {
  const caseId = await world.aCase()
  expect((await world.refusal(() => record(caseId, fields as Fields))).code).toBe(code)
})

describe('a case that went to the police', () => {
  async function transferred() {
    const caseId = await world.aCase()
    const carton = await record(caseId)
    const { instrument: _, ...plain } = itemFields
    const statement = { ...plain, kind: 'witness', name: '证人李某询问笔录', quantity: '', facts: [], caseId } as const
    const witness = await world.submit('bjHandler', recordEvidence, { ...statement, facts: [] })
    await world.aHandoff('accepted', caseId)
    return { caseId, carton: carton.evidenceId, witness: witness.evidenceId, statement }
  }
  const waiting = async (by: OfficerName, ids: readonly string[]) =>
    (await world.ask(by, myDesk, {})).tasks
      .filter(({ id, kind }) => kind === 'evidence.convert' && ids.includes(id))
      .map(({ title }) => title.zh)

  test('[HU828] each item waits on the desk of the lead as its kind asks', async () => {
    const { carton, witness } = await transferred()
    expect((await waiting('policeHandler', [carton, witness])).toSorted()).toEqual([
      '确认使用：“中华”牌卷烟',
      '重新询问、讯问并登记新的笔录：证人李某询问笔录',
    ])
    expect(await waiting('bjHandler', [carton, witness])).toEqual([])
    expect((await look(witness, 'policeHandler')).converting).toMatchObject({ id: 'retake', decided: null })
  })

  test('[HU828] a statement is taken anew and not used as it is, and each item is decided on once', async () => {
    const { caseId, carton, witness, statement } = await transferred()
    const decide = (
      evidenceId: string,
      decision: 'used' | 'retaken',
      retakenId?: string,
      by: OfficerName = 'policeHandler',
    ) => world.submit(by, convertEvidence, { evidenceId, decision, words: '', ...(retakenId && { retakenId }) })
    expect((await world.refusal(() => decide(witness, 'used'))).code).toBe('evidence.conversion')
    expect((await world.refusal(() => decide(witness, 'retaken'))).code).toBe('evidence.retaken')
    expect((await world.refusal(() => decide(witness, 'retaken', carton))).code).toBe('evidence.retaken')
    expect((await world.refusal(() => decide(carton, 'used', undefined, 'bjHandler'))).kind).toBe('forbidden')
    const anew = await world.submit('policeHandler', recordEvidence, {
      ...statement,
      proceeding: 'criminal',
      facts: [],
    })
    await decide(witness, 'retaken', anew.evidenceId)
    expect(await world.losers([decide(carton, 'used'), decide(carton, 'used')])).toEqual([
      'evidence.nothing-to-convert',
    ])
    expect(await waiting('policeHandler', [carton, witness])).toEqual([])
    expect((await world.refusal(() => decide(anew.evidenceId, 'used'))).code).toBe('evidence.nothing-to-convert')
    const { items } = await world.ask('policeHandler', evidenceOfCase, { caseId })
    expect(items.map(({ conversion }) => conversion)).toEqual(['used', 'retaken', null])
  })
})

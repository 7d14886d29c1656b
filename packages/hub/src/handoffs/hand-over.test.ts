import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AgencyName, OfficerName } from '../a-cast.ts'
import { aWorld, figureFields, type World } from '../a-world.ts'
import { findCasePage, recordFigure } from '../cases/index.ts'
import { myDesk } from '../desk/index.ts'
import { transferPapers } from './a-handoff.ts'
import {
  findHandoffPage,
  handBack,
  handOnClue,
  handOver,
  handoffChanges,
  listHandoffKinds,
  listHandoffs,
  prepareHandoff,
} from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

let serial = 0
const terms = (to: AgencyName, kind = 'case_transfer') => ({
  kind,
  toAgencyId: world.agencies[to],
  number: `移〔${++serial}〕号`,
  legalBasis: '依据',
  purpose: '移送',
  note: '',
  papers: transferPapers,
})
const find = (name: OfficerName, handoffId: string) => world.ask(name, findHandoffPage, { handoffId })
const caseOf = async (caseId: string) => {
  const { stage, leadAgency } = await world.ask('bjHandler', findCasePage, { caseId })
  return [stage, leadAgency.slug]
}
const walk = async (handoffId: string, ...moves: string[]) => {
  for (const move of moves) await world.move(move, handoffId)
  return world.handoffRow(handoffId)
}

describe('kinds', () => {
  test('[HU700] an agency is offered the kinds that it makes, with whom they go to and which papers they ask for', async () => {
    const kinds = async (name: OfficerName) =>
      (await world.ask(name, listHandoffKinds, {})).items.map(({ kind }) => kind)
    expect(await kinds('policeHandler')).toEqual([
      'clue_transfer',
      'case_return',
      'goods',
      'platform_notice',
      'supervision_order',
    ])
    expect(await kinds('procurator')).toEqual(['clue_transfer', 'penalty_opinion'])
    const transfer = (await world.ask('bjHandler', listHandoffKinds, {})).items.find(
      ({ kind }) => kind === 'case_transfer',
    )
    expect(transfer!.to).toEqual(['police', 'customs'])
    expect(transfer!.materials.filter(({ always }) => always)).toHaveLength(5)
  })

  test.each<[string, AgencyName, string]>([
    ['jurisdiction', 'police', 'handoff.wrong-receiver'],
    ['case_transfer', 'guilin', 'handoff.wrong-receiver'],
    ['case_return', 'police', 'handoff.other-record'],
    ['goods', 'police', 'handoff.other-record'],
    ['gift', 'police', 'law.handoff-kind-unknown'],
  ])('[HU701] a %s of Beijing’s case to %s is refused as %s', async (kind, to, code) => {
    const caseId = await world.aCase()
    const attempt = () => world.submit('bjHandler', prepareHandoff, { caseId, ...terms(to, kind) })
    expect(await world.refusal(attempt)).toMatchObject({ code })
  })

  test('[HU702] goods and orders take the letter and their papers along, and not the dossier', async () => {
    const caseId = await world.aCase()
    await world.aSection(caseId)
    await world.submit('bjHandler', recordFigure, { caseId, ...figureFields })
    const { handoffId } = await world.submit('bjHandler', handOver, { caseId, ...terms('guilin', 'supervision_order') })
    expect([...new Set((await find('bjHandler', handoffId)).items.map(({ kind }) => kind))]).toEqual([
      'transfer_letter',
      'paper',
    ])
    await walk(handoffId, 'dispatch')
    expect(await world.refusal(() => world.move('sign', handoffId))).toMatchObject({ code: 'record.unseen' })
    for (const move of ['sign', 'accept', 'act', 'notify']) await world.move(move, handoffId, { by: 'guilinLeader' })
    expect(await caseOf(caseId)).toEqual(['investigating', 'bj'])
    expect(await world.refusal(() => world.ask('guilinHandler', findCasePage, { caseId }))).toMatchObject({
      code: 'record.unseen',
    })
  })

  test('[HU703] a clue is handed on by its owner, and its receiver reads the package and not the clue', async () => {
    const clueId = await world.aClue({ label: 'sensitive' }, 'bjIntake')
    const { handoffId } = await world.submit('bjHandler', handOnClue, { clueId, ...terms('police', 'clue_transfer') })
    expect(await walk(handoffId, 'dispatch', 'sign', 'accept')).toMatchObject({ state: 'taken', standing: 'accepted' })
    const seen = await find('policeHandler', handoffId)
    expect(seen).toMatchObject({ clueId, caseName: null })
    expect(seen.items.find(({ kind }) => kind === 'clue')!.content).toContain('电子烟')
    const listed = await world.ask('bjHandler', listHandoffs, { box: 'case', clueId })
    expect(listed.items.map(({ id }) => id)).toEqual([handoffId])
    const foreign = () =>
      world.submit('bjHandler', handOnClue, { clueId: foreignId, ...terms('police', 'clue_transfer') })
    const foreignId = await world.aClue()
    expect(await world.refusal(foreign)).toMatchObject({ code: 'record.unseen' })
  })

  test('[HU704] a case that came to the police goes back for an administrative penalty, and is led by its owner again', async () => {
    const { caseId } = await world.aHandoff('accepted')
    const back = { caseId, ...terms('bj', 'case_return'), papers: [{ material: 'case_materials', title: '案卷' }] }
    const { handoffId } = await world.submit('policeHandler', handBack, back)
    await world.move('dispatch', handoffId, { by: 'policeLeader' })
    await world.move('sign', handoffId, { by: 'bjDuty' })
    expect(await caseOf(caseId)).toEqual(['transferred', 'police'])
    await world.move('accept', handoffId, { by: 'bjHandler' })
    expect(await caseOf(caseId)).toEqual(['investigating', 'bj'])
    await world.move('act', handoffId, { by: 'bjHandler' })
    await world.move('notify', handoffId, { by: 'bjLeader' })
    expect((await find('policeHandler', handoffId)).receipts.map(({ rung }) => rung)).toEqual([
      'dispatched',
      'signed_for',
      'accepted',
      'acted',
      'notified',
    ])
  })
})

describe('what is asked for before a step', () => {
  test('[HU705] a package that is not complete is not sent, and each missing paper is named with its article', async () => {
    const caseId = await world.aCase()
    const papers = transferPapers.filter(({ material }) => material !== 'test_report' && material !== 'goods_list')
    const { handoffId } = await world.submit('bjHandler', prepareHandoff, { caseId, ...terms('police'), papers })
    const refusal = await world.refusal(() => world.move('dispatch', handoffId))
    expect(refusal).toMatchObject({ code: 'handoff.papers-lacking', facts: { missing: ['goods_list', 'test_report'] } })
    expect(refusal.sentence.zh).toContain('涉案物品清单（《行政执法机关移送涉嫌犯罪案件的规定》第6条第3项）')
    expect((await find('bjHandler', handoffId)).missing.map(({ id }) => id)).toEqual(['goods_list', 'test_report'])
  })

  test('[HU705] a section of the dossier can be one of the papers, if it goes along', async () => {
    const caseId = await world.aCase()
    const sectionId = await world.aSection(caseId, { title: '调查报告' })
    const closed = await world.aSection(caseId, { title: '内部', audience: 'members' })
    const paper = { material: 'investigation_report', title: '调查报告', sectionId }
    const input = { caseId, ...terms('police'), papers: [...transferPapers.slice(1), paper] }
    const { handoffId } = await world.submit('bjHandler', prepareHandoff, input)
    expect(await walk(handoffId, 'dispatch', 'cancel')).toMatchObject({ state: 'cancelled' })
    const attempt = () =>
      world.submit('bjHandler', prepareHandoff, { ...input, number: '另', papers: [{ ...paper, sectionId: closed }] })
    expect(await world.refusal(attempt)).toMatchObject({ code: 'handoff.section-not-in-package' })
  })

  test('[HU706] a transfer comes back for a coded reason, and missing papers are none', async () => {
    const { handoffId } = await world.aHandoff('signed_for')
    for (const reasons of [[], ['test_report_missing'], ['not_ours', 'because'], ['no_crime', 'goods_list_missing']])
      expect(await world.refusal(() => world.move('return', handoffId, { reasons }))).toMatchObject({
        code: 'handoff.reason-not-open',
      })
    expect(await walk(handoffId, 'accept_in_part')).toMatchObject({ state: 'accepted', standing: 'accepted_in_part' })
  })

  test('[HU707] what is owed lies on the sender’s desk reason by reason until it is supplied', async () => {
    const { handoffId } = await world.aHandoff('signed_for')
    const reasons = ['goods_list_missing', 'test_report_missing']
    await world.move('acceptInPart', handoffId, { reasons })
    const tasks = async (name: OfficerName) =>
      (await world.ask(name, myDesk, {})).tasks.filter(({ href }) => href.endsWith(handoffId)).map(({ id }) => id)
    expect(await tasks('bjHandler')).toEqual(reasons.map((code) => `${handoffId}.${code}`))
    expect(await tasks('policeHandler')).toEqual([handoffId])
    await walk(handoffId, 'supply')
    expect(await tasks('bjHandler')).toEqual([])
  })

  test('[HU708] a move without its papers is refused by their names, and nothing moves', async () => {
    const { handoffId, caseId } = await world.aHandoff('accepted')
    expect(await world.refusal(() => world.move('file', handoffId, { papers: [] }))).toMatchObject({
      code: 'law.papers-missing',
      facts: { missing: ['filing_notice'] },
    })
    expect(await caseOf(caseId)).toEqual(['transferred', 'police'])
  })
})

describe('the wrong addressee', () => {
  test('[HU709] passes the same package on, under the same digest, and the sender is told', async () => {
    const { handoffId, packageDigest, caseId } = await world.aHandoff('delivered')
    await world.move('forward', handoffId)
    const { items } = await world.ask('bjHandler', listHandoffs, { box: 'out', caseId })
    expect(items.map(({ to, state, isForwarded }) => [to.slug, state, isForwarded])).toEqual([
      ['customs', 'dispatched', true],
      ['police', 'forwarded', false],
    ])
    const [anew] = items
    expect(anew!.packageDigest).toBe(packageDigest)
    expect((await find('bjHandler', anew!.id)).receipts).toMatchObject([{ rung: 'forwarded', packageDigest }])
    expect(await world.refusal(() => find('policeHandler', anew!.id))).toMatchObject({ code: 'record.unseen' })
    expect(await world.refusal(() => world.move('sign', handoffId))).toMatchObject({ code: 'handoff.move-not-open' })
    expect(await caseOf(caseId)).toEqual(['investigating', 'bj'])
  })

  test('[HU709] names another receiver of the kind, and neither itself nor the sender', async () => {
    const { handoffId } = await world.aHandoff('signed_for')
    const { bj, police, guilin, procuratorate, customs } = world.agencies
    for (const namedAgencyId of [bj, police, guilin, procuratorate, undefined])
      expect(await world.refusal(() => world.move('forward', handoffId, { namedAgencyId }))).toMatchObject({
        code: 'handoff.wrong-receiver',
      })
    await expect(world.move('forward', handoffId, { namedAgencyId: customs })).resolves.toMatchObject({
      state: 'forwarded',
    })
  })
})

describe('refusal and supervision', () => {
  test('[HU710] with a refusal to file the case is the sender’s again, and with the filing the police lead it', async () => {
    const { handoffId, caseId } = await world.aHandoff('accepted')
    expect(await walk(handoffId, 'refuse')).toMatchObject({ state: 'returned', standing: 'not_filed' })
    expect(await caseOf(caseId)).toEqual(['investigating', 'bj'])
    expect(await world.refusal(() => world.ask('policeHandler', findCasePage, { caseId }))).toMatchObject({
      code: 'record.unseen',
    })
    await walk(handoffId, 'ask_reconsideration', 'uphold', 'suggest_supervision')
    expect(await caseOf(caseId)).toEqual(['investigating', 'bj'])
    const path = ['ask_reasons', 'give_reasons', 'tell_to_file', 'file_as_told']
    expect(await walk(handoffId, ...path)).toMatchObject({ state: 'accepted', standing: 'filed' })
    expect(await caseOf(caseId)).toEqual(['transferred', 'police'])
    expect((await find('bjHandler', handoffId)).receipts.at(-1)).toMatchObject({
      move: 'file_as_told',
      papers: [{ paper: 'filing_notice', words: { zh: '立案通知书' } }],
    })
  })

  test('[HU711] the procuratorate reads what it was asked about from then on, and no other agency can be asked', async () => {
    const { handoffId } = await world.aHandoff('accepted')
    await walk(handoffId, 'refuse')
    expect(await world.refusal(() => find('procurator', handoffId))).toMatchObject({ code: 'record.unseen' })
    for (const namedAgencyId of [world.agencies.customs, world.agencies.bj, undefined])
      expect(await world.refusal(() => world.move('suggest_supervision', handoffId, { namedAgencyId }))).toMatchObject({
        code: 'handoff.wrong-decider',
      })
    await walk(handoffId, 'suggest_supervision')
    const seen = await find('procurator', handoffId)
    expect(seen).toMatchObject({ overseer: { slug: 'procuratorate' }, open: [{ move: 'ask_reasons' }] })
    expect(seen.items.every(({ content }) => content !== null)).toBe(true)
    expect((await world.ask('procurator', myDesk, {})).tasks).toMatchObject([
      { kind: 'handoff.oversee', id: handoffId },
    ])
  })
})

describe('bounces', () => {
  const bounced = async (times: number) => {
    const caseId = await world.aCase()
    let handoffId = ''
    for (let i = 0; i < times; i++) {
      handoffId = (await world.submit('bjHandler', prepareHandoff, { caseId, ...terms('police') })).handoffId
      await walk(handoffId, 'dispatch', 'sign', 'return')
    }
    return { caseId, handoffId }
  }
  const again = (caseId: string) => () => world.submit('bjHandler', prepareHandoff, { caseId, ...terms('police') })

  test('[HU712] after the second return the matter is referred and not sent again', async () => {
    const { caseId, handoffId } = await bounced(1)
    expect(await world.refusal(() => world.move('refer', handoffId))).toMatchObject({ code: 'handoff.move-not-open' })
    await again(caseId)()
    const twice = await bounced(2)
    expect(await world.refusal(again(twice.caseId))).toMatchObject({ code: 'handoff.bounced' })
    for (const namedAgencyId of [world.agencies.operator, world.agencies.customs])
      expect(await world.refusal(() => world.move('refer', twice.handoffId, { namedAgencyId }))).toMatchObject({
        code: 'handoff.wrong-decider',
      })
    expect(await walk(twice.handoffId, 'refer')).toMatchObject({ state: 'contested', standing: 'referred' })
  })

  test('[HU713] a decision for the sender binds: the receiver accepts and cannot return again', async () => {
    const { caseId, handoffId } = await bounced(2)
    await world.move('refer', handoffId, { note: '我方认为涉嫌犯罪' })
    expect(await walk(handoffId, 'decide_for_sender')).toMatchObject({ standing: 'ordered' })
    expect(await caseOf(caseId)).toEqual(['investigating', 'bj'])
    for (const move of ['return', 'forward'])
      expect(await world.refusal(() => world.move(move, handoffId))).toMatchObject({ code: 'handoff.move-not-open' })
    await walk(handoffId, 'accept')
    expect(await caseOf(caseId)).toEqual(['transferred', 'police'])
  })

  test('[HU713] a decision for the receiver binds: the case is not sent there again, and the losing argument stays', async () => {
    const { caseId, handoffId } = await bounced(2)
    await world.move('refer', handoffId, { note: '我方认为涉嫌犯罪' })
    expect(await walk(handoffId, 'decide_for_receiver')).toMatchObject({ state: 'returned', standing: 'settled' })
    expect(await world.refusal(again(caseId))).toMatchObject({ code: 'handoff.decided' })
    expect((await find('policeLeader', handoffId)).receipts.map(({ note }) => note)).toContain('我方认为涉嫌犯罪')
  })
})

test('[HU716] what changed since the package was frozen is told to who reads both, and to nobody else', async () => {
  const caseId = await world.aCase()
  const sectionId = await world.aSection(caseId, { title: '案情' })
  world.write(sectionId, '冻结前。')
  const { handoffId } = await world.submit('bjHandler', prepareHandoff, { caseId, ...terms('police') })
  const changes = async () =>
    (await world.ask('bjHandler', handoffChanges, { handoffId })).items.filter(({ state }) => state !== 'same')
  expect(await changes()).toEqual([])
  world.write(sectionId, '冻结后。')
  await world.submit('bjHandler', recordFigure, { caseId, ...figureFields })
  await world.aSection(caseId, { title: '补充' })
  expect(await changes()).toMatchObject([
    { kind: 'figures', state: 'changed', fields: [{ now: expect.stringContaining('34.7万个') }] },
    { kind: 'dossier_section', state: 'changed', fields: [{ field: 'text', before: '冻结前。', now: '冻结后。' }] },
    { position: null, title: '卷宗 补充', state: 'new' },
  ])
  await walk(handoffId, 'dispatch')
  expect(await world.refusal(() => world.ask('policeHandler', handoffChanges, { handoffId }))).toMatchObject({
    code: 'record.unseen',
  })
})

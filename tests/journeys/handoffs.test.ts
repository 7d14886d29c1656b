import { randomUUID } from 'node:crypto'
import type { AgencyId } from '@lianban/kernel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aHub, type HubServer } from '../support/hub-server.ts'

const once = <Input extends object>(input: Input) => ({ ...input, submissionId: randomUUID() })
const transferPapers = [
  { material: 'investigation_report', title: '调查报告' },
  { material: 'goods_list', title: '涉案物品清单' },
  { material: 'test_report', title: '检验报告', number: '烟检〔2026〕1号' },
  { material: 'copy_to_procuratorate', title: '抄送检察院的移送书' },
]
const handler = 'bj-tobacco.handler'
const leader = 'bj-tobacco.leader'
const policeHandler = 'bj-police-efd.handler'
const policeLeader = 'bj-police-efd.leader'
const procurator = 'bj-procuratorate.procurator'

/** Handoffs as officers of both sides take them over the public API, from the opening of the case to its end. */
describe('handoffs over the public API', () => {
  let hub: HubServer
  const as = (subject: string) => hub.client(subject)
  const agencies = new Map<string, AgencyId>()
  let serial = 0

  beforeAll(async () => {
    hub = await aHub({ cast: true })
    for (const { slug, id } of await (await as(leader)).agencies.list.query()) agencies.set(slug, id)
  })
  afterAll(() => hub?.stop())

  async function aCase(openedOn = '2026-03-01') {
    const fields = { name: '案', charge: '非法经营', summary: '案情', region: '110000', openedOn, clueIds: [] }
    const marks = { label: 'internal' as const, handlingCode: 'unrestricted' as const }
    const opened = await (await as(handler)).cases.open.mutate(
      once({ ...fields, ...marks, number: `案〔${++serial}〕号` }),
    )
    return opened.caseId
  }
  const letter = (to: string) => ({
    toAgencyId: agencies.get(to)!,
    number: `函〔2026〕${++serial}号`,
    legalBasis: '《行政执法机关移送涉嫌犯罪案件的规定》第三条',
    purpose: '移送',
    note: '',
  })
  async function aTransfer(papers = transferPapers) {
    const caseId = await aCase()
    const terms = { caseId, kind: 'case_transfer', ...letter('bj-police-efd'), papers }
    const { handoffId } = await (await as(handler)).handoffs.prepare.mutate(once(terms))
    return { caseId, handoffId: handoffId as string }
  }
  /** Makes a move that the page of the handoff offers to the officer, with all that it asks for. */
  async function make(subject: string, handoffId: string, move: string, more: object = {}) {
    const officer = await as(subject)
    const { open, version, packageDigest } = await officer.handoffs.find.query({ handoffId })
    const offered = open.find((one) => one.move === move)
    if (!offered)
      throw new Error(`${move} is not offered to ${subject}, only ${open.map((one) => one.move).join(', ')}`)
    const papers = offered.papers.map(({ id }) => ({ paper: id, number: '1号' }))
    const step = { handoffId, expectedVersion: version, packageDigest, note: '说明', move, papers, ...more }
    return officer.handoffs[offered.deed].mutate(once(step))
  }
  async function walk(
    handoffId: string,
    ...moves: readonly (readonly [subject: string, move: string, more?: object])[]
  ) {
    for (const [subject, move, more] of moves) await make(subject, handoffId, move, more)
  }
  const stageOf = async (caseId: string) => {
    const { stage, leadAgency } = await (await as(handler)).cases.find.query({ caseId })
    return [stage, leadAgency.slug]
  }
  const standingOf = async (handoffId: string) =>
    (await (await as(handler)).handoffs.find.query({ handoffId })).standing
  const clocksOf = async (id: string) =>
    new Map(
      (await (await as(handler)).clocks.ofMatter.query({ id, limit: 100 })).items.map((one) => [one.rule, one.state]),
    )
  const taken = [
    ['bj-police-efd.duty-officer', 'sign'],
    [policeLeader, 'accept'],
  ] as const

  test('a full transfer goes from the package to the filing, the goods and the result, in time throughout', async () => {
    const { caseId, handoffId } = await aTransfer()
    await walk(handoffId, [leader, 'dispatch'])
    expect(await stageOf(caseId)).toEqual(['investigating', 'bj-tobacco'])
    await walk(handoffId, ...taken, [policeHandler, 'file'], [handler, 'hand_over_goods'], [policeHandler, 'notify'])
    expect(await stageOf(caseId)).toEqual(['transferred', 'bj-police-efd'])
    const clocks = await clocksOf(caseId)
    for (const rule of ['HO-01', 'TR-06', 'TR-10']) expect([rule, clocks.get(rule)]).toEqual([rule, 'met'])
    expect(clocks.get('AD-04')).toBe('paused')
    const { receipts, packageDigest } = await (await as(policeHandler)).handoffs.find.query({ handoffId })
    expect(receipts.map(({ rung }) => rung)).toEqual([
      'dispatched',
      'signed_for',
      'accepted',
      'acted',
      'answered',
      'notified',
    ])
    expect(receipts.every((receipt) => receipt.packageDigest === packageDigest)).toBe(true)
  })

  test('the wrong addressee passes the package on as it is, and the sender sees where it went', async () => {
    const { caseId, handoffId } = await aTransfer()
    await walk(
      handoffId,
      [leader, 'dispatch'],
      [policeHandler, 'forward', { namedAgencyId: agencies.get('bj-police') }],
    )
    const { items } = await (await as(handler)).handoffs.list.query({ box: 'case', caseId })
    const onward = items.find(({ id }) => id !== handoffId)!
    expect(onward).toMatchObject({ to: { slug: 'bj-police' }, isForwarded: true, state: 'dispatched' })
    expect(onward.packageDigest).toBe(items.find(({ id }) => id === handoffId)!.packageDigest)
    await walk(onward.id, ['bj-police.duty-officer', 'sign'], ['bj-police.leader', 'accept'])
    expect(await stageOf(caseId)).toEqual(['transferred', 'bj-police'])
  })

  test('a package that lacks papers is not sent, and what the police still miss is supplemented', async () => {
    const lacking = await aTransfer(transferPapers.slice(0, 2))
    await expect(make(leader, lacking.handoffId, 'dispatch')).rejects.toMatchObject({
      data: {
        refusal: { code: 'handoff.papers-lacking', facts: { missing: expect.arrayContaining(['test_report']) } },
      },
    })
    const { handoffId } = await aTransfer()
    await walk(handoffId, [leader, 'dispatch'], ...taken, [policeHandler, 'ask_supplement'], [handler, 'supplement'])
    expect(await standingOf(handoffId)).toBe('accepted')
  })

  test('a refusal is reconsidered, supervised by the procuratorate, and filed as told', async () => {
    const { caseId, handoffId } = await aTransfer()
    await walk(handoffId, [leader, 'dispatch'], ...taken)
    await expect(make(policeHandler, handoffId, 'refuse', { note: '' })).rejects.toMatchObject({
      data: { refusal: { code: 'handoff.note-lacking' } },
    })
    await walk(handoffId, [policeHandler, 'refuse'])
    expect(await stageOf(caseId)).toEqual(['investigating', 'bj-tobacco'])
    await walk(
      handoffId,
      [handler, 'ask_reconsideration'],
      [policeHandler, 'uphold'],
      [handler, 'suggest_supervision', { namedAgencyId: agencies.get('bj-procuratorate') }],
      [procurator, 'ask_reasons'],
      [policeHandler, 'give_reasons'],
      [procurator, 'tell_to_file'],
    )
    expect((await clocksOf(caseId)).get('PS-03')).toBe('running')
    await walk(handoffId, [policeHandler, 'file_as_told'])
    expect(await stageOf(caseId)).toEqual(['transferred', 'bj-police-efd'])
    const clocks = await clocksOf(caseId)
    for (const rule of ['TR-07', 'TR-08', 'TR-09', 'PS-01', 'PS-03'])
      expect([rule, clocks.get(rule)]).toEqual([rule, 'met'])
  })

  test('a transfer that comes back ends, and the agency goes on to its penalty', async () => {
    const { caseId, handoffId } = await aTransfer()
    await walk(handoffId, [leader, 'dispatch'], ...taken, [policeHandler, 'file'])
    const terms = { caseId, kind: 'case_return', ...letter('bj-tobacco') }
    const papers = [{ material: 'case_materials', title: '案卷' }]
    const back = await (await as(policeHandler)).handoffs.handBack.mutate(once({ ...terms, papers }))
    await walk(back.handoffId, [policeLeader, 'dispatch'], ['bj-tobacco.duty-officer', 'sign'], [handler, 'accept'])
    expect(await stageOf(caseId)).toEqual(['investigating', 'bj-tobacco'])
    expect(await standingOf(handoffId)).toBe('returned_for_administration')
    for (const [subject, deed, move, ...ids] of [
      [handler, 'takeStep', 'conclude', 'two_officers', 'investigation_report'],
      [leader, 'decideStep', 'review', 'collective_deliberation'],
      [handler, 'takeStep', 'tell_party', 'penalty_notice'],
      [handler, 'takeStep', 'hear', 'defence_record'],
      [leader, 'decideStep', 'decide', 'penalty_decision'],
    ] as const) {
      const officer = await as(subject)
      const { tracks } = await officer.cases.steps.query({ caseId })
      const { version } = tracks!.find(({ track }) => track === 'administrative')!
      const happenedAt = new Date().toISOString()
      const step = { caseId, track: 'administrative' as const, move, expectedVersion: version, happenedAt }
      await officer.cases[deed].mutate(once({ ...step, papers: ids.map((paper) => ({ paper, number: '1号' })) }))
    }
    const { tracks } = await (await as(handler)).cases.steps.query({ caseId })
    expect(tracks!.map(({ track, standing }) => [track, standing])).toEqual([
      ['transfer', 'returned_for_administration'],
      ['administrative', 'decided'],
    ])
  })

  test('seven working days from the eve of National Day end after the holiday, make-up days counted', async () => {
    const caseId = await aCase('2025-09-28')
    const step = { caseId, step: 'registration.made', happenedAt: '2025-09-28T09:00:00+08:00' }
    const officer = await as(handler)
    await officer.cases.recordStep.mutate(once(step))
    const { items } = await officer.clocks.ofMatter.query({ id: caseId })
    const clock = items.find(({ rule }) => rule === 'AD-03')!
    expect(clock.dueAt).toBe('2025-10-14T15:59:59.999Z')
    const { explained } = await officer.clocks.explain.query({ clockId: clock.id })
    expect(explained!.days.length).toBe(17)
  })
})

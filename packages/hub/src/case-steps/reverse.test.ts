import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, day, type World } from '../a-world.ts'
import { findCasePage } from '../cases/index.ts'
import { listClocksOf } from '../clock-board/index.ts'
import { findHandoffPage, giveOpinion, listHandoffs, takeLetter } from '../handoffs/index.ts'
import { findCaseSteps, reviewStep, takeStep } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const papers = (...ids: string[]) => ids.map((paper) => ({ paper, number: `${paper}〔1〕号` }))
const ways = {
  not_prosecute: ['non_prosecution_decision'],
  hand_in: ['hand_in_list'],
  suspend: ['contest_note'],
  resume: ['contest_note'],
  end: ['review_report'],
  issue_opinion: ['review_report', 'procuratorial_opinion'],
} as const
type Way = keyof typeof ways
type Changed = Partial<Parameters<typeof reviewStep>[1]> & { by?: OfficerName; deed?: typeof reviewStep }

/** Takes the next step of the procuratorate from the page as it lies there. */
async function review(caseId: string, move: Way, { by = 'procurator', deed = reviewStep, ...changed }: Changed = {}) {
  const { tracks } = await world.ask('procurator', findCaseSteps, { caseId })
  return world.submit(by, deed, {
    caseId,
    track: 'reverse',
    move,
    expectedVersion: tracks!.find(({ track }) => track === 'reverse')?.version ?? 0,
    happenedAt: world.clock.now().toISOString(),
    papers: papers(...ways[move]),
    note: '说明',
    flags: [],
    ...changed,
  })
}
/** A case that the police have, in whose supervision the procuratorate has a part. */
async function aCaseOfPolice(...moves: Way[]) {
  const caseId = await world.aCase({ openedOn: '2026-02-27' })
  await world.aGrant({ kind: 'Case', id: caseId }, 'procuratorate', {
    expiresAt: new Date(world.clock.now().getTime() + 180 * day).toISOString(),
  })
  await world.aHandoff('accepted', caseId)
  for (const move of moves) await review(caseId, move)
  return caseId
}
let serial = 0
const give = (caseId: string, by: OfficerName = 'procurator') =>
  world.submit(by, giveOpinion, {
    caseId,
    kind: 'penalty_opinion',
    toAgencyId: world.agencies.bj,
    number: `检意〔2026〕${++serial}号`,
    legalBasis: '《行政处罚法》第二十七条',
    purpose: '给予罚款',
    note: '情节轻微，已作不起诉',
    papers: [{ material: 'non_prosecution_decision', title: '不起诉决定书', number: '检不诉〔1〕号' }],
  })
const decided = ['not_prosecute', 'hand_in', 'issue_opinion'] as const
async function anOpinion() {
  const caseId = await aCaseOfPolice(...decided)
  const { handoffId } = await give(caseId)
  await world.move('dispatch', handoffId, { by: 'procurator' })
  return { caseId, handoffId: handoffId as string }
}
const standingOf = async (caseId: string, by: OfficerName = 'bjHandler') =>
  (await world.ask(by, findCaseSteps, { caseId })).tracks!.find(({ track }) => track === 'reverse')?.standing
const clocksOf = async (id: string, rule: string, by: OfficerName = 'procurator') =>
  (await world.ask(by, listClocksOf, { id, limit: 100 })).items.filter((clock) => clock.rule === rule)

describe('the steps of the procuratorate', () => {
  test('[HU1086] are taken by an invited procurator once the police have the case, one after another with their papers', async () => {
    const early = await world.aCase({ openedOn: '2026-02-27' })
    await world.aGrant({ kind: 'Case', id: early }, 'procuratorate')
    expect(await world.refusal(() => review(early, 'not_prosecute'))).toMatchObject({ kind: 'forbidden' })
    const caseId = await aCaseOfPolice()
    const { tracks } = await world.ask('procurator', findCaseSteps, { caseId })
    expect(tracks!.filter(({ moves }) => moves.length > 0)).toMatchObject([
      { track: 'reverse', standing: 'prosecution_review', moves: [{ move: 'not_prosecute', deed: 'reviewStep' }] },
    ])
    expect(await standingOf(caseId)).toBeUndefined()
    expect(await world.refusal(() => review(caseId, 'hand_in'))).toMatchObject({ code: 'case.step-not-open' })
    expect(await world.refusal(() => review(caseId, 'not_prosecute', { papers: [] }))).toMatchObject({
      code: 'law.papers-missing',
    })
    await review(caseId, 'not_prosecute')
    expect(await world.refusal(() => review(caseId, 'hand_in', { expectedVersion: 0 }))).toMatchObject({
      code: 'record.stale',
    })
    await review(caseId, 'hand_in')
    expect(await world.refusal(() => review(caseId, 'end', { note: ' ' }))).toMatchObject({ code: 'case.note-lacking' })
    await review(caseId, 'end')
    expect([await standingOf(caseId), await standingOf(caseId, 'policeHandler')]).toEqual(['ended', 'ended'])
    // Another of the persons may be dealt with afterwards.
    expect(await review(caseId, 'not_prosecute')).toMatchObject({ standing: 'not_prosecuted', version: 4 })
  })

  test('[HU1087] are nobody else’s, and the procurator takes none of the agency’s', async () => {
    const caseId = await aCaseOfPolice()
    for (const by of ['bjHandler', 'bjLeader', 'policeHandler', 'policeLeader'] as const)
      expect([by, (await world.refusal(() => review(caseId, 'not_prosecute', { by }))).kind]).toEqual([by, 'forbidden'])
    expect(await world.refusal(() => review(caseId, 'not_prosecute', { by: 'hebeiHandler' }))).toMatchObject({
      kind: 'not-found',
    })
    expect(await world.refusal(() => review(caseId, 'not_prosecute', { deed: takeStep }))).toMatchObject({
      kind: 'forbidden',
    })
    const conclude = { track: 'administrative', move: 'conclude', expectedVersion: 0 } as const
    expect(await world.refusal(() => review(caseId, 'not_prosecute', conclude))).toMatchObject({
      code: 'case.step-not-open',
    })
  })

  test('[HU1087] the database lets the procuratorate add steps of its own track alone, and only while the police have the case', async () => {
    const caseId = await aCaseOfPolice()
    const now = world.clock.now()
    const insert = (by: OfficerName, track: string) => {
      const { agencyId, id: officerId } = world.people[by].officer
      return world.hub.db.transaction({ agencyId, officerId }, now, (tx) =>
        tx.execute(`insert into case_steps values (gen_random_uuid(), '${caseId}', '${track}', 9, 'end', 'ended',
          '[]', null, '{}', '', now(), '${officerId}', '${agencyId}', now())`),
      )
    }
    await expect(insert('procurator', 'transfer')).rejects.toThrow()
    await expect(insert('procurator', 'administrative')).rejects.toThrow()
    await expect(insert('bjHandler', 'reverse')).rejects.toThrow()
    await expect(insert('hebeiHandler', 'reverse')).rejects.toThrow()
    await world.owner.query(`update cases set stage = 'closed' where id = $1`, [caseId])
    await expect(insert('procurator', 'reverse')).rejects.toThrow()
    await world.owner.query(`update cases set stage = 'transferred' where id = $1`, [caseId])
    await insert('procurator', 'reverse')
  })

  test('[HU1088] run under three working days to hand in and ten to review, which a contest holds up', async () => {
    const caseId = await aCaseOfPolice('not_prosecute')
    expect(await clocksOf(caseId, 'RV-01')).toMatchObject([{ state: 'running', liable: { slug: 'procuratorate' } }])
    world.clock.advance(10 * day)
    await review(caseId, 'hand_in')
    expect(await clocksOf(caseId, 'RV-01')).toMatchObject([{ state: 'late' }])
    await review(caseId, 'suspend')
    expect(await clocksOf(caseId, 'RV-02')).toMatchObject([{ state: 'paused', dueAt: null }])
    world.clock.advance(20 * day)
    await review(caseId, 'resume')
    await review(caseId, 'issue_opinion')
    expect(await clocksOf(caseId, 'RV-02')).toMatchObject([{ state: 'met' }])
  })
})

describe('the opinion', () => {
  test('[HU1089] is written and sent only while the steps have led there', async () => {
    const caseId = await aCaseOfPolice('not_prosecute', 'hand_in')
    const offered = async () => (await world.ask('procurator', findCasePage, { caseId })).can.giveOpinion
    expect(await offered()).toBe(false)
    expect(await world.refusal(() => give(caseId))).toMatchObject({
      code: 'handoff.not-approved',
      sentence: { zh: expect.stringContaining('行政检察部门审查中') },
    })
    await review(caseId, 'issue_opinion')
    expect(await offered()).toBe(true)
    for (const by of ['bjHandler', 'policeHandler'] as const)
      expect(await world.refusal(() => give(caseId, by))).toMatchObject({ kind: 'forbidden' })
    const { handoffId } = await give(caseId)
    expect(await standingOf(caseId)).toBe('opinion_issued')
    expect(await world.refusal(() => world.ask('bjHandler', findHandoffPage, { handoffId }))).toMatchObject({
      kind: 'not-found',
    })
    await world.move('dispatch', handoffId, { by: 'procurator' })
    const page = await world.ask('bjHandler', findHandoffPage, { handoffId })
    expect(page.items.map(({ kind }) => kind)).toEqual(['transfer_letter', 'paper'])
    expect((await world.ask('bjHandler', listHandoffs, { box: 'case', caseId })).items.map(({ kind }) => kind)).toEqual(
      ['penalty_opinion', 'case_transfer'],
    )
    const { paper } = await world.ask('bjHandler', takeLetter, { handoffId, letter: 'letter', version: 1 })
    expect(JSON.stringify(paper.body)).toContain('现提出检察意见：给予罚款')
    expect(JSON.stringify(paper.body)).not.toMatch(/[{}]note|现将有关材料移送/)
  })

  test('[HU1089] an opinion without the decision not to prosecute is not sent', async () => {
    const caseId = await aCaseOfPolice(...decided)
    const { handoffId } = await world.submit('procurator', giveOpinion, {
      ...{ caseId, kind: 'penalty_opinion', toAgencyId: world.agencies.bj, number: `检意〔2026〕${++serial}号` },
      ...{ legalBasis: '依据', purpose: '罚款', note: '' },
    })
    expect(await world.refusal(() => world.move('dispatch', handoffId, { by: 'procurator' }))).toMatchObject({
      code: 'handoff.papers-lacking',
      facts: { missing: ['non_prosecution_decision'] },
    })
  })

  test('[HU1090] is taken up and answered by its agency within its time, and the track follows', async () => {
    const { caseId, handoffId } = await anOpinion()
    expect(await clocksOf(caseId, 'RV-03')).toMatchObject([
      { state: 'running', liable: { slug: 'bj' }, owed: { slug: 'procuratorate' } },
    ])
    expect(await clocksOf(caseId, 'AD-01', 'bjHandler')).toMatchObject([{ state: 'running', liable: { slug: 'bj' } }])
    await world.move('sign', handoffId, { by: 'bjDuty' })
    expect(await standingOf(caseId)).toBe('opinion_received')
    for (const by of ['policeLeader', 'procurator', 'hebeiHandler'] as const)
      expect(await world.refusal(() => world.move('reply', handoffId, { by }))).toMatchObject({
        kind: by === 'procurator' ? 'forbidden' : 'not-found',
      })
    await world.move('take_up', handoffId, { by: 'bjHandler' })
    expect([await standingOf(caseId), (await clocksOf(caseId, 'AD-01', 'bjHandler'))[0]!.state]).toEqual([
      'taken_up',
      'met',
    ])
    expect(await world.refusal(() => world.move('reply', handoffId, { by: 'bjHandler', note: ' ' }))).toMatchObject({
      code: 'handoff.note-lacking',
    })
    await world.move('reply', handoffId, { by: 'bjHandler', note: '已罚款' })
    expect(await clocksOf(caseId, 'RV-03')).toMatchObject([{ state: 'met' }])
    await world.move('track', handoffId, { by: 'procurator' })
    expect(await standingOf(caseId)).toBe('tracked')
    const { receipts } = await world.ask('procurator', findHandoffPage, { handoffId })
    expect(receipts.map(({ letters }) => letters.map(({ id }) => id))).toEqual([
      [],
      ['service_receipt'],
      ['opinion_taken_up'],
      ['opinion_reply'],
      [],
    ])
  })

  test('[HU1090] what is answered after two months is late, and what is answered badly is asked for again', async () => {
    const { caseId, handoffId } = await anOpinion()
    await world.move('sign', handoffId, { by: 'bjDuty' })
    world.clock.advance(63 * day)
    await world.move('urge', handoffId, { by: 'procurator', note: '逾期未复' })
    expect(await standingOf(caseId)).toBe('urged')
    await world.move('reply', handoffId, { by: 'bjHandler', note: '不予处罚' })
    expect(await clocksOf(caseId, 'RV-03')).toMatchObject([{ state: 'late' }])
    await world.move('ask_again', handoffId, { by: 'procurator', note: '未说明理由' })
    expect((await clocksOf(caseId, 'RV-03')).map(({ state }) => state).toSorted()).toEqual(['late', 'running'])
  })

  test('[HU1090] an opinion that is taken back before it is signed for ends its times, and another may be sent', async () => {
    const { caseId, handoffId } = await anOpinion()
    await world.move('cancel', handoffId, { by: 'procurator' })
    expect(await clocksOf(caseId, 'RV-03')).toMatchObject([{ closedAt: world.clock.now() }])
    expect(await standingOf(caseId)).toBe('opinion_issued')
    expect(await give(caseId)).toMatchObject({ handoffId: expect.any(String) })
  })
})

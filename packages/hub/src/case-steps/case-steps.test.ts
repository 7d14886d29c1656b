import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, day, type World } from '../a-world.ts'
import { listClocksOf } from '../clock-board/index.ts'
import { decideStep, findCaseSteps, takeStep } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const papers = (...ids: string[]) => ids.map((paper) => ({ paper, number: `${paper}〔1〕号` }))
type Step = Partial<Parameters<typeof takeStep>[1]> & { by?: OfficerName }
const step = (deed: typeof takeStep, caseId: string, move: string, expectedVersion: number, more: Step = {}) => {
  const { by = deed === takeStep ? 'bjHandler' : 'bjLeader', ...changed } = more
  return world.submit(by, deed, {
    caseId,
    track: 'administrative',
    move,
    expectedVersion,
    happenedAt: world.clock.now().toISOString(),
    papers: [],
    note: '',
    flags: [],
    ...changed,
  })
}
const tracksOf = async (caseId: string, by: OfficerName = 'bjHandler') =>
  (await world.ask(by, findCaseSteps, { caseId })).tracks!
const openTo = async (caseId: string, by: OfficerName, track: string) =>
  (await tracksOf(caseId, by)).find((one) => one.track === track)?.moves.map(({ move }) => move)

/** A case of which the party was heard. */
async function aDefendedCase() {
  const caseId = await world.aCase({ openedOn: '2026-03-01' })
  await step(takeStep, caseId, 'conclude', 0, { papers: papers('two_officers', 'investigation_report') })
  await step(decideStep, caseId, 'review', 1, { fen: 100 })
  await step(takeStep, caseId, 'tell_party', 2, { papers: papers('penalty_notice') })
  await step(takeStep, caseId, 'hear', 3, { papers: papers('defence_record') })
  return caseId
}

describe('the tracks of a case', () => {
  test('[HU728] stand side by side, each with the moves that its table has now for this officer', async () => {
    const caseId = await world.aCase({ openedOn: '2026-03-01' })
    const tracks = await tracksOf(caseId)
    expect(tracks.map(({ track, standing }) => [track, standing])).toEqual([
      ['transfer', 'draft'],
      ['administrative', 'filed'],
    ])
    expect(await openTo(caseId, 'bjHandler', 'administrative')).toEqual(['conclude'])
    expect(await openTo(caseId, 'bjHandler', 'transfer')).toEqual(['assign_team'])
    expect(await openTo(caseId, 'bjLeader', 'administrative')).toEqual([])
    expect(tracks[1]!.moves[0]).toMatchObject({
      papers: [{ id: 'two_officers' }, { id: 'investigation_report' }],
      basis: [{ zh: expect.stringContaining('第42条') }],
    })
    await expect(world.ask('guilinHandler', findCaseSteps, { caseId })).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('[HU728] what is recorded by hand is what the agency itself has a time for, and no power that it lacks', async () => {
    const caseId = await world.aCase({ openedOn: '2026-03-01' })
    await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle' })
    const codes = async (by: OfficerName) =>
      (await world.ask(by, findCaseSteps, { caseId })).byHand.map(({ code }) => code)
    const [ours, theirs] = [await codes('bjHandler'), await codes('policeHandler')]
    expect(ours).toEqual(expect.arrayContaining(['registration.made', 'penalty.published', 'hearing.scheduled']))
    for (const code of ['seizure.made', 'custody.detained', 'penalty.decided', 'transfer.sent', 'clue.received'])
      expect(ours).not.toContain(code)
    expect(theirs).toContain('custody.detained')
    expect(theirs).not.toContain('penalty.published')
  })

  test('[HU729] a step is taken with its papers and from the page that is not stale, and else nothing is', async () => {
    const caseId = await world.aCase({ openedOn: '2026-03-01' })
    const before = await world.rows()
    const bare = () => step(takeStep, caseId, 'conclude', 0)
    expect(await world.refusal(bare)).toMatchObject({ code: 'law.papers-missing' })
    const whole = papers('two_officers', 'investigation_report')
    const notOpen = () => step(takeStep, caseId, 'serve', 0, { papers: papers('service_receipt') })
    expect(await world.refusal(notOpen)).toMatchObject({ code: 'case.step-not-open' })
    const byLeader = () => step(takeStep, caseId, 'conclude', 0, { papers: whole, by: 'bjLeader' })
    expect(await world.refusal(byLeader)).toMatchObject({ kind: 'forbidden' })
    const toCome = new Date(world.clock.now().getTime() + 1).toISOString()
    expect(
      await world.refusal(() => step(takeStep, caseId, 'conclude', 0, { papers: whole, happenedAt: toCome })),
    ).toMatchObject({ code: 'case.step-to-come' })
    expect(await world.rows()).toEqual(before)
    await step(takeStep, caseId, 'conclude', 0, { papers: whole })
    expect(await world.refusal(() => step(takeStep, caseId, 'conclude', 0, { papers: whole }))).toMatchObject({
      code: 'record.stale',
    })
    const earlier = new Date(world.clock.now().getTime() - day).toISOString()
    expect(
      await world.refusal(() => step(decideStep, caseId, 'review', 1, { fen: 100, happenedAt: earlier })),
    ).toMatchObject({ code: 'case.step-too-early' })
  })

  test('[HU730] from fifty thousand yuan it is deliberated collectively, and an amount that nobody states counts as that', async () => {
    const concluded = async () => {
      const caseId = await world.aCase({ openedOn: '2026-03-01' })
      await step(takeStep, caseId, 'conclude', 0, { papers: papers('two_officers', 'investigation_report') })
      return caseId
    }
    const [small, large] = [await concluded(), await concluded()]
    expect(await step(decideStep, small, 'review', 1, { fen: 4_999_999 })).toMatchObject({ standing: 'reviewed' })
    const deliberated = { fen: 5_000_000, papers: papers('collective_deliberation') }
    for (const more of [
      { fen: 5_000_000 },
      {},
      { fen: 100, flags: ['is_grave' as const] },
      { ...deliberated, flags: ['needs_legal_review' as const] },
    ])
      expect(await world.refusal(() => step(decideStep, large, 'review', 1, more))).toMatchObject({
        code: 'law.papers-missing',
      })
    expect(await step(decideStep, large, 'review', 1, deliberated)).toMatchObject({ standing: 'reviewed' })
  })

  test('[HU731] a decided penalty ends the time to decide and starts the time to publish', async () => {
    const caseId = await aDefendedCase()
    await step(decideStep, caseId, 'decide', 4, { papers: papers('penalty_decision') })
    const { items } = await world.ask('bjHandler', listClocksOf, { id: caseId })
    expect(items.map(({ rule, state }) => [rule, state])).toEqual(
      expect.arrayContaining([
        ['AD-04', 'met'],
        ['AD-11', 'running'],
      ]),
    )
  })

  test('[HU732] no penalty is decided while the police have the case, and it may be once they refuse', async () => {
    const caseId = await aDefendedCase()
    const { handoffId } = await world.aHandoff('dispatched', caseId)
    const decide = () => step(decideStep, caseId, 'decide', 4, { papers: papers('penalty_decision') })
    const [, administrative] = await tracksOf(caseId, 'bjLeader')
    expect(administrative!.moves).toMatchObject([
      { move: 'decide', barred: { zh: expect.stringContaining('不得以行政处罚代替移送') } },
    ])
    expect(await world.refusal(decide)).toMatchObject({ code: 'law.move-barred' })
    for (const move of ['sign', 'accept', 'refuse']) await world.move(move, handoffId)
    expect((await tracksOf(caseId))[0]).toMatchObject({ standing: 'not_filed', handoffs: [{ id: handoffId }] })
    expect(await decide()).toMatchObject({ standing: 'decided' })
  })

  test('[HU733] where the approval is on record it goes before the dispatch, and both have their time', async () => {
    const caseId = await world.aCase({ openedOn: '2026-03-01' })
    const transfer = (deed: typeof takeStep, move: string, version: number, ...ids: string[]) =>
      step(deed, caseId, move, version, { track: 'transfer', papers: papers(...ids) })
    await transfer(takeStep, 'assign_team', 0, 'team_order')
    await transfer(takeStep, 'submit_report', 1, 'transfer_report')
    const { handoffId } = await world.aHandoff('prepared', caseId)
    expect(await world.refusal(() => world.move('dispatch', handoffId))).toMatchObject({ code: 'handoff.not-approved' })
    await transfer(decideStep, 'approve', 2, 'head_decision')
    expect(await openTo(caseId, 'bjHandler', 'transfer')).toEqual([])
    await world.move('dispatch', handoffId)
    const { items } = await world.ask('bjHandler', listClocksOf, { id: caseId })
    for (const rule of ['TR-01', 'TR-02'])
      expect(items.filter((clock) => clock.rule === rule)).toMatchObject([{ state: 'met', liable: { slug: 'bj' } }])
  })

  test('[HU734] the database keeps what was taken as it was, and lets only who leads the case take a step', async () => {
    const caseId = await aDefendedCase()
    const { officer } = world.people.bjHandler
    const now = world.clock.now()
    const asLeader = (statement: string) =>
      world.hub.db.transaction({ agencyId: officer.agencyId, officerId: officer.id }, now, (tx) =>
        tx.execute(statement),
      )
    for (const statement of ['update case_steps set note = note', 'delete from case_steps'])
      await expect(asLeader(statement)).rejects.toThrow()
    await world.owner.query('update cases set lead_agency_id = $2 where id = $1', [caseId, world.agencies.police])
    await expect(
      asLeader(`insert into case_steps values (gen_random_uuid(), '${caseId}', 'administrative', 5, 'decide', 'decided',
        '[]', null, '{}', '', now(), '${officer.id}', '${officer.agencyId}', now())`),
    ).rejects.toThrow()
  })
})

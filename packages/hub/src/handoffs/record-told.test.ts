import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AgencyName, OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { findCluePage } from '../cases/index.ts'
import { listClocksOf } from '../clock-board/index.ts'
import { declineClue } from '../clues/index.ts'
import { transferPapers } from './a-handoff.ts'
import { findHandoffPage, handBack, handOnClue, handoffFunnel, listHandoffs, prepareHandoff } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const hour = 3600_000
let serial = 0
const terms = (to: AgencyName, kind = 'case_transfer') => ({
  kind,
  toAgencyId: world.agencies[to],
  number: `函〔2026〕${++serial}号`,
  legalBasis: '依据',
  purpose: '目的',
  note: '',
})
/** The clocks of one rule, of the record itself and of what was handed over from it, by where they stand. */
const clocksBy = async (rule: string, id: string, by: OfficerName = 'bjHandler') =>
  (await world.ask(by, listClocksOf, { id, limit: 100 })).items
    .filter((clock) => clock.rule === rule)
    .map(({ state, liable, matter }) => [matter.kind, state, liable?.slug ?? null])
    .toSorted()

describe('the time to decide a penalty', () => {
  test('[HU720] stands still while the police have the case, and goes on once they refuse to file', async () => {
    const caseId = await world.aCase({ openedOn: '2026-03-01' })
    const { handoffId } = await world.aHandoff('signed_for', caseId)
    expect(await clocksBy('AD-04', caseId)).toEqual([['Case', 'running', 'bj']])
    await world.move('accept', handoffId)
    expect(await clocksBy('AD-04', caseId)).toEqual([['Case', 'paused', 'bj']])
    await world.move('refuse', handoffId)
    expect(await clocksBy('AD-04', caseId)).toEqual([['Case', 'running', 'bj']])
    await world.move('ask_reconsideration', handoffId)
    await world.move('file_on_reconsideration', handoffId)
    expect(await clocksBy('AD-04', caseId)).toEqual([['Case', 'paused', 'bj']])
  })

  test('[HU721] starts anew with a case that comes back, and the transfer by which it went has ended', async () => {
    const caseId = await world.aCase({ openedOn: '2026-03-01' })
    const { handoffId } = await world.aHandoff('accepted', caseId)
    await world.move('file', handoffId)
    const back = { caseId, ...terms('bj', 'case_return'), papers: [{ material: 'case_materials', title: '案卷' }] }
    const returned = await world.submit('policeHandler', handBack, back)
    await world.move('dispatch', returned.handoffId, { by: 'policeLeader' })
    await world.move('sign', returned.handoffId, { by: 'bjDuty' })
    expect(await world.handoffRow(handoffId)).toMatchObject({ standing: 'filed' })
    await world.move('accept', returned.handoffId, { by: 'bjHandler' })
    expect(await world.handoffRow(handoffId)).toMatchObject({
      state: 'returned',
      standing: 'returned_for_administration',
    })
    expect(await clocksBy('AD-04', caseId)).toEqual([
      ['Case', 'met', 'bj'],
      ['Case', 'running', 'bj'],
    ])
    expect(await clocksBy('TR-10', caseId)).toEqual([['Handoff', 'met', 'bj']])
    expect(await clocksBy('AD-01', caseId)).toEqual([['Handoff', 'running', 'bj']])
    const { receipts } = await world.ask('policeHandler', findHandoffPage, { handoffId })
    expect(receipts.at(-1)).toMatchObject({ rung: 'concluded', note: back.number, officer: { agency: { slug: 'bj' } } })
    // The case is the agency's again, and may be handed over again.
    const again = { caseId, ...terms('police'), papers: transferPapers }
    expect(await world.submit('bjHandler', prepareHandoff, again)).toMatchObject({ handoffId: expect.any(String) })
  })
})

describe('what was late', () => {
  test('[HU722] a wrong addressee that passes a package on after its day has done so too late, and before it in time', async () => {
    for (const [hours, state, late] of [
      [24, 'met', []],
      [24.5, 'late', [{ rule: 'TR-03' }]],
    ] as const) {
      const { caseId, handoffId } = await world.aHandoff('signed_for')
      world.clock.advance(hours * hour)
      await world.move('forward', handoffId)
      expect(await clocksBy('TR-03', caseId)).toEqual([['Handoff', state, 'police']])
      const { receipts } = await world.ask('bjHandler', findHandoffPage, { handoffId })
      expect(receipts.at(-1)!.late).toMatchObject(late)
    }
  })

  test('[HU722] asking for a supplement more than a day after accepting is too late', async () => {
    const { caseId, handoffId } = await world.aHandoff('accepted')
    world.clock.advance(25 * hour)
    await world.move('ask_supplement', handoffId)
    expect(await clocksBy('TR-04', caseId)).toEqual([['Handoff', 'late', 'police']])
  })

  test('[HU723] refusing to file takes its reasons in words, and nothing moves without them', async () => {
    const { handoffId } = await world.aHandoff('accepted')
    const before = await world.rows()
    expect(await world.refusal(() => world.move('refuse', handoffId, { note: ' ' }))).toMatchObject({
      kind: 'invalid',
      code: 'handoff.note-lacking',
    })
    expect(await world.rows()).toEqual(before)
    expect(await world.move('refuse', handoffId, { note: '没有犯罪事实' })).toMatchObject({ standing: 'not_filed' })
  })
})

describe('a clue', () => {
  const stateOf = async (clueId: string) => (await world.ask('bjHandler', findCluePage, { clueId })).state

  test('[HU724] has its time to decide on filing from the day of the report, which ends with a case or without one', async () => {
    const [filed, declined] = [
      await world.aClue({ reportedOn: '2026-03-02' }, 'bjIntake'),
      await world.aClue({ reportedOn: '2026-03-02' }, 'bjIntake'),
    ]
    expect(await clocksBy('AD-01', filed)).toMatchObject([['Clue', expect.any(String), 'bj']])
    await world.aCase({ clueIds: [filed] })
    const decline = (by: OfficerName) =>
      world.submit(by, declineClue, { clueId: declined, expectedVersion: 1, number: '1号', reason: '没有违法事实' })
    expect(await world.refusal(() => decline('bjHandler'))).toMatchObject({ kind: 'forbidden' })
    await decline('bjLeader')
    expect([await stateOf(filed), await stateOf(declined)]).toEqual(['in_case', 'not_filed'])
    for (const id of [filed, declined])
      expect((await world.ask('bjHandler', listClocksOf, { id })).items[0]!.closedAt).not.toBeNull()
    const again = () =>
      world.submit('bjLeader', declineClue, { clueId: declined, expectedVersion: 2, number: '1号', reason: '再次' })
    expect(await world.refusal(again)).toMatchObject({ code: 'clue.decided' })
    expect(await clocksBy('AD-01', await world.aClue({}, 'policeHandler'), 'policeHandler')).toEqual([])
  })

  test('[HU725] is marked as handed on once its receiver accepts, and no sooner', async () => {
    const clueId = await world.aClue({ reportedOn: '2026-03' }, 'bjIntake')
    const { handoffId } = await world.submit('bjHandler', handOnClue, { clueId, ...terms('police', 'clue_transfer') })
    for (const move of ['dispatch', 'sign']) await world.move(move, handoffId)
    expect(await stateOf(clueId)).toBe('recorded')
    await world.move('accept', handoffId)
    expect(await stateOf(clueId)).toBe('handed_on')
    expect(await clocksBy('AD-01', clueId)).toContainEqual(['Clue', 'met', 'bj'])
    // What was opened as a case in between stays one.
    const taken = await world.aClue({ reportedOn: '2026-03' }, 'bjIntake')
    const second = await world.submit('bjHandler', handOnClue, { clueId: taken, ...terms('police', 'clue_transfer') })
    for (const move of ['dispatch', 'sign']) await world.move(move, second.handoffId)
    await world.aCase({ clueIds: [taken] })
    await world.move('accept', second.handoffId)
    expect(await stateOf(taken)).toBe('in_case')
  })
})

describe('what was handed over', () => {
  test('[HU726] stands in the boxes with what runs out next, and in its case with its rungs', async () => {
    const { caseId, handoffId } = await world.aHandoff('signed_for')
    const inBox = (await world.ask('policeHandler', listHandoffs, { box: 'in' })).items.find(
      ({ id }) => id === handoffId,
    )
    expect(inBox).toMatchObject({ clock: { rule: 'TR-06', state: 'running', basis: [{}, {}] }, rungs: [] })
    const inCase = await world.ask('bjHandler', listHandoffs, { box: 'case', caseId })
    expect(inCase.items[0]!.rungs.map(({ by }) => by)).toEqual(['sender', 'receiver'])
  })

  test('[HU727] is counted pair by pair, as far as the officer may read it, with the reasons of what came back', async () => {
    const pairs = async (by: OfficerName) =>
      (await world.ask(by, handoffFunnel, { from: world.clock.now().toISOString() })).pairs
    world.clock.advance(hour)
    expect(await pairs('bjLeader')).toEqual([])
    await world.aHandoff('prepared')
    await world.aHandoff('cancelled')
    await world.aHandoff('dispatched')
    await world.aHandoff('returned')
    const { handoffId } = await world.aHandoff('accepted')
    const now = world.clock.now().toISOString()
    const counted = (await world.ask('bjLeader', handoffFunnel, { from: now })).pairs
    expect(counted).toMatchObject([
      { from: { slug: 'bj' }, to: { slug: 'police' }, sent: 3, signed: 2, accepted: 1, returned: 1, overdue: 0 },
    ])
    expect(counted[0]!.reasons).toMatchObject([{ code: 'not_ours', count: 1 }])
    world.clock.advance(96 * hour)
    await world.move('file', handoffId)
    const later = (await world.ask('policeLeader', handoffFunnel, { from: now })).pairs
    expect(later).toMatchObject([{ sent: 3, overdue: 2 }])
    expect((await world.ask('guilinLeader', handoffFunnel, {})).pairs).toEqual([])
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { findCasePage, findCluePage, listCases } from '../cases/index.ts'
import { listClues } from '../clues/index.ts'
import { dossierOutline } from '../dossiers/index.ts'
import { searchAll } from '../search/index.ts'
import { trailOfCase } from '../trail/index.ts'
import { whoCanSee, widenAccess } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const idOf = (name: OfficerName) => world.people[name].officer.id
const kept = (...names: OfficerName[]) => ({ restrictedTo: names.map(idOf) })
const ofCase = (id: string) => ({ kind: 'Case' as const, id })
const unseen = { code: 'record.unseen' }

describe('a case kept to named officers', () => {
  test('[HU219] is from the first instant not there for their colleagues, in lists, pages, search, counts and trail', async () => {
    const before = await world.ask('bjColleague', listCases, {})
    const caseId = await world.aCase({ name: '限定知悉的案件', ...kept('bjLeader') })
    await world.aSection(caseId)
    for (const name of ['bjHandler', 'bjLeader'] as const) {
      expect(await world.ask(name, findCasePage, { caseId })).toMatchObject({
        isRestricted: true,
        can: { widen: true },
      })
      expect((await world.ask(name, searchAll, { q: '限定知悉' })).cases).toHaveLength(1)
      expect((await world.ask(name, dossierOutline, { caseId })).sections).toMatchObject([{ kind: 'open' }])
    }
    expect(await world.ask('bjColleague', listCases, {})).toMatchObject({ total: before.total })
    for (const name of ['bjColleague', 'bjAuditor', 'bjIntake'] as const) {
      expect(await world.refusal(() => world.ask(name, findCasePage, { caseId }))).toMatchObject(unseen)
      expect(await world.refusal(() => world.ask(name, dossierOutline, { caseId }))).toMatchObject(unseen)
      expect(await world.refusal(() => world.ask(name, trailOfCase, { caseId }))).toMatchObject(unseen)
      expect((await world.ask(name, searchAll, { q: '限定知悉' })).cases).toEqual([])
    }
  })

  test('[HU219] is behind the wall too, with every entry of the log about it', async () => {
    const caseId = await world.aCase(kept('bjLeader'))
    await world.ask('bjLeader', findCasePage, { caseId })
    const behind = async (name: OfficerName, statement: string) => {
      const { agencyId, id: officerId } = world.people[name].officer
      const { rows } = await world.hub.db.transaction({ agencyId, officerId }, world.clock.now(), (tx) =>
        tx.execute(statement),
      )
      return rows.length
    }
    const tables = [
      `select id from cases where id = '${caseId}'`,
      `select officer_id from record_readers where record_id = '${caseId}'`,
      `select id from audit_entries where case_id = '${caseId}'`,
    ]
    for (const statement of tables) {
      expect(await behind('bjColleague', statement), statement).toBe(0)
      expect(await behind('bjLeader', statement), statement).toBeGreaterThan(0)
    }
    const intrude = `insert into record_readers values ('Case', '${caseId}', now(), '${idOf('bjColleague')}', '${world.agencies.bj}', '${idOf('bjColleague')}', now())`
    await expect(behind('bjColleague', intrude)).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  test('[HU220] names officers of the own agency, among them a leader', async () => {
    const attempt =
      (...names: OfficerName[]) =>
      () =>
        world.aCase(kept(...names))
    expect(await world.refusal(attempt('bjColleague'))).toMatchObject({ code: 'reader.answer-needed' })
    expect(await world.refusal(attempt('bjLeader', 'policeLeader'))).toMatchObject({ code: 'reader.not-of-agency' })
  })

  test('[HU221] is widened to more officers, or to the whole agency, by one who may know, and it is logged', async () => {
    const caseId = await world.aCase(kept('bjLeader'))
    const widen = (by: OfficerName, toAll: boolean, ...names: OfficerName[]) =>
      world.submit(by, widenAccess, { record: ofCase(caseId), officerIds: names.map(idOf), toAll })
    expect(await world.refusal(() => widen('bjColleague', true))).toMatchObject(unseen)
    expect(await world.refusal(() => widen('bjHandler', false, 'policeHandler'))).toMatchObject({
      code: 'reader.not-of-agency',
    })
    await widen('bjHandler', false, 'bjAuditor')
    expect(await world.ask('bjAuditor', findCasePage, { caseId })).toMatchObject({ isRestricted: true })
    expect(await world.refusal(() => world.ask('bjColleague', findCasePage, { caseId }))).toMatchObject(unseen)
    await widen('bjLeader', true)
    expect(await world.ask('bjColleague', findCasePage, { caseId })).toMatchObject({ isRestricted: false })
    expect(await world.refusal(() => widen('bjLeader', true))).toMatchObject({ code: 'policy.denied' })
    const acts = (await world.entries()).filter((entry) => entry.act === 'access.widen' && entry.outcome === 'done')
    expect(acts).toMatchObject([{ facts: { knowing: 'named' } }, { facts: { knowing: 'all' }, rule: 'CASE-WIDEN' }])
  })

  test('[HU221] who can see names its officers instead of the agency', async () => {
    const caseId = await world.aCase(kept('bjLeader'))
    await world.aGrant(ofCase(caseId), 'police')
    const { items } = await world.ask('bjHandler', whoCanSee, { record: ofCase(caseId) })
    expect(items.map(({ agency, officer }) => [agency.slug, officer?.postEn])).toEqual([
      ['bj', 'bjHandler'],
      ['bj', 'bjLeader'],
      ['police', undefined],
    ])
  })
})

describe('a clue kept to named officers', () => {
  test('[HU222] is not there for colleagues, also not through a case it became part of', async () => {
    const clueId = await world.aClue(kept('bjLeader'), 'bjHandler')
    expect(await world.refusal(() => world.ask('bjColleague', findCluePage, { clueId }))).toMatchObject(unseen)
    const { items } = await world.ask('bjColleague', listClues, {})
    expect(items.map(({ id }) => id)).not.toContain(clueId)
    const caseId = await world.aCase({ clueIds: [clueId], ...kept('bjLeader') })
    expect(await world.ask('bjLeader', findCasePage, { caseId })).toMatchObject({ clues: [{ id: clueId }] })
  })

  test('[HU222] leads to a case that is known to the same officers or fewer', async () => {
    const clueId = await world.aClue(kept('bjLeader'), 'bjHandler')
    const open = (fields: object) => () => world.aCase({ clueIds: [clueId], ...fields })
    expect(await world.refusal(open({}))).toMatchObject({ code: 'case.known-beyond-clue' })
    expect(await world.refusal(open(kept('bjLeader', 'bjColleague')))).toMatchObject({ code: 'case.known-beyond-clue' })
  })
})

import type { Tx } from '@lianban/db'
import { documentFromText, joinedUpdates } from '@lianban/dossier'
import { newId, SectionId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { findCluePage } from '../cases/index.ts'
import { underDuty } from '../duty.ts'
import { exportClue } from '../exports/index.ts'
import type { Call } from '../hub.ts'
import { derivationReport } from './index.ts'
import { quotes } from './quotations.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

/** How many rooms were read at each time. */
const asked: number[] = []

/** The hub with its rooms read where they are kept, behind the wall. */
const as = (name: OfficerName): Call => {
  const call = world.as(name)
  const read = async (tx: Tx, ids: readonly SectionId[]) => {
    asked.push(ids.length)
    const { rows } = await tx.execute<{ room_id: SectionId; state: Buffer }>(
      sql`select room_id, state from read_rooms(${sql.param([...ids])}::uuid[])`,
    )
    const held = Map.groupBy(rows, (row) => row.room_id)
    return new Map(ids.map((id) => [id, joinedUpdates((held.get(id) ?? []).map(({ state }) => state))]))
  }
  return { ...call, hub: { ...call.hub, sections: { read } } }
}
const report = (clueId: string, name: OfficerName = 'shunyiHandler') =>
  derivationReport(as(name), { record: { kind: 'Clue', id: clueId } })

/** Writes durably in a section's room, as the rooms do. */
async function write(sectionId: string, line: string, by: OfficerName = 'bjHandler') {
  const { officer, sessionId } = world.people[by]
  await world.owner.query(
    'insert into room_updates (room_id, officer_id, agency_id, session_id, update, saved_at) values ($1, $2, $3, $4, $5, $6)',
    [sectionId, officer.id, officer.agencyId, sessionId, Buffer.from(documentFromText([line])), world.clock.now()],
  )
}

/** Shunyi's clue, which Beijing took up in a case that Shunyi does not see. */
async function aClueTakenUp(changed = {}) {
  const clueId = await world.aClue()
  const terms = { level: 'co_handle' as const, allowsOnward: true, ...changed }
  await world.aGrant({ kind: 'Clue', id: clueId }, 'bj', terms, 'shunyiHandler')
  const caseId = await world.aCase({ clueIds: [clueId], name: '顺义不知情的案件' })
  const { number } = await world.ask('shunyiHandler', findCluePage, { clueId })
  return { clueId, caseId, number }
}

describe('what the owner learns', () => {
  test('[HU423] many sections are read in one go, and each that quotes is named', async () => {
    const { clueId, caseId, number } = await aClueTakenUp()
    for (let each = 0; each < 6; each++)
      await write(await world.aSection(caseId), each % 2 ? `见${number}` : '无关内容')
    asked.splice(0)
    const { sections, searchedSections } = await report(clueId)
    expect([searchedSections, sections.length]).toEqual([6, 3])
    expect(asked).toEqual([6])
  })

  test('[HU260] the case, the package, the section and the export, each with its agency', async () => {
    const { clueId, caseId, number } = await aClueTakenUp()
    await world.aGrant({ kind: 'Case', id: caseId }, 'police')
    const sectionId = await world.aSection(caseId, { title: '案件来源' })
    await write(sectionId, `本案线索来自${number}。`)
    await write(await world.aSection(caseId), '此章节没有提到线索。')
    await world.submit('bjHandler', exportClue, { clueId, expectedVersion: 2, purpose: '附卷' })
    await world.aHandoff('dispatched', caseId)
    const found = await report(clueId)
    expect(found).toMatchObject({
      cases: [{ ownerAgency: { slug: 'bj' }, readers: 1, passesOn: true }],
      sections: [{ caseAgency: { slug: 'bj' }, sectionAgency: { slug: 'bj' } }],
      handoffs: [{ from: { slug: 'bj' }, to: { slug: 'police' }, asRecord: true, state: 'dispatched' }],
      exports: [{ agency: { slug: 'bj' }, officer: { postEn: 'bjHandler' }, purpose: '附卷' }],
    })
  })

  test('[HU261] of what it may not read it learns neither name nor number nor id', async () => {
    const { clueId, caseId, number } = await aClueTakenUp()
    const sectionId = await world.aSection(caseId, { title: '机密章节' })
    await write(sectionId, number)
    const { handoffId } = await world.aHandoff('dispatched', caseId)
    const found = await report(clueId)
    expect(found).toMatchObject({
      cases: [{ case: null }],
      sections: [{ case: null, title: null }],
      handoffs: [{ handoff: null }],
    })
    expect(JSON.stringify(found)).not.toMatch(
      new RegExp(`不知情|机密章节|移送〔|案〔|${caseId}|${sectionId}|${handoffId}`),
    )
  })

  test('[HU261] what it may read has its name', async () => {
    const { clueId, caseId, number } = await aClueTakenUp()
    await world.aGrant({ kind: 'Case', id: caseId }, 'shunyi')
    await write(await world.aSection(caseId, { title: '公开章节' }), number)
    const memberAgencyIds = [world.agencies.bj]
    await write(await world.aSection(caseId, { title: '机密章节', audience: 'members', memberAgencyIds }), number)
    const found = await report(clueId)
    expect(found.cases).toMatchObject([{ case: { id: caseId, name: '顺义不知情的案件' } }])
    expect(found.sections.map(({ title }) => title)).toEqual(['公开章节', null])
  })

  test('[HU260] a quotation in another case of an agency that was given the clue is found', async () => {
    const { clueId, number } = await aClueTakenUp()
    const elsewhere = await world.aCase({ name: '另一案件' })
    await write(await world.aSection(elsewhere), `参见${number}`)
    expect((await report(clueId)).sections).toMatchObject([{ caseAgency: { slug: 'bj' } }])
  })

  test.each<[OfficerName, string]>([
    ['shunyiIntake', 'policy.denied'],
    ['bjHandler', 'policy.denied'],
    ['hebeiHandler', 'record.unseen'],
  ])('[HU260] %s is told nothing of it', async (name, code) => {
    const { clueId } = await aClueTakenUp()
    expect(await world.refusal(() => report(clueId, name))).toMatchObject({ code })
  })

  test('[HU260] the owner of a case learns in which packages it went', async () => {
    const { handoffId, caseId } = await world.aHandoff('dispatched')
    const found = await derivationReport(as('bjLeader'), { record: { kind: 'Case', id: caseId } })
    expect(found).toMatchObject({ cases: [], exports: [], handoffs: [{ handoff: { id: handoffId }, asRecord: true }] })
  })
})

test.each([
  ['见顺义烟草线索〔2026〕1号。', true],
  ['见顺义烟草线索[2026]1号。', true],
  ['见顺义烟草 线索（2026） 1 号', true],
  ['见顺义烟草线索【２０２６】１号', true],
  ['见顺义烟草线索〔2026〕11号。', false],
  ['见北京烟草线索〔2026〕1号。', false],
])('[HU262] “%s” names the number: %s', (text, isNamed) => {
  expect(quotes(text, '顺义烟草线索〔2026〕1号')).toBe(isNamed)
})

describe('the wall', () => {
  const ask = (name: OfficerName, statement: ReturnType<typeof sql>, duty?: 'derivation') => {
    const { officer } = world.people[name]
    const context = { agencyId: officer.agencyId, officerId: officer.id }
    return world.hub.db.transaction(context, world.clock.now(), async (tx) => {
      const run = async () => (await tx.execute(statement)).rows
      return duty ? underDuty(tx, duty, run) : run()
    })
  }

  test('[HU263] the database tells nobody but the owner where a record went', async () => {
    const { clueId, caseId, number } = await aClueTakenUp()
    await write(await world.aSection(caseId), number)
    await world.aHandoff('dispatched', caseId)
    const questions = [
      sql`select * from derived_cases(${clueId})`,
      sql`select * from derived_handoffs('Clue', ${clueId})`,
      sql`select * from sections_that_may_quote('Clue', ${clueId})`,
    ]
    for (const question of questions) {
      expect(await ask('shunyiHandler', question)).not.toEqual([])
      for (const name of ['bjHandler', 'hebeiHandler'] as const) expect(await ask(name, question)).toEqual([])
    }
  })

  test('[HU263] the duty opens the rooms of those who were given something, and no other', async () => {
    const { caseId } = await aClueTakenUp()
    const told = SectionId.parse(await world.aSection(caseId))
    await write(told, '内容')
    const strangers = await world.aCase({ number: newId() }, 'guilinHandler')
    const other = SectionId.parse(await world.aSection(strangers, {}, 'guilinHandler'))
    await write(other, '内容', 'guilinHandler')
    const room = (id: string) => sql`select 1 from room_updates where room_id = ${id}`
    expect(await ask('shunyiHandler', room(told))).toEqual([])
    expect(await ask('shunyiHandler', room(told), 'derivation')).toHaveLength(1)
    expect(await ask('shunyiHandler', room(other), 'derivation')).toEqual([])
    expect(await ask('hebeiHandler', room(told), 'derivation')).toEqual([])
  })
})

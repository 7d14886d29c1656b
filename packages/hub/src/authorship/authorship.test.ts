import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { aWrittenSection, heading, paragraph } from '../chronicles/a-written-section.ts'
import { makeChronicles } from '../chronicles/index.ts'
import { exportAuthorship, sectionAuthorship } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

async function aSharedSection(members?: readonly ('bj' | 'police')[]) {
  const caseId = await world.aCase()
  await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle' })
  await world.aGrant({ kind: 'Case', id: caseId }, 'guilin', { level: 'view' })
  const memberAgencyIds = (members ?? []).map((name) => world.agencies[name])
  const audience = members ? ('members' as const) : ('case' as const)
  const sectionId = await world.aSection(caseId, { audience, memberAgencyIds })
  return { caseId, sectionId, section: aWrittenSection(world, sectionId) }
}

/** Each passage with the agency of who wrote it, in the order of the document. */
async function told(name: OfficerName, sectionId: string) {
  const { ranges } = await world.ask(name, exportAuthorship, { sectionId })
  return ranges.map(({ text, post, agency }) => [text, post, agency])
}

describe('who wrote this', () => {
  test('[HU500] each passage has the post and agency of its writer, by the log and not by the document', async () => {
    const { sectionId, section } = await aSharedSection()
    await section.write('bjHandler', paragraph('北京扣押卷烟。'))
    await section.write('policeHandler', paragraph('北京扣押卷烟三百条。'))
    expect(await told('guilinHandler', sectionId)).toEqual([
      ['北京扣押卷烟', '北京烟草·bjHandler', '北京烟草单位'],
      ['三百条', '北京环食药·policeHandler', '北京环食药单位'],
      ['。', '北京烟草·bjHandler', '北京烟草单位'],
    ])
  })

  test('[HU501] an open page is told by letters, with the people once and every letter of the text covered', async () => {
    const { sectionId, section } = await aSharedSection()
    await section.write('bjHandler', paragraph('扣押清单'))
    section.wait(20)
    await section.write('policeHandler', heading('扣押清单如下'))
    const { people, passages, seq } = await world.ask('policeLeader', sectionAuthorship, { sectionId })
    expect(seq).toBe(section.seqs.at(-1))
    expect(people.map(({ agency }) => agency.slug).toSorted()).toEqual(['bj', 'police'])
    expect(passages.reduce((sum, { length }) => sum + length, 0)).toBe('扣押清单如下'.length)
    const bySlug = Map.groupBy(passages, ({ person }) => people[person]!.agency.slug)
    expect(bySlug.get('bj')!.reduce((sum, { length }) => sum + length, 0)).toBe(4)
    expect(bySlug.get('bj')![0]!.moved).toMatchObject({ at: expect.any(Number) })
  })

  test('[HU501] what was written since is told when asked again', async () => {
    const { sectionId, section } = await aSharedSection()
    await section.write('bjHandler', paragraph('甲'))
    await told('bjHandler', sectionId)
    await section.write('policeHandler', paragraph('甲'), paragraph('乙'))
    expect((await told('bjHandler', sectionId)).map(([text]) => text)).toEqual(['甲', '乙'])
  })

  test('[HU502] whoever may not read a section learns nothing of its writers, though others asked before', async () => {
    const { sectionId, section } = await aSharedSection(['bj', 'police'])
    await section.write('bjHandler', paragraph('侦查部署'))
    await told('policeHandler', sectionId)
    for (const name of ['guilinHandler', 'hebeiHandler', 'bjAuditor', 'operatorAdmin'] as const)
      for (const attempt of [
        () => world.ask(name, sectionAuthorship, { sectionId }),
        () => world.ask(name, exportAuthorship, { sectionId }),
      ])
        expect(await world.refusal(attempt)).toMatchObject({ kind: 'not-found' })
  })

  test('[HU503] the export has the canonical document, its digest and every range, and the log says who took it', async () => {
    const { sectionId, section } = await aSharedSection()
    await section.write('bjHandler', heading('概况'), paragraph('扣押卷烟。'))
    const taken = await world.ask('policeHandler', exportAuthorship, { sectionId })
    expect(taken.document).toEqual(section.canonicalNow())
    expect(taken.digest).toMatch(/^[0-9a-f]{64}$/)
    expect(taken.ranges.map(({ from, to, text }) => [from, to, text])).toEqual([
      [1, 3, '概况'],
      [5, 10, '扣押卷烟。'],
    ])
    expect((await world.entries()).at(-1)).toMatchObject({
      act: 'section.exportAuthorship',
      agencyId: world.agencies.police,
      subject: { kind: 'Section', id: sectionId },
    })
  })
})

test('[HU504] whoever changed agencies is told with the agency that the words were written for', async () => {
  const { sectionId, section } = await aSharedSection()
  await section.write('policeHandler', paragraph('公安移送两人。'))
  const { id } = world.people.policeHandler.officer
  await world.owner.query('update officers set agency_id = $1 where id = $2', [world.agencies.hebei, id])
  try {
    expect((await told('bjHandler', sectionId)).map(([, , agency]) => agency)).toEqual(['北京环食药单位'])
  } finally {
    await world.owner.query('update officers set agency_id = $1 where id = $2', [world.agencies.police, id])
  }
})

test('[HU505] many who ask at once about one long section are answered alike, and the log is read in stretches', async () => {
  const { sectionId, section } = await aSharedSection()
  const { officer, sessionId } = world.people.bjHandler
  await section.write('bjHandler', paragraph('起'))
  // Updates that add nothing, as many as two stretches hold.
  await world.owner.query(
    `insert into room_updates (room_id, officer_id, agency_id, session_id, update, saved_at)
      select $1, $2, $3, $4, '\\x0000', now() from generate_series(1, 9000)`,
    [sectionId, officer.id, officer.agencyId, sessionId],
  )
  await section.write('policeHandler', paragraph('起讫'))
  const answers = await Promise.all(Array.from({ length: 8 }, () => told('bjLeader', sectionId)))
  for (const answer of answers) expect(answer.map(([text]) => text)).toEqual(['起', '讫'])
})

test('[HU586] a long log is replayed for a while at a time, and who asks is told how far it has come', async () => {
  const { sectionId, section } = await aSharedSection()
  for (const words of ['一', '一二', '一二三', '一二三四', '一二三四五'])
    await section.write('bjHandler', paragraph(words))
  const chronicles = makeChronicles({ updatesAtOnce: 2, patienceMs: -1 })
  const call = { ...world.as('guilinHandler'), hub: { ...world.hub, chronicles } }
  const told = []
  for (;;) {
    const { replaying, passages } = await sectionAuthorship(call, { sectionId })
    told.push(replaying?.done ?? passages.reduce((sum, { length }) => sum + length, 0))
    if (!replaying) break
    expect(replaying.total).toBe(section.seqs.length)
  }
  expect(told.slice(0, -1)).toEqual(told.slice(0, -1).map((_, i) => 2 * (i + 1)))
  expect(told.length).toBeGreaterThan(2)
  expect(told.at(-1)).toBe(5)
  const stranger = { ...world.as('hebeiHandler'), hub: { ...world.hub, chronicles } }
  expect(await world.refusal(() => sectionAuthorship(stranger, { sectionId }))).toMatchObject({ code: 'record.unseen' })
  await chronicles.close()
})

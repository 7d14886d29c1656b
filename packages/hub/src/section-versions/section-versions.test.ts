import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aWorld, type World } from '../a-world.ts'
import { aWrittenSection, heading, paragraph } from '../chronicles/a-written-section.ts'
import { compareVersions, nameVersion, pastSection, restoreVersion, sectionHistory } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

/** A section that Beijing began, the police went on with, and from which Beijing struck a word out. */
async function aStory(members?: readonly ('bj' | 'police')[]) {
  const caseId = await world.aCase()
  await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle' })
  await world.aGrant({ kind: 'Case', id: caseId }, 'guilin', { level: 'view' })
  const memberAgencyIds = (members ?? []).map((name) => world.agencies[name])
  const sectionId = await world.aSection(caseId, { audience: members ? 'members' : 'case', memberAgencyIds })
  const section = aWrittenSection(world, sectionId)
  await section.write('bjHandler', paragraph('举报人王某反映。'))
  section.wait(10)
  await section.write('policeHandler', paragraph('举报人王某反映。'), paragraph('已立案。'))
  section.wait(10)
  await section.write('bjLeader', paragraph('举报人反映。'), paragraph('已立案。'))
  const [first, second] = section.seqs as [number, number]
  return { caseId, sectionId, section, first, second, last: section.seqs.at(-1)! }
}
const textOf = ({ blocks }: { blocks: readonly { pieces: readonly { text: string }[] }[] }) =>
  blocks.map(({ pieces }) => pieces.map(({ text }) => text).join(''))

describe('history', () => {
  test('[HU506] a section tells who wrote when, step by step, to whoever takes part in writing it', async () => {
    const { sectionId, last } = await aStory()
    for (const name of ['bjHandler', 'policeLeader', 'bjAuditor'] as const) {
      const { people, sittings } = await world.ask(name, sectionHistory, { sectionId })
      expect(sittings.map((sitting) => sitting.people.map((place) => people[place]!.postEn))).toEqual([
        ['bjHandler'],
        ['policeHandler'],
        ['bjLeader'],
      ])
      expect(sittings.at(-1)).toMatchObject({ upTo: last, to: new Date('2026-03-02T08:20:00Z') })
    }
  })

  test('[HU506] whoever only reads a section does not learn what was struck out of it', async () => {
    const { sectionId, first } = await aStory()
    for (const attempt of [
      () => world.ask('guilinHandler', sectionHistory, { sectionId }),
      () => world.ask('guilinHandler', pastSection, { sectionId, when: { seq: first } }),
      () => world.ask('guilinHandler', compareVersions, { sectionId, from: 0 }),
      () => world.submit('guilinHandler', restoreVersion, { sectionId, seq: first }),
      () => world.submit('guilinHandler', nameVersion, { sectionId, seq: first, name: '初稿' }),
    ])
      expect(await world.refusal(attempt)).toMatchObject({ kind: 'forbidden' })
  })

  test('[HU507] the history of a section that is withheld is as absent as the section', async () => {
    const { sectionId, first } = await aStory(['bj', 'police'])
    for (const name of ['guilinHandler', 'hebeiHandler', 'bjAuditor'] as const)
      for (const attempt of [
        () => world.ask(name, sectionHistory, { sectionId }),
        () => world.ask(name, pastSection, { sectionId, when: { seq: first } }),
        () => world.ask(name, compareVersions, { sectionId, from: 0 }),
        () => world.submit(name, restoreVersion, { sectionId, seq: first }),
        () => world.submit(name, nameVersion, { sectionId, seq: first, name: '初稿' }),
      ])
        expect(await world.refusal(attempt)).toMatchObject({ kind: 'not-found' })
  })

  test('[HU508] any past moment is rebuilt, found by number or by time, with its writers', async () => {
    const { sectionId, first } = await aStory()
    const asked = [{ seq: first }, { at: '2026-03-02T08:09:59.999Z' }]
    for (const when of asked) {
      const past = await world.ask('policeHandler', pastSection, { sectionId, when })
      expect(textOf(past)).toEqual(['举报人王某反映。'])
      expect(past.people.map(({ agency }) => agency.slug)).toEqual(['bj'])
    }
    const before = await world.ask('policeHandler', pastSection, { sectionId, when: { at: '2026-01-01T00:00:00Z' } })
    expect([before.seq, textOf(before)]).toEqual([0, []])
  })

  test('[HU509] two versions are told apart with who added and who removed what', async () => {
    const { sectionId, first, last } = await aStory()
    const { blocks, people, counts } = await world.ask('bjHandler', compareVersions, { sectionId, from: first })
    const told = blocks.map(({ fate, pieces }) => [
      fate,
      ...pieces.map(({ text, fate: piece, person }) =>
        [piece, text, ...(person === undefined ? [] : [people[person]!.postEn])].join(' '),
      ),
    ])
    expect(told).toEqual([
      ['same', 'same 举报人', 'removed 王某 bjLeader', 'same 反映。'],
      ['added', 'added 已立案。 policeHandler'],
    ])
    expect(counts).toEqual({ added: 4, removed: 2, moved: 0, restyled: 0 })
    const none = await world.ask('bjHandler', compareVersions, { sectionId, from: last, to: last })
    expect(none.counts).toEqual({ added: 0, removed: 0, moved: 0, restyled: 0 })
  })
})

describe('named versions', () => {
  test('[HU510] a name stays with its moment, its digest and who gave it when', async () => {
    const { sectionId, section, second } = await aStory()
    const { digest } = await world.submit('policeHandler', nameVersion, { sectionId, seq: second, name: '会商稿' })
    await section.write('bjHandler', heading('概况'))
    const { versions } = await world.ask('bjHandler', sectionHistory, { sectionId })
    expect(versions).toMatchObject([
      { name: '会商稿', seq: second, digest, namedBy: { postEn: 'policeHandler' }, namedAt: world.clock.now() },
    ])
    expect((await world.entries()).findLast(({ act }) => act === 'section.nameVersion')).toMatchObject({
      subject: { kind: 'Section', id: sectionId },
      facts: { seq: second },
    })
  })

  test('[HU511] a name is given once: a second one like it, at one moment too, is refused', async () => {
    const { sectionId, first, second } = await aStory()
    const losers = await world.losers([
      world.submit('policeHandler', nameVersion, { sectionId, seq: first, name: '初稿' }),
      world.submit('bjHandler', nameVersion, { sectionId, seq: second, name: '初稿' }),
    ])
    expect(losers).toEqual(['section-version.name-taken'])
  })

  test('[HU511] what is named cannot be renamed or unnamed, not even by the owner of the table', async () => {
    const { sectionId, first } = await aStory()
    await world.submit('bjHandler', nameVersion, { sectionId, seq: first, name: '定稿' })
    for (const attempt of [
      "update section_versions set name = '改名'",
      'delete from section_versions',
      'truncate section_versions',
    ])
      await expect(world.owner.query(attempt)).rejects.toMatchObject({ code: '42501' })
  })

  test('[HU512] before its first word a section has no version to name or bring back', async () => {
    const { sectionId, first } = await aStory()
    for (const attempt of [
      () => world.submit('bjHandler', nameVersion, { sectionId, seq: first - 1, name: '空稿' }),
      () => world.submit('bjHandler', restoreVersion, { sectionId, seq: first - 1 }),
    ])
      expect(await world.refusal(attempt)).toMatchObject({ code: 'section-version.nothing-then' })
  })
})

test('[HU513] a version is taken out to be restored by whoever may write, and that is on record', async () => {
  const { sectionId, first } = await aStory()
  const { document } = await world.submit('policeHandler', restoreVersion, { sectionId, seq: first })
  expect(document).toEqual({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: '举报人王某反映。' }] }],
  })
  expect((await world.entries()).at(-1)).toMatchObject({
    act: 'section.restore',
    agencyId: world.agencies.police,
    facts: { seq: first },
  })
  await world.owner.query(
    "update cases set stage = 'closed' where id = (select case_id from dossier_sections where id = $1)",
    [sectionId],
  )
  expect(
    await world.refusal(() => world.submit('policeHandler', restoreVersion, { sectionId, seq: first })),
  ).toMatchObject({ kind: 'forbidden' })
  await expect(world.ask('policeHandler', sectionHistory, { sectionId })).resolves.toMatchObject({
    can: { name: false, restore: false },
  })
})

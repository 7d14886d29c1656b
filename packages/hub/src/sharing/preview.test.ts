import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AgencyName, OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { findCasePage, findCluePage } from '../cases/index.ts'
import { levels } from '../classification.ts'
import { dossierOutline } from '../dossiers/index.ts'
import { vocabulary } from '../vocabulary.ts'
import { giveGrant, previewGrant, recallGrant } from './index.ts'
import { findRecord, type RecordRef } from './record.ts'
import { officerOf } from './standing.ts'
import { actionWords } from './words.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const ofCase = (id: string) => ({ kind: 'Case' as const, id })
type Changed = Parameters<World['terms']>[2]
const preview = (record: { kind: 'Case' | 'Clue'; id: string }, to: AgencyName, changed: Changed = {}) =>
  world.ask('bjHandler', previewGrant, world.terms(record, to, changed))

/** A case with an open and a closed section and a clue of each handling code. */
async function aRichCase() {
  const clueIds = await Promise.all(
    (['unrestricted', 'no_onward', 'not_in_proceedings'] as const).map((handlingCode) =>
      world.aClue({ handlingCode }, 'bjIntake'),
    ),
  )
  const caseId = await world.aCase({ clueIds })
  await world.aSection(caseId, { title: '全案' })
  await world.aSection(caseId, { title: '内部', audience: 'members' })
  return caseId
}

/** What the rules let each role of the agency do with the record as it stands. */
async function allowedTo(agency: AgencyName, ref: { kind: 'Case' | 'Clue'; id: string }) {
  const { hub, people } = world
  const { id: officerId, agencyId } = people.bjHandler.officer
  const { row } = await hub.db.transaction({ agencyId, officerId }, world.clock.now(), (tx) =>
    findRecord(tx, ref as RecordRef),
  )
  const members = Object.values(people).filter(({ officer }) => officer.agencyId === world.agencies[agency])
  return members.flatMap(({ officer }) =>
    Object.keys(actionWords[ref.kind])
      .filter((action) => action !== 'write')
      .flatMap((action) => {
        const somebody = officerOf({ agency: officer.agency, officer: null }, officer.roles[0] as never)
        const decision = hub.policy.allows(somebody, action, ref.kind, row)
        return decision ? [`${officer.roles[0]} ${action} ${decision.rule}`] : []
      }),
  )
}

type Gains = Awaited<ReturnType<typeof preview>>['gains']
const said = (gains: Gains) =>
  gains.flatMap(({ role, actions }) =>
    actions.filter(({ action }) => action !== 'write').map(({ action, rule }) => `${role} ${action} ${rule}`),
  )

const guests: [AgencyName, OfficerName][] = [
  ['police', 'policeHandler'],
  ['guilin', 'guilinHandler'],
  ['procuratorate', 'procurator'],
]

describe.each(guests)('before sharing a case with %s', (agency, name) => {
  let caseId: string
  beforeAll(async () => {
    caseId = await aRichCase()
  })

  const given = agency === 'procuratorate' ? levels.slice(0, 2) : levels
  test.each([...given.map((level) => [level, []] as const), ['comment', ['clues']] as const])(
    '[HU73] at level %s without %j, the preview says what then becomes possible',
    async (level, withheldFields) => {
      const changed = { level, withheldFields: [...withheldFields] }
      const before = await world.rows()
      const { gains, sections, clues } = await preview(ofCase(caseId), agency, changed)
      expect(await world.rows()).toEqual(before)
      const grantId = await world.aGrant(ofCase(caseId), agency, changed)

      expect(said(gains).sort()).toEqual((await allowedTo(agency, ofCase(caseId))).sort())
      const outline = await world.ask(name, dossierOutline, { caseId })
      expect(sections.filter(({ visible }) => visible).map(({ id }) => id)).toEqual(
        outline.sections.flatMap((section) => (section.kind === 'open' ? [section.id] : [])),
      )
      const writable = outline.sections.some((section) => section.kind === 'open' && section.right === 'write')
      expect(gains.some(({ actions }) => actions.some(({ action }) => action === 'write'))).toBe(writable)
      const found = await world.ask(name, findCasePage, { caseId })
      expect(clues.filter(({ visible }) => visible).map(({ id }) => id)).toEqual(found.clues.map(({ id }) => id))
      await world.submit('bjHandler', recallGrant, { grantId, expectedVersion: 1, reason: '换级别' })
    },
  )
})

test.each(levels)('[HU73] before sharing a clue at level %s, the preview says what becomes possible', async (level) => {
  const clue = { kind: 'Clue' as const, id: await world.aClue({}, 'bjIntake') }
  const { gains } = await preview(clue, 'police', { level })
  await world.aGrant(clue, 'police', { level })
  expect(said(gains).sort()).toEqual((await allowedTo('police', clue)).sort())
})

test('[HU338] whatever the rules let somebody do with a record that lies on file is named when it is shared', async () => {
  const drafted = { Case: ['open'], Clue: ['record'] }
  const byName = ['hintOf', 'breakGlass']
  for (const kind of ['Case', 'Clue'] as const) {
    const { actions } = vocabulary.subjects[kind]!
    const known = actions.filter((action) => ![...drafted[kind], ...byName].includes(action))
    expect(
      Object.keys(actionWords[kind])
        .filter((action) => action !== 'write')
        .toSorted(),
    ).toEqual(known.toSorted())
  }
  const clue = { kind: 'Clue' as const, id: await world.aClue({}, 'bjIntake') }
  const { sentences } = await preview(clue, 'police', { level: 'comment' })
  expect(sentences[1]!.zh).toMatch(/研判线索.*提出修改建议/)
})

const readable = /^[^{}]*$/

test('[HU74] the preview says in whole sentences who will see what until when', async () => {
  const caseId = await aRichCase()
  const { sentences } = await preview(ofCase(caseId), 'police', { level: 'contribute', withheldFields: ['figures'] })
  expect(sentences.map(({ zh }) => zh)).toEqual([
    '北京环食药单位将以“参与编写”级别获得授权，目的：联合办案，到 2026-04-01 为止，不得再转递。',
    '该单位的承办员（1 人）可以：查看案件、登记数量与金额、登记办案经过、提出修改建议、导出卷宗、编写卷宗。',
    '该单位的负责人（1 人）可以：查看案件、提出修改建议、签署卷宗封存、导出卷宗、编写卷宗。',
    '看不到：数量与金额。',
    '可以阅读卷宗 1 节（全案），另有 1 节不开放，只显示占位。',
    '可以查看线索 2 条，另有 1 条不转给该单位。',
  ])
  for (const { zh, en } of sentences) {
    expect(zh).toMatch(readable)
    expect(en).toMatch(/^[A-Z][^{}]*\.$/)
    expect(zh + en).not.toMatch(/undefined|null| {2}|（）|\(\)/)
  }
})

test('[HU74] an agency in which nobody could use the grant is said to be such', async () => {
  const { sentences, gains } = await preview(ofCase(await world.aCase()), 'customs')
  expect(gains).toEqual([])
  expect(sentences[1]!.zh).toMatch('没有人员能够使用')
})

test('[HU75] a sensitive case, and onward sharing against a handling code, come with a warning', async () => {
  const plain = await preview(ofCase(await world.aCase()), 'police', { allowsOnward: true })
  expect(plain.warnings).toEqual([])
  const caseId = await world.aCase({ label: 'sensitive', handlingCode: 'no_open_action' })
  expect((await preview(ofCase(caseId), 'police', { allowsOnward: true })).warnings).toHaveLength(2)
})

test('[HU76] the preview names no section and no clue that its reader may not read', async () => {
  const clueId = await world.aClue({ title: '收回的线索' })
  const clue = { kind: 'Clue' as const, id: clueId }
  const grantId = await world.aGrant(clue, 'bj', { level: 'co_handle' }, 'shunyiHandler')
  const caseId = await world.aCase({ clueIds: [clueId] })
  await world.aGrant(ofCase(caseId), 'police', { level: 'co_handle' })
  await world.aSection(caseId, { title: '警方内部', audience: 'members' }, 'policeHandler')
  await world.submit('shunyiHandler', recallGrant, { grantId, expectedVersion: 1, reason: '收回' })
  expect(await world.refusal(() => world.ask('bjHandler', findCluePage, { clueId }))).toBeDefined()
  const answer = await preview(ofCase(caseId), 'guilin')
  expect(answer).toMatchObject({ sections: [], clues: [] })
  expect(JSON.stringify(answer)).not.toMatch(/收回的线索|警方内部/)
  expect(answer.sentences.at(-2)!.zh).toMatch('另有 1 节不开放')
})

test('[HU77] only who may share may preview, and is refused as sharing would be', async () => {
  const caseId = await world.aCase()
  await world.aGrant(ofCase(caseId), 'police', { level: 'co_handle' })
  for (const name of ['policeHandler', 'bjAuditor', 'hebeiHandler'] as const) {
    const terms = world.terms(ofCase(caseId), 'guilin')
    const previewed = await world.refusal(() => world.ask(name, previewGrant, terms))
    expect(previewed.code).toBe((await world.refusal(() => world.submit(name, giveGrant, terms))).code)
  }
})

test('[HU73] an agency named in a guest’s closed section is said to regain it', async () => {
  const caseId = await world.aCase()
  await world.aGrant(ofCase(caseId), 'police', { level: 'co_handle' })
  const grantId = await world.aGrant(ofCase(caseId), 'baoan')
  const closed = { audience: 'members' as const, memberAgencyIds: [world.agencies.baoan] }
  await world.aSection(caseId, { title: '专案内情', ...closed }, 'policeHandler')
  await world.submit('bjHandler', recallGrant, { grantId, expectedVersion: 1, reason: '核查' })
  const { sentences, sections } = await preview(ofCase(caseId), 'baoan')
  expect(sentences.map(({ zh }) => zh).join()).toContain('可以阅读卷宗 1 节。')
  expect(sections, 'its title is not the previewer’s to know').toEqual([])
})

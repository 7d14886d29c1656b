import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { explainIfRule, explainIfStage, explainRules } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const ofCase = (id: string) => ({ kind: 'Case' as const, id })
type Change = Awaited<ReturnType<typeof explainIfStage>>['gains'][number]
const told = (changes: readonly Change[]) => [
  ...new Set(
    changes.map(
      ({ agency, agencyKind, role, kind, action }) =>
        `${agency?.slug ?? `any ${agencyKind}`} ${role}: ${action} ${kind}`,
    ),
  ),
]

async function aSharedCase() {
  const clueId = await world.aClue({}, 'bjIntake')
  const caseId = await world.aCase({ clueIds: [clueId] })
  await world.aGrant(ofCase(caseId), 'police', { level: 'contribute' })
  await world.aSection(caseId)
  return caseId
}

describe('if the case moved to another stage', () => {
  const ifStage = (name: OfficerName, caseId: string, stage: 'investigating' | 'transferred' | 'closed') =>
    world.ask(name, explainIfStage, { caseId, stage } as Parameters<typeof explainIfStage>[1])

  test('[HU330] a case that were closed would be read and no longer worked on, nor would its dossier', async () => {
    const { from, gains, losses } = await ifStage('bjHandler', await aSharedCase(), 'closed')
    expect(from).toBe('investigating')
    expect(told(gains)).toEqual(['bj leader: reopen Case'])
    expect(told(losses)).toEqual(
      expect.arrayContaining([
        'bj handler: share Case',
        'bj handler: prepareHandoff Case',
        'police handler: recordFigure Case',
        'bj handler: write Section',
        'police handler: write Section',
      ]),
    )
    expect(losses.filter(({ action }) => action === 'read')).toEqual([])
    expect(losses.find(({ action }) => action === 'share')).toMatchObject({ rule: 'CASE-SHARE', officers: 2 })
  })

  test('[HU330] the stage that it has changes nothing, and nothing is moved by asking', async () => {
    const caseId = await aSharedCase()
    const before = await world.rows()
    expect(await ifStage('bjHandler', caseId, 'investigating')).toMatchObject({ gains: [], losses: [] })
    await ifStage('bjHandler', caseId, 'closed')
    expect((await world.rows()).cases).toEqual(before.cases)
  })

  test('[HU331] a section that the asker may not read counts, and has no title', async () => {
    const caseId = await aSharedCase()
    await world.aSection(caseId, { title: '内部会商', audience: 'members', memberAgencyIds: [] })
    const titles = async (name: OfficerName) =>
      (await ifStage(name, caseId, 'closed')).losses.filter(({ kind }) => kind === 'Section').map(({ title }) => title)
    expect(await titles('bjHandler')).toContain('内部会商')
    const seen = await titles('policeHandler')
    expect(seen).toContain(null)
    expect(seen).not.toContain('内部会商')
  })
})

describe('if a rule read otherwise', () => {
  const ifRule = (name: OfficerName, caseId: string, ruleId: string, text: string) =>
    world.ask(name, explainIfRule, { record: ofCase(caseId), ruleId, text } as Parameters<typeof explainIfRule>[1])
  const textOf = async (caseId: string, ruleId: string) =>
    (
      await world.ask('bjHandler', explainRules, { record: ofCase(caseId) } as Parameters<typeof explainRules>[1])
    ).items.find(({ id }) => id === ruleId)!.text

  test('[HU332] the rules that speak of a record are shown as they are written, and read back unchanged', async () => {
    const caseId = await aSharedCase()
    for (const ruleId of ['CASE-READ-GRANT', 'SECTION-READ-ALL-GRANT', 'CLUE-READ-GRANT-DUTY']) {
      const text = await textOf(caseId, ruleId)
      expect(text).toMatch(new RegExp(`^- id: ${ruleId}\n`))
      expect(await ifRule('bjHandler', caseId, ruleId, text)).toEqual({ problems: [], gains: [], losses: [] })
    }
  })

  test('[HU333] a rule left out takes from those whom it alone let in', async () => {
    const { gains, losses } = await ifRule('bjHandler', await aSharedCase(), 'CASE-READ-GRANT', '')
    expect(gains).toEqual([])
    expect(told(losses)).toEqual(['police handler: read Case', 'police leader: read Case'])
  })

  test('[HU333] a rule made wider gives to those around the record, and to any agency that it opens to', async () => {
    const caseId = await aSharedCase()
    const text = await textOf(caseId, 'CASE-RECORD-FIGURE-OWNER')
    const wider = text.replace('[handler]', '[handler, leader]').replace('ownerAgencyId: $officer.agencyId, ', '')
    expect(told((await ifRule('bjHandler', caseId, 'CASE-RECORD-FIGURE-OWNER', wider)).gains)).toEqual(
      expect.arrayContaining(['bj leader: recordFigure Case', 'any customs handler: recordFigure Case']),
    )
  })

  test('[HU333] a rule that is added gives to those whom it lets in, beside all the others', async () => {
    const caseId = await aSharedCase()
    const text = (await textOf(caseId, 'CASE-RECORD-FIGURE-OWNER')).replace('[handler]', '[leader]')
    const added = text.replace('CASE-RECORD-FIGURE-OWNER', 'CASE-RECORD-FIGURE-LEADER')
    const ask = (written: string) =>
      world.ask('bjHandler', explainIfRule, { record: ofCase(caseId), text: written } as Parameters<
        typeof explainIfRule
      >[1])
    const { problems, gains, losses } = await ask(added)
    expect({ problems, losses }).toEqual({ problems: [], losses: [] })
    expect(told(gains)).toEqual(['bj leader: recordFigure Case'])
    expect((await ask(text)).problems).toEqual([
      { line: 1, what: 'CASE-RECORD-FIGURE-OWNER is already the id of another rule' },
    ])
    expect(await ask('')).toEqual({ problems: [], gains: [], losses: [] })
  })

  test('[HU334] a text that cannot be used is told by its line as the start would, and decides nothing', async () => {
    const caseId = await aSharedCase()
    const text = await textOf(caseId, 'CASE-SHARE')
    const line = text.split('\n').findIndex((one) => one.includes('stage')) + 1
    const broken = text.replace('stage', 'stag')
    expect(await ifRule('bjHandler', caseId, 'CASE-SHARE', broken)).toEqual({
      problems: [{ line, what: expect.stringMatching(/^unknown attribute stag\b/) }],
      gains: [],
      losses: [],
    })
    const twin = text.replace('CASE-SHARE', 'CASE-READ-OWNER')
    expect((await ifRule('bjHandler', caseId, 'CASE-SHARE', twin)).problems).toEqual([
      { line: 1, what: 'CASE-READ-OWNER is already the id of another rule' },
    ])
  })

  test('[HU335] nothing of an edited rule is kept, and the rules in force stay as they are', async () => {
    const caseId = await aSharedCase()
    const before = await world.rows()
    await ifRule('bjHandler', caseId, 'CASE-READ-GRANT', '')
    expect(await world.rows()).toEqual(before)
    expect(world.hub.policy.rules.map(({ id }) => id as string)).toContain('CASE-READ-GRANT')
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, day, type World } from '../a-world.ts'
import { recallGrant } from '../sharing/index.ts'
import { explainMine } from './index.ts'
import type { AnyRecord } from './record.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const ofCase = (id: string) => ({ kind: 'Case' as const, id })
type Explained = Awaited<ReturnType<typeof explainMine>>['items'][number]

async function mine(name: OfficerName, record: { kind: AnyRecord['kind']; id: string }, action: string) {
  const { items } = await world.ask(name, explainMine, { record } as Parameters<typeof explainMine>[1])
  return items.find((item) => item.action === action)!
}
const nearest = ({ closed }: Explained) => {
  const [rule] = closed
  return {
    rule: rule?.rule,
    gaps: rule?.gaps.map(({ kind }) => kind),
    words: rule?.gaps.map(({ words }) => words.zh),
    ask: rule?.ask.map(({ closer, agency, roles }) => [closer, agency?.slug, ...roles]),
  }
}

describe('why I can', () => {
  test('[HU310] the rules that allow an act are told with reason and conditions', async () => {
    const caseId = await world.aCase()
    const read = await mine('bjHandler', ofCase(caseId), 'read')
    expect(read.allowing[0]).toMatchObject({
      rule: 'CASE-READ-OWNER',
      because: { zh: '案件由贵单位立案。' },
      conditions: [
        { isMet: true, words: { zh: '岗位是承办员、负责人或审计员' } },
        { isMet: true, words: { zh: '立案单位是贵单位' } },
        { isMet: true, words: { zh: '限定知悉范围是“否”' } },
      ],
    })
  })

  test('[HU311] every act on a record as it stands is explained, drafts and steps that are past are not', async () => {
    const { caseId, handoffId } = await world.aHandoff('dispatched')
    const acts = async (record: AnyRecord) =>
      (await world.ask('bjHandler', explainMine, { record })).items.map(({ action }) => action)
    expect(await acts({ kind: 'Case', id: caseId } as AnyRecord)).not.toContain('open')
    expect(await acts({ kind: 'Handoff', id: handoffId } as AnyRecord)).toEqual([
      'read',
      'open',
      'readList',
      'deliver',
      'sign',
      'forward',
      'cancel',
    ])
  })
})

describe('why I cannot', () => {
  test('[HU312] a grant at too low a level is named, and the owner’s posts that may share are to be asked', async () => {
    const caseId = await world.aCase()
    await world.aGrant(ofCase(caseId), 'police', { level: 'view' })
    expect(nearest(await mine('policeHandler', ofCase(caseId), 'recordFigure'))).toEqual({
      rule: 'CASE-RECORD-FIGURE-GRANT',
      gaps: ['level'],
      words: ['贵单位的授权级别是“查看”，需要“参与编写”或“协同办理”'],
      ask: [['owner', 'bj', 'handler', 'leader']],
    })
  })

  test('[HU312] what takes another post is for the own leader to arrange', async () => {
    const caseId = await world.aCase()
    expect(nearest(await mine('bjLeader', ofCase(caseId), 'recordFigure'))).toMatchObject({
      rule: 'CASE-RECORD-FIGURE-OWNER',
      gaps: ['role'],
      words: ['需要岗位：承办员'],
      ask: [['own-agency', 'bj', 'leader']],
    })
  })

  test('[HU313] a case that is closed is for nobody to write, and nobody is to be asked', async () => {
    const caseId = await world.aCase()
    await world.owner.query("update cases set stage = 'closed' where id = $1", [caseId])
    expect(nearest(await mine('bjHandler', ofCase(caseId), 'recordFigure'))).toMatchObject({
      gaps: ['stage'],
      words: ['案件目前是“已办结”'],
      ask: [['nobody', undefined]],
    })
  })

  test('[HU313] what is another agency’s to do is told with the posts there that do it', async () => {
    const caseId = await world.aCase()
    await world.aGrant(ofCase(caseId), 'police', { level: 'view' })
    expect(nearest(await mine('policeHandler', ofCase(caseId), 'share'))).toMatchObject({
      gaps: ['standing'],
      words: ['本案不是由贵单位立案'],
      ask: [['does-it', 'bj', 'handler', 'leader']],
    })
  })

  test('[HU313] of a task force a member is told which posts of the agency that leads it decide', async () => {
    const force = { kind: 'TaskForce' as const, id: await world.aTaskForce(['police']) }
    expect(nearest(await mine('policeHandler', force, 'seat'))).toEqual({
      rule: 'TASK-FORCE-SEAT',
      gaps: ['standing'],
      words: ['专案组不由贵单位牵头'],
      ask: [['does-it', 'bj', 'handler', 'leader']],
    })
    expect(nearest(await mine('bjHandler', force, 'dissolve')).ask).toEqual([['own-agency', 'bj', 'leader']])
  })

  test('[HU434] the owner is not sent to its own posts for what only a guest does, such as passing on', async () => {
    const caseId = await world.aCase()
    expect(nearest(await mine('bjLeader', ofCase(caseId), 'passOn'))).toMatchObject({
      rule: 'CASE-PASS-ON',
      gaps: ['grant'],
      ask: [['nobody', undefined]],
    })
  })

  test('[HU314] a grant that is over is told with its end, and one that was recalled as recalled', async () => {
    const clueId = await world.aClue({}, 'bjIntake')
    const caseId = await world.aCase({ clueIds: [clueId] })
    const soon = new Date(world.clock.now().getTime() + day)
    await world.aGrant({ kind: 'Clue', id: clueId }, 'police', { level: 'co_handle', expiresAt: soon.toISOString() })
    const grantId = await world.aGrant({ kind: 'Clue', id: clueId }, 'baoan')
    await world.aGrant(ofCase(caseId), 'police')
    await world.aGrant(ofCase(caseId), 'baoan')
    await world.submit('bjHandler', recallGrant, { grantId, expectedVersion: 1, reason: '误邀' })
    world.clock.advance(day)
    const gapsOf = async (name: OfficerName) => {
      const { allowing, closed } = await mine(name, { kind: 'Clue', id: clueId }, 'read')
      expect(allowing.map(({ rule }) => rule)).toEqual(['CLUE-READ-CASE'])
      return closed.find(({ rule }) => rule === 'CLUE-READ-GRANT')!.gaps
    }
    expect(await gapsOf('policeHandler')).toMatchObject([
      { kind: 'expired', at: soon, words: { zh: '贵单位的授权已于 2026-03-03 16:00 到期' } },
    ])
    expect(await gapsOf('baoanHandler')).toMatchObject([
      { kind: 'grant-state', words: { zh: '贵单位的授权目前是“已收回”' } },
    ])
  })

  test('[HU315] of a record that is not the asker’s to know nothing is explained, as of one that is not there', async () => {
    const caseId = await world.aCase()
    const absent = '01890000-0000-7000-8000-000000000000'
    const said = async (id: string) => {
      const { kind, code, sentence, facts } = await world.refusal(() =>
        world.ask('hebeiHandler', explainMine, { record: ofCase(id) }),
      )
      return { kind, code, sentence, facts }
    }
    expect(await said(caseId)).toEqual(await said(absent))
  })

  test('[HU316] a section that does not name the agency is for the agency that added it to open', async () => {
    const caseId = await world.aCase()
    await world.aGrant(ofCase(caseId), 'police', { level: 'contribute' })
    const sectionId = await world.aSection(caseId, { audience: 'members', memberAgencyIds: [world.agencies.police] })
    const write = await mine('policeHandler', { kind: 'Section', id: sectionId }, 'restrict')
    expect(write.allowing).toEqual([])
    expect(write.closed.every(({ ask }) => ask[0]!.closer === 'does-it')).toBe(true)
    const { closed } = await mine('policeHandler', { kind: 'Section', id: sectionId }, 'write')
    const all = closed.find(({ rule }) => rule === 'SECTION-WRITE-ALL-GRANT')!
    expect(all.ask.map(({ closer, agency }) => [closer, agency?.slug])).toEqual([['section-owner', 'bj']])
  })
})

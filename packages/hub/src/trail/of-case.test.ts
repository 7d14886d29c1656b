import { appendEntry } from '@lianban/audit'
import { type EntryId, makeMonotonicClock, newId, SectionId } from '@lianban/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, figureFields, type World } from '../a-world.ts'
import { findCasePage, findCluePage, recordFigure } from '../cases/index.ts'
import { enterSection, recordLeaving, restrictSection } from '../dossiers/index.ts'
import { signHandoff } from '../handoffs/index.ts'
import { giveGrant, recallGrant } from '../sharing/index.ts'
import { trailOfCase } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const trail = async (caseId: string, name: OfficerName = 'bjLeader') =>
  (await world.ask(name, trailOfCase, { caseId, limit: 200 })).items
const told = async (caseId: string) => (await trail(caseId)).map(({ sentence }) => sentence.zh).toReversed()

test('[HU143] the trail tells a whole case in sentences, each step with its agency and rule', async () => {
  const clueId = await world.aClue({}, 'bjIntake')
  const caseId = await world.aCase({ clueIds: [clueId], number: '甲号', name: '跨省案' })
  await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle' })
  const grantId = await world.aGrant({ kind: 'Case', id: caseId }, 'guilin')
  const sectionId = SectionId.parse(await world.aSection(caseId, { title: '案件事实' }))
  await world.ask('policeHandler', enterSection, { sectionId })
  await recordLeaving(world.as('policeHandler'), { sectionId, updates: 7, bytes: 99 })
  const closing = { audience: 'members' as const, memberAgencyIds: [world.agencies.police] }
  await world.submit('bjHandler', restrictSection, { sectionId, expectedVersion: 1, ...closing })
  await world.submit('bjHandler', recallGrant, { grantId, expectedVersion: 1, reason: '结束' })
  await world.submit('bjHandler', recordFigure, { caseId, ...figureFields })
  const { handoffId } = await world.aHandoff('accepted', caseId)
  await world.ask('policeHandler', findCasePage, { caseId })
  const { rows } = await world.owner.query(
    'select h.number as handed, c.number as clue from handoffs h, clues c where h.id = $1 and c.id = $2',
    [handoffId, clueId],
  )
  const { handed, clue } = rows[0]
  const [intake, handler, leader] = ['bjIntake', 'bjHandler', 'bjLeader'].map((post) => `北京烟草·${post}`)
  const police = (post: string) => `北京环食药·${post}`
  expect(await told(caseId)).toEqual([
    `${intake} 登记线索 ${clue}，标为“内部”，处理限制“无限制”。`,
    `${handler} 立案 甲号 跨省案，由 1 条线索而来，标为“内部”。`,
    `${handler} 将 甲号 跨省案 以“协同办理”级别共享给 北京环食药。`,
    `${handler} 将 甲号 跨省案 以“查看”级别共享给 桂林烟草。`,
    `${handler} 增加卷宗章节（全案单位可见）。`,
    `${police('policeHandler')} 打开卷宗 《案件事实》。`,
    `${police('policeHandler')} 编写卷宗 《案件事实》，共 7 次修改。`,
    `${handler} 调整卷宗 《案件事实》 的阅读范围（仅限指定单位）。`,
    `${handler} 收回给 桂林烟草 的授权。`,
    `${handler} 登记数量与金额。`,
    `${handler} 冻结移送材料 ${handed}，拟移送 北京环食药。`,
    `${leader} 批准并发出移送 ${handed}，致 北京环食药。`,
    `${police('policeDuty')} 签收移送 ${handed}。`,
    `${police('policeLeader')} 受理移送 ${handed}。`,
    `${police('policeHandler')} 查看案件 甲号 跨省案。`,
  ])
  const given = (await trail(caseId)).find(({ act }) => act === 'grant.give')
  expect(given).toMatchObject({ outcome: 'done', rule: 'CASE-SHARE', agency: { slug: 'bj' }, index: null })
})

test('[HU144] the owner reads of every attempt that was refused, a stranger’s too', async () => {
  const clueId = await world.aClue({}, 'bjIntake')
  const caseId = await world.aCase({ clueIds: [clueId], number: '乙号', name: '受扰案' })
  const sectionId = await world.aSection(caseId, { title: '侦查部署' })
  await world.aGrant({ kind: 'Case', id: caseId }, 'procuratorate')
  const { handoffId, packageDigest } = await world.aHandoff('dispatched', caseId)
  const before = (await told(caseId)).length
  await world.refusal(() => world.ask('hebeiHandler', findCasePage, { caseId }))
  await world.refusal(() =>
    world.submit('hebeiHandler', giveGrant, world.terms({ kind: 'Case', id: caseId }, 'guilin')),
  )
  await world.refusal(() => world.ask('hebeiHandler', enterSection, { sectionId }))
  await world.refusal(() => world.ask('hebeiHandler', findCluePage, { clueId }))
  const step = { handoffId, expectedVersion: 2, packageDigest, note: '' }
  await world.refusal(() => world.submit('procurator', signHandoff, step))
  await world.refusal(() => world.ask('policeHandler', trailOfCase, { caseId }))
  const { rows } = await world.owner.query(
    'select h.number, c.number as clue from handoffs h, clues c where h.id = $1 and c.id = $2',
    [handoffId, clueId],
  )
  expect((await told(caseId)).slice(before + 1)).toEqual([
    '河北烟草·hebeiHandler 试图查看案件 乙号 受扰案，被拒绝。',
    '河北烟草·hebeiHandler 试图共享 乙号 受扰案，被拒绝。',
    '河北烟草·hebeiHandler 试图打开卷宗 《侦查部署》，被拒绝。',
    `河北烟草·hebeiHandler 试图查看线索 ${rows[0].clue}，被拒绝。`,
    `北京检察·procurator 试图签收移送 ${rows[0].number}，被拒绝。`,
    '北京环食药·policeHandler 试图查看 乙号 受扰案 的审计记录，被拒绝。',
  ])
})

test('[HU144] an attempt on a handoff or a grant by its id alone reaches the owner', async () => {
  const caseId = await world.aCase({ number: '丙号', name: '猜号案' })
  const grantId = await world.aGrant({ kind: 'Case', id: caseId }, 'guilin')
  const { handoffId, packageDigest } = await world.aHandoff('dispatched', caseId)
  const before = (await told(caseId)).length
  const step = { handoffId, expectedVersion: 2, packageDigest, note: '' }
  await world.refusal(() => world.submit('hebeiHandler', signHandoff, step))
  await world.refusal(() => world.submit('hebeiHandler', recallGrant, { grantId, expectedVersion: 1, reason: '猜' }))
  const since = (await told(caseId)).slice(before).join('\n')
  expect(since).toMatch(/河北烟草·hebeiHandler 试图签收移送 .+，被拒绝。/)
  expect(since).toMatch(/河北烟草·hebeiHandler 试图收回.+被拒绝。/)
})

test('[HU145] the trail is for the owner’s handlers, leaders and auditors', async () => {
  const caseId = await world.aCase()
  await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle' })
  for (const name of ['bjHandler', 'bjLeader', 'bjAuditor'] as const)
    await expect(trail(caseId, name)).resolves.toBeDefined()
  for (const name of ['policeHandler', 'bjDuty', 'bjIntake', 'hebeiHandler'] as const)
    expect(['policy.denied', 'record.unseen']).toContain((await world.refusal(() => trail(caseId, name))).code)
})

test('[HU142] the trail does not name a section that its reader may not read', async () => {
  const caseId = await world.aCase()
  await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle' })
  const sectionId = await world.aSection(caseId, { title: '侦查部署', audience: 'members' }, 'policeHandler')
  await world.ask('policeHandler', enterSection, { sectionId })
  const items = await trail(caseId)
  expect(items.map(({ act }) => act)).toContain('case.addSection')
  expect(JSON.stringify(items)).not.toMatch(`侦查部署|${sectionId}`)
})

test('[HU146] the trail shows how those who touched the case came in', async () => {
  const caseId = await world.aCase()
  const { officer, sessionId } = world.people.bjHandler
  const who = { officerId: officer.id, agencyId: officer.agencyId }
  const at = world.clock.now()
  await world.hub.db.transaction({ duty: 'sign-in' }, at, (tx) =>
    appendEntry(tx, { id: newId<EntryId>(), at, act: 'session.sign-in', outcome: 'done', sessionId, ...who }),
  )
  expect((await told(caseId)).at(-1)).toBe('北京烟草·bjHandler 通过本单位身份认证登录。')
})

test('[HU147] pages of the trail follow on each other without gap or double', async () => {
  const caseId = await world.aCase()
  for (let i = 0; i < 8; i++) await world.submit('bjHandler', recordFigure, { caseId, ...figureFields })
  const whole = (await trail(caseId)).map(({ entryId }) => entryId)
  const paged: string[] = []
  let cursor: string | undefined
  do {
    const page = await world.ask('bjLeader', trailOfCase, { caseId, limit: 3, ...(cursor && { cursor }) })
    paged.push(...page.items.map(({ entryId }) => entryId))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  const figures = whole.slice(whole.length - 9)
  expect(paged.slice(-9)).toEqual(figures)
  expect(new Set(paged).size).toBe(paged.length)
})

test('[HU16] a clock set back neither disorders the trail nor shows an earlier time', async () => {
  const caseId = await world.aCase()
  const start = world.clock.now().getTime()
  const readings = [start + 5000, start + 9000, start - 86_400_000, start + 9001]
  const hub = { ...world.hub, clock: makeMonotonicClock(() => readings.shift()!) }
  const amounts = [1, 2, 3, 4]
  for (const amount of amounts) {
    const input = { submissionId: crypto.randomUUID(), caseId, ...figureFields, amount }
    await recordFigure({ ...world.as('bjHandler'), hub }, input)
  }
  const entries = (await trail(caseId)).filter(({ act }) => act === 'case.recordFigure').toReversed()
  expect(entries.map(({ at }) => at.getTime() - start)).toEqual([5000, 9000, 9000, 9001])
  const { figures } = await world.ask('bjHandler', findCasePage, { caseId })
  expect(figures!.map(({ amount }) => amount)).toEqual(amounts)
})

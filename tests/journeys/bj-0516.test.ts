import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anErrandWorld } from '../../packages/hub/src/assistances/an-errand.ts'
import { assistanceMeasures, listAssistances } from '../../packages/hub/src/assistances/index.ts'
import { listClocksOf } from '../../packages/hub/src/clock-board/index.ts'
import { dueAlarms, tellAlarm } from '../../packages/hub/src/clocks/index.ts'
import { myDesk } from '../../packages/hub/src/desk/index.ts'
import type { News } from '../../packages/hub/src/news.ts'
import { listNotices } from '../../packages/hub/src/notices/index.ts'

const minute = 60_000
const lane = {
  ...{ urgency: 'hours_2', urgencyReason: '窝点正在转移设备', lane: 'beijing_tianjin_hebei', kind: 'scene_inspection' },
  facts: '空管烟生产窝点在河北境内。',
  questions: '请即刻现场检查并固定证据。',
  targets: [{ kind: 'place' as const, value: '河北省某村仓库', note: '' }],
  papers: ['assistance_letter', 'officer_certificate', 'case_filing'].map((paper) => ({
    paper,
    number: `${paper}1号`,
  })),
}

let world: Awaited<ReturnType<typeof anErrandWorld>>
let ear: pg.Client
const heard: string[] = []
beforeAll(async () => {
  world = await anErrandWorld()
  ear = new pg.Client({ connectionString: world.owner.options.connectionString! })
  await ear.connect()
  ear.on('notification', ({ payload }) => void heard.push(payload!))
  await ear.query('listen lianban_news')
})
afterAll(async () => {
  await ear.end()
  await world.close()
})

const tasks = async (by: Parameters<typeof world.question>[0]) =>
  (await world.question(by, myDesk, {})).tasks.filter(({ kind }) => kind.startsWith('assistance.'))
const inbox = async (by: Parameters<typeof world.question>[0]) =>
  (await world.question(by, listNotices, { limit: 100 })).items
/** Minute for minute, as it was. */
const after = (minutes: number) => world.clock.advance(minutes * minute)

test('[HU880] the case 5·16 crosses the provinces in two hours, every step with its clock, its receipt and its notice', async () => {
  const { assistanceIds } = await world.ask('bjHandler', ['hebei'], lane)
  const id = assistanceIds[0]!
  expect(await tasks('bjDuty')).toMatchObject([{ kind: 'assistance.send', id }])
  expect(await tasks('hebeiDuty')).toEqual([])
  await world.take(id, 'send', { by: 'bjDuty' })
  const sentAt = world.clock.now()
  expect(await tasks('hebeiDuty')).toMatchObject([
    { kind: 'assistance.receive', id, dueAt: new Date(sentAt.getTime() + 120 * minute) },
  ])
  expect((await inbox('hebeiDuty'))[0]).toMatchObject({ kind: 'assistance_urgent', isUrgent: true, seenAt: null })
  after(3)
  await world.take(id, 'sign_in')
  world.clock.advance(1)
  await world.take(id, 'find_complete')
  const dueAt = new Date(world.clock.now().getTime() + 120 * minute)
  expect((await world.row(id)).dueAt).toEqual(dueAt)
  world.clock.advance(1)
  await world.take(id, 'claim')
  world.clock.advance(1)
  await world.take(id, 'to_field', { unit: '稽查一队' })
  after(17)
  await world.take(id, 'ask_clarification', { by: 'hebeiDuty', note: '仓库有两处门牌，请说明' })
  expect(await tasks('bjHandler')).toMatchObject([{ kind: 'assistance.answer', id }])
  after(10)
  await world.take(id, 'clarify', { note: '东侧院内' })
  expect((await world.row(id)).dueAt).toEqual(new Date(dueAt.getTime() + 10 * minute))
  after(60)
  const items = [{ title: '现场照片01.jpg', digest: 'c'.repeat(64), madeBy: '稽查一队' }]
  await world.take(id, 'reply_in_part', { items, note: '已控制现场' })
  after(20)
  await world.take(id, 'reply', { items, note: '查获空管烟及设备，已固定证据' })
  await world.take(id, 'confirm')

  // Every step of the other side is told to each side, and none of its own.
  const told = async (by: 'bjHandler' | 'hebeiDuty') =>
    (await inbox(by)).flatMap(({ matter, words }) => (matter.href.endsWith(id) ? words.zh : [])).toReversed()
  expect(await told('bjHandler')).toEqual([
    ...['对方审收协查：签收', '对方审收协查：手续齐全', '对方审收协查：认领', '限时2小时协查：对方办理中：派外勤'],
    ...['限时2小时协查：对方办理中：请对方说明', '对方已答复：部分答复', '对方已答复：答复'],
  ])
  expect(await told('hebeiDuty')).toEqual([
    '收到限时2小时协查，待签收',
    ...['限时2小时协查：请求方有回应：作出说明', '限时2小时协查：请求方有回应：确认办结'],
  ])

  const page = await world.page('bjHandler', id)
  expect(page).toMatchObject({ standing: 'confirmed', caseName: '跨省电子烟网络案' })
  expect(page.receipts.map(({ move }) => move)).toEqual([
    ...['ask', 'send', 'sign_in', 'find_complete', 'claim', 'to_field', 'ask_clarification', 'clarify'],
    ...['reply_in_part', 'reply', 'confirm'],
  ])
  expect(page.receipts[9]).toMatchObject({ items, officer: { agency: { slug: 'hebei' } } })
  const { items: clocks } = await world.question('bjHandler', listClocksOf, { id })
  expect(clocks).toMatchObject([{ rule: 'HL-03', state: 'met', liable: { slug: 'hebei' } }])
  const acts = (await world.entries()).map(({ act }) => act)
  for (const deed of ['send', 'receive', 'act', 'answer', 'reply']) expect(acts).toContain(`assistance.${deed}`)
  const { rows } = await world.question('bjLeader', assistanceMeasures, { by: 'lane' })
  expect(rows).toMatchObject([{ name: 'beijing_tianjin_hebei', answered: 1, inTime: 1, firstMinutes: 3 }])
  expect(Math.floor((world.clock.now().getTime() - sentAt.getTime()) / minute)).toBe(110)

  const about = heard
    .map((payload) => JSON.parse(payload) as News & { what: 'record' })
    .filter((news) => news.about?.some((ref) => ref.id === id))
  expect(about).toHaveLength(10)
  for (const news of about)
    expect(news.agencies).toEqual(expect.arrayContaining([world.agencies.bj, world.agencies.hebei]))
  expect(heard.join()).not.toMatch(/仓库|空管烟|窝点/)
})

test('[HU881] silence past the two hours is told once, to both sides and to the agency above, which then reads the request', async () => {
  await world.put('hebei', 'guilin')
  const id = await world.anErrand(['send', 'sign_in', 'find_complete', 'claim'], lane)
  const told = async () => {
    let count = 0
    for (const alarm of await dueAlarms(world.hub, 100)) if (await tellAlarm(world.hub, alarm)) count++
    return count
  }
  const onceAfter = async (minutes: number) => {
    after(minutes)
    expect([await told(), await told()]).toEqual([1, 0])
  }
  // What other requests of this world have to tell by now.
  await told()
  await onceAfter(90)
  after(30)
  expect(await told()).toBe(0)
  world.clock.advance(1)
  await onceAfter(0)
  await onceAfter(30)
  const acts = (await world.entries()).filter(({ subject }) => (subject as { id?: string } | undefined)?.id === id)
  expect(acts.map(({ act }) => act)).toEqual(expect.arrayContaining(['clock.overdue', 'clock.escalate']))
  const desk = (await world.question('guilinLeader', myDesk, {})).tasks
  expect(desk.map(({ kind }) => kind)).toContain('clock.escalation')
  const { items } = await world.question('guilinLeader', listAssistances, { box: 'above' })
  expect(items.map((one) => one.id)).toEqual([id])
})

test('[HU998] a refusal beyond power goes before the common superior, whose word starts the clock anew, and silence after it climbs', async () => {
  await world.put('hebei', 'guilin')
  await world.put('bj', 'guilin')
  const id = await world.anErrand(['send', 'sign_in', 'find_complete', 'claim'], lane)
  const newest = async (by: Parameters<typeof world.question>[0]) => {
    const found = (await inbox(by)).filter(({ matter }) => matter.href.endsWith(id))
    return found[0]?.words.zh
  }
  const step = async (move: string, more: object = {}) => {
    after(1)
    await world.take(id, move, more)
  }
  await step('refuse', { ground: 'beyond_power', note: '请求事项须由公安机关实施' })
  expect(await newest('bjHandler')).toBe('对方不予协助：不予协助')
  expect((await world.question('bjHandler', listClocksOf, { id })).items).toMatchObject([{ state: 'met' }])
  await step('dispute', { note: '现场检查属于烟草专卖部门职权' })
  expect(await newest('guilinLeader')).toBe('限时2小时协查：请求方有回应：提请共同上级裁决')
  expect(await tasks('guilinLeader')).toMatchObject([{ kind: 'assistance.oversee', id }])
  await step('decide_to_assist', { note: '应予协助' })
  for (const side of ['bjHandler', 'hebeiDuty'] as const)
    expect(await newest(side)).toBe('共同上级已裁决：裁决应予协助')
  await step('take_up')
  const dueAt = new Date(world.clock.now().getTime() + 120 * minute)
  expect((await world.row(id)).dueAt).toEqual(dueAt)
  await step('ask_clarification', { by: 'hebeiDuty', note: '请说明仓库位置' })
  after(300)
  expect(await dueAlarms(world.hub, 500)).toEqual([])
  await world.take(id, 'clarify', { note: '东侧院内' })
  expect((await world.row(id)).dueAt).toEqual(new Date(dueAt.getTime() + 300 * minute))
  after(180)
  for (const alarm of await dueAlarms(world.hub, 500)) await tellAlarm(world.hub, alarm)
  for (const told of ['hebeiDuty', 'bjHandler', 'guilinLeader'] as const)
    expect((await inbox(told)).filter(({ matter }) => matter.href.endsWith(id)).map(({ kind }) => kind)).toContain(
      'deadline_over',
    )
})

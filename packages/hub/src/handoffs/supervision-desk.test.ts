import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, day, type World } from '../a-world.ts'
import { listClocksOf } from '../clock-board/index.ts'
import { dueAlarms, tellAlarm } from '../clocks/index.ts'
import { myDesk } from '../desk/index.ts'
import { listNotices } from '../notices/index.ts'
import { listFindings, lookByRadar, superviseFinding } from '../radar/index.ts'

let world: World
let serial = 0
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())
beforeEach(() => world.owner.query('truncate notices'))

const tasks = async (by: OfficerName, id: string) =>
  (await world.ask(by, myDesk, {})).tasks.filter(({ href }) => href === `/handoffs/${id}`)
const titles = async (by: OfficerName, id: string) => (await tasks(by, id)).map(({ title }) => title.zh)
const told = async (by: OfficerName) =>
  (await world.ask(by, listNotices, {})).items.map(({ kind, words }) => [kind, words.zh])
async function tellAll() {
  for (const id of await dueAlarms(world.hub, 1000)) await tellAlarm(world.hub, id)
}
const dueOf = async (id: string, rule: string) =>
  (await world.ask('procurator', listClocksOf, { id, limit: 100 })).items.find((clock) => clock.rule === rule)!.dueAt!
/** To the very end of a limit, and a moment past it. */
async function pass(until: Date) {
  world.clock.advance(until.getTime() - world.clock.now().getTime())
  await tellAll()
}
async function aSupervision() {
  const { handoffId: transfer, caseId } = await world.aHandoff('accepted')
  await world.move('refuse', transfer)
  world.clock.advance(4 * day)
  await lookByRadar(world.hub)
  const number = (await world.owner.query<{ number: string }>('select number from cases where id = $1', [caseId])).rows
  const row = (await world.ask('procurator', listFindings, { rule: 'NT-REFUSED' })).items.find(
    (one) => one.number === number[0]!.number,
  )
  const { handoffId } = await world.submit('procurator', superviseFinding, {
    findingId: row!.id,
    number: `检监〔${++serial}〕号`,
    note: '',
    approval: '',
  })
  await world.move('dispatch', handoffId, { by: 'procurator' })
  return handoffId as string
}

test('[HU1091] reasons that the police owe wait on the procurator’s desk once the seven days are over, and not before', async () => {
  const id = await aSupervision()
  const until = await dueOf(id, 'PS-01')
  await world.move('sign', id, { by: 'policeDuty' })
  await pass(until)
  expect(await titles('procurator', id)).toEqual([])
  await pass(new Date(until.getTime() + 1000))
  expect(await titles('procurator', id)).toEqual(['督促北京环食药：逾期未说明不立案理由'])
  expect(await told('procurator')).toContainEqual(['deadline_over', '已超过期限'])
  for (const other of ['bjLeader', 'bjHandler', 'hebeiLeader', 'guilinLeader'] as const)
    expect([other, await tasks(other, id)]).toEqual([other, []])
  await world.move('explain', id, { by: 'policeHandler' })
  expect(await titles('procurator', id)).toEqual([expect.stringContaining('处理移送的答复')])
  expect(await told('procurator')).toContainEqual(['handoff', '对方已办理或答复'])
})

test('[HU1091] a filing that the police were told to make waits on it once the fifteen days are over, and not before', async () => {
  const id = await aSupervision()
  for (const [move, by] of [
    ['sign', 'policeDuty'],
    ['explain', 'policeHandler'],
    ['order_filing', 'procurator'],
  ] as const)
    await world.move(move, id, { by })
  const until = await dueOf(id, 'PS-03')
  await pass(until)
  expect((await titles('procurator', id)).filter((title) => title.includes('按通知立案'))).toEqual([])
  await pass(new Date(until.getTime() + 1000))
  expect(await titles('procurator', id)).toContain('督促北京环食药：逾期未按通知立案')
  await world.move('file_as_ordered', id, { by: 'policeLeader' })
  expect((await titles('procurator', id)).filter((title) => title.includes('按通知立案'))).toEqual([])
})

test('[HU1091] an opinion that nobody answered waits on it once its time is over, and not before', async () => {
  const caseId = await world.aCase()
  const findingId = await world.aFinding(caseId, 'procuratorate', 'watcher')
  const { handoffId } = await world.submit('procurator', superviseFinding, {
    findingId,
    number: `检监〔${++serial}〕号`,
    note: '',
    approval: '检批〔1〕号',
  })
  await world.move('dispatch', handoffId, { by: 'procurator' })
  const until = await dueOf(handoffId, 'PS-06')
  await pass(until)
  expect(await titles('procurator', handoffId)).toEqual([])
  await pass(new Date(until.getTime() + 1000))
  expect(await titles('procurator', handoffId)).toEqual([expect.stringMatching(/^督促.*答复要求移送的检察意见$/)])
  expect(await titles('bjLeader', handoffId)).toContain('已超过法定时限：答复要求移送的检察意见')
  await world.move('answer_opinion', handoffId, { by: 'bjHandler' })
  expect(await titles('bjLeader', handoffId)).not.toContain('已超过法定时限：答复要求移送的检察意见')
})

test('[HU1092] what was sent or only signed for waits on the desk of who answers, and not of who sent it', async () => {
  const id = await aSupervision()
  expect([await titles('procurator', id), (await titles('policeDuty', id)).length]).toEqual([[], 1])
  await world.move('sign', id, { by: 'policeDuty' })
  expect([await titles('procurator', id), (await titles('policeHandler', id)).length]).toEqual([[], 1])
  await world.move('explain', id, { by: 'policeHandler' })
  expect([(await titles('procurator', id)).length, await titles('policeHandler', id)]).toEqual([1, []])
})

test('[HU1093] a reconsideration that was asked for is told to an invited procurator until it is decided', async () => {
  const invited = await world.aCase()
  await world.aGrant({ kind: 'Case', id: invited }, 'procuratorate')
  const [one, other] = [await world.aHandoff('accepted', invited), await world.aHandoff('accepted')]
  for (const { handoffId } of [one, other]) await world.move('refuse', handoffId)
  expect(await tasks('procurator', one.handoffId)).toEqual([])
  for (const { handoffId } of [one, other]) await world.move('ask_reconsideration', handoffId)
  expect(await tasks('procurator', one.handoffId)).toMatchObject([
    { kind: 'handoff.watch', title: { zh: expect.stringContaining('复议中') }, dueAt: expect.any(Date) },
  ])
  expect(await tasks('procurator', other.handoffId)).toEqual([])
  for (const side of ['bjHandler', 'policeHandler'] as const)
    expect((await tasks(side, one.handoffId)).map(({ kind }) => kind)).not.toContain('handoff.watch')
  await world.move('uphold', one.handoffId)
  expect(await tasks('procurator', one.handoffId)).toEqual([])
})

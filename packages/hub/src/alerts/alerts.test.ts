import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { findCasePage } from '../cases/index.ts'
import { myDesk } from '../desk/index.ts'
import { answerAlert, listAlerts, watchLog } from './index.ts'

let world: World
let caseId: Awaited<ReturnType<World['aCase']>>
beforeAll(async () => {
  world = await aWorld()
  caseId = await world.aCase({ number: '甲号', name: '保密案名' })
  for (let i = 0; i < 9; i++) await world.refusal(() => world.ask('hebeiHandler', findCasePage, { caseId }))
})
afterAll(() => world.close())

const watch = async () => {
  await world.sequenced()
  return watchLog(world.hub, world.hub.alertRules)
}
const listed = async (by: OfficerName) => (await world.ask(by, listAlerts, {})).items
const waits = async (by: OfficerName) =>
  (await world.ask(by, myDesk, {})).tasks.filter(({ kind }) => kind === 'alert.answer')

test('[HU790] what is out of the ordinary is told once a day, with counts and times and nothing of the records', async () => {
  await watch()
  expect(await listed('bjAuditor')).toEqual([])
  await world.refusal(() => world.ask('hebeiHandler', findCasePage, { caseId }))
  await watch()
  await watch()
  const told = await listed('bjAuditor')
  expect(told).toMatchObject([
    { rule: 'WATCH-DENIALS', toldAs: 'owner', times: 10, records: 1, says: { zh: '短时间内多次被拒绝' }, answer: null },
  ])
  expect(JSON.stringify(told)).not.toMatch(new RegExp(`${caseId}|甲号|保密案名`))
  expect(await listed('operatorAudit')).toMatchObject([{ toldAs: 'operator', times: 10 }])
})

test('[HU791] alerts lie on the desks of the auditors who were told, and on no other', async () => {
  expect(await waits('bjAuditor')).toMatchObject([{ title: { zh: '河北烟草人员短时间内多次被拒绝' } }])
  expect(await waits('operatorAudit')).toHaveLength(1)
  expect([await listed('bjLeader'), await waits('bjLeader')]).toMatchObject([[{ times: 10 }], []])
  expect([await listed('hebeiLeader'), await waits('hebeiLeader')]).toMatchObject([[{ toldAs: 'own' }], []])
  expect((await listed('bjLeader'))[0]).toMatchObject({ canAnswer: false })
  expect((await listed('bjAuditor'))[0]).toMatchObject({ canAnswer: true })
  for (const name of ['bjHandler', 'hebeiHandler', 'policeLeader', 'operatorAdmin'] as const) {
    expect([name, await listed(name)]).toEqual([name, []])
    expect([name, await waits(name)]).toEqual([name, []])
  }
})

test('[HU792] an alert is answered once, by who was told, and the answer is logged', async () => {
  const alertId = (await listed('bjAuditor'))[0]!.id
  const answer = (by: OfficerName) =>
    world.submit(by, answerAlert, { alertId, verdict: 'pursued', note: '已联系河北烟草核实' })
  expect(await world.refusal(() => answer('bjLeader'))).toMatchObject({ code: 'policy.denied' })
  for (const name of ['hebeiHandler', 'operatorAudit'] as const)
    expect(await world.refusal(() => answer(name))).toMatchObject({ kind: 'not-found' })
  await answer('bjAuditor')
  expect(await world.refusal(() => answer('bjAuditor'))).toMatchObject({ code: 'alert.already-answered' })
  expect(await listed('bjAuditor')).toMatchObject([{ answer: { verdict: 'pursued', note: '已联系河北烟草核实' } }])
  expect(await waits('bjAuditor')).toEqual([])
  expect(
    (await world.entries()).filter(({ act, outcome }) => act === 'alert.answer' && outcome === 'done'),
  ).toHaveLength(1)
})

test('[HU793] nobody is told an alert about oneself', async () => {
  await world.anAlert('bjAuditor', 'bj')
  expect(await listed('bjAuditor')).toHaveLength(1)
})

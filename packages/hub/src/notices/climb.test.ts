import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { anErrandWorld } from '../assistances/an-errand.ts'
import { climbNotice, dueClimbs, listNotices, seeNotices } from './index.ts'

let world: Awaited<ReturnType<typeof anErrandWorld>>
beforeAll(async () => {
  world = await anErrandWorld()
})
afterAll(() => world.close())
beforeEach(() => world.owner.query('truncate notices, notice_climbs'))

const minute = 60_000
const hours2 = {
  ...{ urgency: 'hours_2', urgencyReason: '正在转移', lane: 'beijing_tianjin_hebei', kind: 'licence_check' },
}
const hours24 = { urgency: 'hours_24', urgencyReason: '正在转移' }
const inbox = async (by: OfficerName) => (await world.question(by, listNotices, {})).items
/** Looks as the program does, so many times at once. */
async function look(times = 1): Promise<number> {
  const due = await dueClimbs(world.hub, 100)
  const told = await Promise.all(due.flatMap((id) => Array.from({ length: times }, () => climbNotice(world.hub, id))))
  return told.filter(Boolean).length
}
const climbed = async () => (await world.entries()).filter(({ act }) => act === 'notice.climb')

test('[HU1009] what nobody of the desk has read goes to the leader once, with an entry in the log', async () => {
  const before = (await climbed()).length
  const id = await world.anErrand(['send'], hours2)
  expect(await inbox('hebeiLeader')).toEqual([])
  world.clock.advance(15 * minute - 1)
  expect(await look()).toBe(0)
  world.clock.advance(1)
  expect(await look(3)).toBe(1)
  expect(await inbox('hebeiLeader')).toMatchObject([
    { words: { zh: '限时2小时协查：值班人员未查看，请过问' }, isUrgent: true, matter: { href: `/assistance/${id}` } },
  ])
  expect((await climbed()).slice(before)).toMatchObject([
    { subject: { kind: 'Assistance', id }, facts: { agency: world.agencies.hebei, minutes: 15, roles: 'leader' } },
  ])
  for (const name of ['hebeiDuty', 'hebeiHandler'] as const) expect(await inbox(name)).toHaveLength(1)
  for (const name of ['bjLeader', 'policeDuty'] as const) expect(await inbox(name)).toEqual([])
  world.clock.advance(15 * minute)
  expect(await look()).toBe(0)
})

test('[HU1010] what one of the desk has read, or moved on without reading, climbs nowhere', async () => {
  await world.anErrand(['send'], hours2)
  const [told] = await inbox('hebeiHandler')
  await world.submit('hebeiHandler', seeNotices, { numbers: [told!.number] })
  await world.anErrand(['send', 'sign_in'], hours2)
  world.clock.advance(15 * minute)
  expect(await look()).toBe(0)
  expect(await inbox('hebeiLeader')).toEqual([])
  const { rows } = await world.owner.query('select state from notice_climbs')
  expect(rows).toEqual([{ state: 'read' }, { state: 'read' }])
})

test('[HU1011] what can wait for the desk climbs in its hours of duty only, and a two-hour request at any hour', async () => {
  // 17:40 in China, on a working day.
  const today = world.clock.now().toISOString().slice(0, 10)
  world.clock.advance(Date.parse(`${today}T09:40:00Z`) - world.clock.now().getTime())
  await world.anErrand(['send'], hours24)
  await world.anErrand(['send'], hours2)
  world.clock.advance(60 * minute)
  expect(await look()).toBe(1)
  expect(await inbox('hebeiLeader')).toMatchObject([{ kind: 'assistance_urgent' }])
  world.clock.advance((13 * 60 + 59) * minute)
  expect(await look()).toBe(0)
  world.clock.advance(minute)
  expect(await look()).toBe(1)
})

test('[HU1012] where nobody holds a post of the desk, the leader is told at once', async () => {
  const desk = [world.people.hebeiDuty.officer.id, world.people.hebeiHandler.officer.id]
  const set = (state: string) => world.owner.query('update officers set state = $2 where id = any ($1)', [desk, state])
  await set('suspended')
  await world.anErrand(['send'], hours24)
  expect(await look()).toBe(1)
  expect(await inbox('hebeiLeader')).toHaveLength(1)
  await set('active')
})

test('[HU1012] no officer and no other duty sees what climbs or marks it', async () => {
  await world.anErrand(['send'], hours2)
  const { officer } = world.people.hebeiLeader
  for (const eyes of [{ agencyId: officer.agencyId, officerId: officer.id }, { duty: 'delivering' as const }])
    await world.hub.db.transaction(eyes, world.clock.now(), async (tx) => {
      expect((await tx.$client.query('select from notice_climbs')).rowCount).toBe(0)
      expect((await tx.$client.query("update notice_climbs set state = 'read'")).rowCount).toBe(0)
    })
})

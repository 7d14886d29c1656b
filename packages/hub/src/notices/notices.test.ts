import { roles } from '@lianban/identity'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { anErrandWorld } from '../assistances/an-errand.ts'
import { dueAlarms, tellAlarm } from '../clocks/index.ts'
import { acts } from '../trail/index.ts'
import { chooseNotices, listNotices, noticeOptions, noticesSince, seeNotices } from './index.ts'

let world: Awaited<ReturnType<typeof anErrandWorld>>
beforeAll(async () => {
  world = await anErrandWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.owner.query('truncate notices, notice_choices')
})

const inbox = async (by: OfficerName) => (await world.question(by, listNotices, {})).items
const unseen = async (by: OfficerName) => (await world.question(by, listNotices, {})).unseen.all
const hours2 = {
  ...{ urgency: 'hours_2', urgencyReason: '正在转移', lane: 'beijing_tianjin_hebei', kind: 'licence_check' },
}

test('[HU990] each step tells the other side what became of it, and nobody of the side that took it', async () => {
  const id = await world.anErrand(['send'])
  expect(await inbox('hebeiDuty')).toMatchObject([
    { kind: 'assistance', words: { zh: '收到协查，待签收' }, matter: { href: `/assistance/${id}` }, seenAt: null },
  ])
  for (const name of ['bjHandler', 'bjLeader', 'policeDuty', 'bjAdmin'] as const)
    expect([name, await inbox(name)]).toEqual([name, []])
  await world.take(id, 'sign_in')
  world.clock.advance(1000)
  await world.take(id, 'find_complete')
  expect((await inbox('bjHandler')).map(({ words }) => words.zh)).toEqual([
    '对方审收协查：手续齐全',
    '对方审收协查：签收',
  ])
  expect(await inbox('hebeiDuty')).toHaveLength(1)
  await world.take(id, 'withdraw')
})

test('[HU990] a two-hour request is told as urgent and cannot be left off', async () => {
  const choose = (kind: string, isWanted: boolean) => world.submit('hebeiDuty', chooseNotices, { kind, isWanted })
  expect(await world.refusal(() => choose('assistance_urgent', false))).toMatchObject({ code: 'notice.kind-fixed' })
  expect(await world.refusal(() => choose('constructor', false))).toMatchObject({ code: 'notice.kind-unknown' })
  await choose('assistance', false)
  await world.anErrand(['send'])
  await world.anErrand(['send'], hours2)
  expect(await inbox('hebeiDuty')).toMatchObject([{ kind: 'assistance_urgent', isUrgent: true }])
  expect(await inbox('hebeiHandler')).toHaveLength(2)
  expect(
    (await world.question('hebeiDuty', noticeOptions, {})).kinds.filter(({ isWanted }) => !isWanted),
  ).toMatchObject([{ kind: 'assistance' }])
})

test('[HU991] notices are numbered in the order of commit, and one question finds all of them up to a number', async () => {
  const { hebei: agencyId } = world.agencies
  const officerIds = [world.people.hebeiDuty.officer.id, world.people.hebeiHandler.officer.id]
  const { last } = await noticesSince(world.hub, { agencyId, after: undefined, officerIds })
  const asked = await Promise.all(Array.from({ length: 6 }, () => world.anErrand()))
  await Promise.all(asked.map((id) => world.take(id, 'send')))
  const found = await noticesSince(world.hub, { agencyId, after: last, officerIds })
  expect(found.last).toBe(last + 6)
  for (const officerId of officerIds)
    expect(found.said.filter((one) => one.officerId === officerId).map(({ number }) => number)).toEqual(
      Array.from({ length: 6 }, (_, n) => last + 1 + n),
    )
  expect(await noticesSince(world.hub, { agencyId, after: found.last, officerIds })).toEqual({
    last: found.last,
    said: [],
  })
})

test('[HU991] a step that is refused tells nobody and takes no number', async () => {
  const id = await world.anErrand(['send'])
  await world.refusal(() => world.take(id, 'claim'))
  expect(await inbox('bjHandler')).toEqual([])
})

test('[HU992] reading marks one’s own notices and nobody else’s, and says so once', async () => {
  await world.anErrand(['send'])
  const { number } = (await inbox('hebeiDuty'))[0]!
  expect(await world.submit('hebeiDuty', seeNotices, { numbers: [number] })).toEqual({ seen: 1 })
  expect(await world.submit('hebeiDuty', seeNotices, { numbers: [number] })).toEqual({ seen: 0 })
  expect([await unseen('hebeiDuty'), await unseen('hebeiHandler')]).toEqual([0, 1])
  expect(await world.submit('policeDuty', seeNotices, { numbers: [number] })).toEqual({ seen: 0 })
  expect((await world.question('hebeiDuty', listNotices, { isUnseen: true })).items).toEqual([])
})

test('[HU993] a notice about a case that is kept to named officers goes to them, and whoever loses it loses the notice', async () => {
  const { bjHandler, bjColleague } = world.people
  const id = await world.anErrand(['send'])
  await world.take(id, 'sign_in')
  expect([await unseen('bjHandler'), await unseen('bjColleague')]).toEqual([1, 1])
  await world.owner.query('update cases set is_restricted = true where id = $1', [world.caseId])
  await world.owner.query(
    `insert into record_readers (record_kind, record_id, record_at, agency_id, officer_id, added_by, added_at)
     select 'Case', id, opened_at, owner_agency_id, $2, $2, opened_at from cases where id = $1`,
    [world.caseId, bjHandler.officer.id],
  )
  expect([await unseen('bjHandler'), await unseen('bjColleague')]).toEqual([1, 0])
  expect(await inbox('bjColleague')).toEqual([])
  await world.take(id, 'find_complete')
  const { rows } = await world.owner.query<{ officer_id: string }>(
    "select officer_id from notices where agency_id = $1 and step = 'find_complete'",
    [world.agencies.bj],
  )
  expect(rows.map(({ officer_id }) => officer_id)).toContain(bjHandler.officer.id)
  expect(rows.map(({ officer_id }) => officer_id)).not.toContain(bjColleague.officer.id)
  await world.owner.query('update cases set is_restricted = false where id = $1', [world.caseId])
})

test('[HU994] a limit that is near or past is told once, to those who answer for it', async () => {
  const id = await world.anErrand(['send', 'sign_in', 'find_complete'], hours2)
  await world.owner.query('truncate notices')
  world.clock.advance(3 * 3_600_000)
  for (const alarm of await dueAlarms(world.hub, 500))
    await Promise.all([tellAlarm(world.hub, alarm), tellAlarm(world.hub, alarm)])
  const about = (await inbox('hebeiDuty')).filter(({ matter }) => matter.href.endsWith(id))
  expect(about.map(({ kind }) => kind).toSorted()).toEqual(['deadline_near', 'deadline_over'])
  expect(about.find(({ kind }) => kind === 'deadline_over')).toMatchObject({ words: { zh: '已超过期限' } })
})

test('[HU995] every act of the table is one the log knows, and every post in it one that there is', () => {
  const { notices } = world.hub.law
  const known = Object.keys(acts)
  expect(
    notices.acts.map(({ act }) => act).filter((act) => !known.includes(act) && !/^(clock|webhook)\./.test(act)),
  ).toEqual([])
  const posts = [...notices.acts, ...notices.acts.flatMap(({ climbs }) => climbs)].flatMap((each) => each.roles)
  expect(posts.filter((role) => !roles.some((each) => each === role))).toEqual([])
})

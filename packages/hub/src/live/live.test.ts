import { listen } from '@lianban/db'
import { newId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aWorld, day, type World } from '../a-world.ts'
import { recordEvent } from '../cases/index.ts'
import { type News, newsChannel, readNews } from '../news.ts'
import { giveGrant, recallGrant } from '../sharing/index.ts'
import { dissolveTaskForce, findTaskForcePage, revokeSeat } from '../task-forces/index.ts'
import { nextGrantEnd, stillOpen } from './index.ts'

type RecordNews = News & { readonly what: 'record'; readonly agencies: readonly string[] }

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

async function hearing(work: () => Promise<unknown>): Promise<News[]> {
  const heard: News[] = []
  const { connectionString } = world.hub.db.pool.options
  const ears = await listen(connectionString!, newsChannel, (payload) => heard.push(readNews(payload)!))
  await work()
  // Notifications arrive in the order of commits: the last word shows that all before it were heard.
  await world.hub.db.pool.query(`select pg_notify('${newsChannel}', '{"what":"session","id":"last"}')`)
  await expect.poll(() => heard.at(-1)).toEqual({ what: 'session', id: 'last' })
  await ears.close()
  return heard.slice(0, -1)
}

test('[HU381] every command says at commit which records it was about and which agencies it names, in ids only', async () => {
  const { bj, police } = world.agencies
  const { sessionId } = world.people.bjHandler
  const caseId = await world.aCase()
  const clueId = await world.aClue({}, 'bjHandler')
  const event = { caseId, kind: 'other' as const, happenedOn: '2025', what: '北京查获', source: '004' }
  expect(await hearing(() => world.submit('bjHandler', recordEvent, event))).toEqual([
    { what: 'record', about: [{ kind: 'Case', id: caseId }], agencies: [bj], sessionId },
  ])
  const given = world.terms({ kind: 'Clue', id: clueId }, 'police')
  const [access, record] = await hearing(() => world.submit('bjHandler', giveGrant, given))
  expect(access).toEqual({ what: 'access', kind: 'Clue', id: clueId })
  expect(record).toMatchObject({ what: 'record', about: [{ kind: 'Clue', id: clueId }] })
  expect((record as RecordNews).agencies.toSorted()).toEqual([bj, police].toSorted())
})

test('[HU381] a recall names the agency that loses and the record it was about', async () => {
  const { bj, police } = world.agencies
  const caseId = await world.aCase()
  const grantId = await world.aGrant({ kind: 'Case', id: caseId }, 'police')
  const recall = { grantId, expectedVersion: 1, reason: '结束' }
  const [access, record] = await hearing(() => world.submit('bjHandler', recallGrant, recall))
  expect(access).toEqual({ what: 'access', kind: 'Case', id: caseId })
  expect(record).toMatchObject({ about: expect.arrayContaining([{ kind: 'Case', id: caseId }]) })
  expect((record as RecordNews).agencies).toEqual(expect.arrayContaining([bj, police]))
})

test('[HU381] a refused attempt and a repeated submission say nothing', async () => {
  const caseId = await world.aCase()
  const submissionId = newId()
  const event = { caseId, kind: 'other' as const, happenedOn: '2025', what: '经过', source: '004', submissionId }
  const call = world.as('bjHandler')
  await recordEvent(call, event)
  const heard = await hearing(async () => {
    await recordEvent(call, event)
    await recordEvent(world.as('hebeiHandler'), { ...event, submissionId: newId() }).catch(() => {})
  })
  expect(heard).toEqual([])
})

test('[HU382] of the records a page asks about, an officer keeps those the rules open now', async () => {
  const caseId = await world.aCase()
  const clueId = await world.aClue()
  const grantId = await world.aGrant({ kind: 'Case', id: caseId }, 'police')
  const refs = [
    { kind: 'Case', id: caseId },
    { kind: 'Clue', id: clueId },
    { kind: 'Case', id: newId() },
    { kind: 'Case', id: 'nonsense' },
    { kind: 'constructor', id: caseId },
  ]
  const of = async (name: 'policeHandler' | 'shunyiIntake' | 'hebeiHandler') =>
    (await stillOpen(world.hub, world.people[name].officer, { sectionIds: [], refs })).readable
  expect(await of('policeHandler')).toEqual([refs[0]])
  expect(await of('shunyiIntake')).toEqual([refs[1]])
  expect(await of('hebeiHandler')).toEqual([])
  await world.submit('bjHandler', recallGrant, { grantId, expectedVersion: 1, reason: '结束' })
  expect(await of('policeHandler')).toEqual([])
})

test('[HU382] the page of a task force closes for whoever loses the seat, though nothing was shared with it', async () => {
  const taskForceId = await world.aTaskForce(['police', 'guilin'])
  const ref = { kind: 'TaskForce', id: taskForceId }
  const readable = async (name: 'policeHandler' | 'guilinHandler') =>
    (await stillOpen(world.hub, world.people[name].officer, { sectionIds: [], refs: [ref] })).readable
  expect(await readable('policeHandler')).toEqual([ref])
  const { seats } = await world.ask('bjHandler', findTaskForcePage, { taskForceId })
  const revoke = { taskForceId, expectedVersion: 1, seatId: seats[0]!.id, reason: '调整' }
  const [access] = await hearing(() => world.submit('bjHandler', revokeSeat, revoke))
  expect(access).toEqual({ what: 'access', ...ref })
  expect(await readable('policeHandler')).toEqual([])
  expect(await readable('guilinHandler')).toEqual([ref])
  const dissolve = { taskForceId, expectedVersion: 2, reason: '办结' }
  expect((await hearing(() => world.submit('bjLeader', dissolveTaskForce, dissolve)))[0]).toEqual(access)
})

test('[HU383] the next grant to run out is known by its instant, to the program’s own duty alone', async () => {
  const { hub } = world
  const soon = new Date(world.clock.now().getTime() + 5000)
  const ref = { kind: 'Case' as const, id: await world.aCase() }
  await world.aGrant(ref, 'police', { expiresAt: soon.toISOString() })
  const later = await world.aGrant(ref, 'guilin', { expiresAt: new Date(soon.getTime() + 5000).toISOString() })
  expect(await nextGrantEnd(hub)).toEqual(soon)
  const { agencyId, id: officerId } = world.people.bjHandler.officer
  const asked = await hub.db.transaction({ agencyId, officerId }, world.clock.now(), (tx) =>
    tx.execute(sql`select next_grant_end() as at`),
  )
  expect(asked.rows).toEqual([{ at: null }])
  world.clock.advance(5000)
  expect(await nextGrantEnd(hub)).toEqual(new Date(soon.getTime() + 5000))
  await world.submit('bjHandler', recallGrant, { grantId: later, expectedVersion: 1, reason: '结束' })
  expect((await nextGrantEnd(hub))!.getTime()).toBeGreaterThan(soon.getTime() + day)
})

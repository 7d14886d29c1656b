import type { GrantId } from '@lianban/kernel'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, day, type World } from '../a-world.ts'
import { findCasePage, findCluePage } from '../cases/index.ts'
import { myDesk } from '../desk/index.ts'
import { noteGrant, recallGrant } from '../sharing/index.ts'
import { confirmGrant, grantsToReview } from './index.ts'

const reviewDays = 180
let world: World
beforeEach(async () => {
  world = await aWorld()
})
afterEach(() => world.close())

const until = () => ({ expiresAt: new Date(world.clock.now().getTime() + 1000 * day).toISOString() })
const grantTo = async (agency: 'police' | 'baoan' = 'police') => {
  const caseId = await world.aCase()
  const grantId = await world.aGrant({ kind: 'Case', id: caseId }, agency, until())
  return { caseId, grantId }
}
const listed = async (by: OfficerName = 'bjLeader', idleDays?: number) =>
  (await world.ask(by, grantsToReview, { ...(idleDays && { idleDays }) })).items
const concerns = async (grantId: GrantId, idleDays?: number) =>
  (await listed('bjLeader', idleDays)).find(({ id }) => id === grantId)?.concerns
const confirm = (grantId: GrantId, expectedVersion = 1, by: OfficerName = 'bjLeader') =>
  world.submit(by, confirmGrant, { grantId, expectedVersion, note: '仍需协办' })
const waits = async (by: OfficerName) =>
  (await world.ask(by, myDesk, {})).tasks.filter(({ kind }) => kind === 'grant.review').length

test('[HU370] a grant is due after a period, and a confirmation begins the period anew', async () => {
  const { grantId } = await grantTo()
  world.clock.advance(reviewDays * day - 1)
  expect(await concerns(grantId, 3000)).toEqual([])
  expect(await waits('bjLeader')).toBe(0)
  world.clock.advance(1)
  expect(await concerns(grantId, 3000)).toEqual(['overdue'])
  expect(await waits('bjLeader')).toBe(1)
  await confirm(grantId)
  const { rows } = await world.owner.query('select reviewed_by, review_note from grants where id = $1', [grantId])
  expect(rows).toEqual([{ reviewed_by: world.people.bjLeader.officer.id, review_note: '仍需协办' }])
  expect(await concerns(grantId, 3000)).toEqual([])
  expect(await waits('bjLeader')).toBe(0)
  world.clock.advance(reviewDays * day)
  expect(await concerns(grantId, 3000)).toEqual(['overdue'])
})

test('[HU378] noting a grant is no review of it, and a review notes nothing', async () => {
  const { grantId } = await grantTo()
  world.clock.advance(reviewDays * day)
  await world.submit('bjHandler', noteGrant, { grantId, expectedVersion: 1 })
  expect(await concerns(grantId, 3000)).toEqual(['overdue'])
  await confirm(grantId, 2)
  expect(await concerns(grantId, 3000)).toEqual([])
  const ends = new Date(world.clock.now().getTime() + 8 * day)
  await world.owner.query('update grants set expires_at = $2 where id = $1', [grantId, ends])
  world.clock.advance(2 * day)
  await confirm(grantId, 3)
  const due = (await world.ask('bjHandler', myDesk, {})).tasks.filter(
    ({ kind, id }) => kind === 'grant.due' && id === grantId,
  )
  expect(due).toHaveLength(1)
})

test('[HU375] grants are due, and idle, by the periods in force', async () => {
  const { grantId } = await grantTo()
  world.letPeriods({ reviewGrant: 30, idleGrant: 20 })
  world.clock.advance(20 * day)
  expect(await concerns(grantId)).toEqual(['never-opened'])
  world.clock.advance(10 * day)
  expect(await concerns(grantId)).toEqual(['overdue', 'never-opened'])
  expect(await world.ask('bjLeader', grantsToReview, {})).toMatchObject({ reviewDays: 30, idleDays: 20 })
})

test('[HU424] many grants are listed for review in as many statements as one', async () => {
  await grantTo()
  const statements = await world.statements('bjLeader', grantsToReview, {})
  for (const agency of ['police', 'baoan'] as const) await grantTo(agency)
  expect(await world.statements('bjLeader', grantsToReview, {})).toBe(statements)
})

test('[HU371] the leader of the owner reviews, and nobody else', async () => {
  const { grantId } = await grantTo()
  for (const name of ['bjHandler', 'bjAuditor', 'policeLeader', 'policeHandler'] as const) {
    expect(await world.refusal(() => confirm(grantId, 1, name))).toMatchObject({ code: 'policy.denied' })
    expect(await listed(name)).toEqual([])
  }
  for (const name of ['hebeiLeader', 'operatorAdmin', 'bjAgencyAdmin'] as const) {
    expect(await world.refusal(() => confirm(grantId, 1, name))).toMatchObject({ code: 'record.unseen' })
    expect(await listed(name)).toEqual([])
  }
})

test('[HU372] a confirmation over an older page, or of what is no longer live, is refused', async () => {
  const { grantId } = await grantTo()
  await confirm(grantId)
  expect(await world.refusal(() => confirm(grantId, 1))).toMatchObject({ code: 'record.stale' })
  await world.submit('bjHandler', recallGrant, { grantId, expectedVersion: 2, reason: '不再需要' })
  expect(await world.refusal(() => confirm(grantId, 3))).toMatchObject({ code: 'grant.no-longer-live' })
  const second = await grantTo()
  world.clock.advance(1001 * day)
  expect(await world.refusal(() => confirm(second.grantId))).toMatchObject({ code: 'grant.no-longer-live' })
  expect(await listed()).toEqual([])
})

test('[HU373] a grant that nobody of the grantee opened for so many days is told, by the log', async () => {
  const { caseId, grantId } = await grantTo()
  expect(await concerns(grantId, 30)).toEqual([])
  await world.ask('bjHandler', findCasePage, { caseId })
  world.clock.advance(30 * day)
  expect(await concerns(grantId, 30)).toEqual(['never-opened'])
  await world.ask('policeHandler', findCasePage, { caseId })
  expect(await concerns(grantId, 30)).toEqual([])
  expect((await listed()).find(({ id }) => id === grantId)?.lastOpenedAt).toEqual(world.clock.now())
  world.clock.advance(30 * day)
  expect(await concerns(grantId, 30)).toEqual(['not-opened-lately'])
  expect(await concerns(grantId, 31)).toEqual([])
})

test('[HU373] opening a clue counts for the grant on the clue, and for the grantee’s own officers only', async () => {
  const clueId = await world.aClue({}, 'bjIntake')
  const record = { kind: 'Clue' as const, id: clueId as string }
  const [police, baoan] = [await world.aGrant(record, 'police', until()), await world.aGrant(record, 'baoan', until())]
  world.clock.advance(day)
  await world.ask('policeHandler', findCluePage, { clueId })
  expect([await concerns(police, 1), await concerns(baoan, 1)]).toEqual([[], ['never-opened']])
})

test('[HU374] a grant to an officer who was suspended is told', async () => {
  const { id } = world.people.policeHandler.officer
  const caseId = await world.aCase()
  const grantId = await world.aGrant({ kind: 'Case', id: caseId }, 'police', { ...until(), granteeOfficerId: id })
  expect(await concerns(grantId)).toEqual([])
  await world.owner.query("update officers set state = 'suspended' where id = $1", [id])
  expect(await concerns(grantId)).toEqual(['grantee-suspended'])
})

test('[HU438] grants for review come page by page, the longest waiting first, and only those of concern where asked', async () => {
  const ids: GrantId[] = []
  for (let made = 0; made < 5; made++) {
    ids.push((await grantTo()).grantId)
    world.clock.advance(40 * day)
  }
  const walked: GrantId[] = []
  let cursor: string | undefined
  do {
    const page = await world.ask('bjLeader', grantsToReview, { limit: 2, ...(cursor && { cursor }) })
    expect(page.total).toBe(5)
    walked.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(walked).toEqual(ids)
  for (const idleDays of [30, 90, 3000]) {
    const ofConcern = (await listed('bjLeader', idleDays)).filter((grant) => grant.concerns.length > 0)
    const { items, total } = await world.ask('bjLeader', grantsToReview, { idleDays, concern: true })
    expect(items).toEqual(ofConcern)
    expect(total).toBe(ofConcern.length)
  }
})

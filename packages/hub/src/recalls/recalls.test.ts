import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AgencyName, OfficerName } from '../a-cast.ts'
import { aWorld, clueInput, day, type World } from '../a-world.ts'
import { findCluePage } from '../cases/index.ts'
import { listClues } from '../clues/index.ts'
import { correctClue } from '../corrections/index.ts'
import { myDesk } from '../desk/index.ts'
import { giveToTaskForce, recallGrant } from '../sharing/index.ts'
import { dissolveTaskForce, findTaskForcePage, revokeSeat } from '../task-forces/index.ts'
import { acknowledgeNotice, findNoticePage, listNotices } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const share = (clueId: string, to: AgencyName, changed = {}) =>
  world.aGrant({ kind: 'Clue', id: clueId }, to, changed, 'shunyiHandler')
const recall = (grantId: string, by: OfficerName = 'shunyiHandler') =>
  world.submit(by, recallGrant, { grantId, expectedVersion: 1, reason: '线索来源要求收回' })
const correct = (clueId: string, title: string, expectedVersion = 1) =>
  world.submit('shunyiHandler', correctClue, {
    clueId,
    expectedVersion,
    fault: '有误',
    reason: '核对',
    changes: { title },
  })
const sent = async (recordId: string) =>
  (await world.ask('shunyiHandler', listNotices, { box: 'sent', recordId })).items
const told = async (recordId: string) =>
  (await sent(recordId))
    .map(({ agency, throughCase }) => `${agency.slug}${throughCase ? ' through a case' : ''}`)
    .sort()
const acknowledge = (
  name: OfficerName,
  noticeId: string,
  changed: { copies?: 'none' | 'destroyed' | 'updated' | 'kept_by_law'; note?: string } = {},
) => world.submit(name, acknowledgeNotice, { noticeId, copies: 'destroyed', note: '', ...changed })

/** Shunyi's clue: given to Beijing to co-handle and pass on, opened by Beijing to others, and given to Baoan directly. */
async function aSpreadClue(changed: Parameters<World['aClue']>[0] = {}) {
  const clueId = await world.aClue(changed)
  const grantId = await share(clueId, 'bj', { level: 'co_handle', allowsOnward: true })
  await share(clueId, 'baoan')
  const caseId = await world.aCase({ clueIds: [clueId], label: 'core_sensitive' })
  for (const to of ['police', 'procuratorate', 'baoan'] as const) await world.aGrant({ kind: 'Case', id: caseId }, to)
  await world.aGrant({ kind: 'Case', id: caseId }, 'guilin', { withheldFields: ['clues'] })
  return { clueId, caseId, grantId }
}

test('[HU375] a notice is due by the period in force when it was told', async () => {
  const clueId = await world.aClue()
  await share(clueId, 'baoan')
  await correct(clueId, '一')
  world.letPeriods({ acknowledge: 10 })
  await correct(clueId, '二', 2)
  world.letPeriods({ acknowledge: 3 })
  const due = (await sent(clueId)).map(({ toldAt, dueAt }) => (dueAt.getTime() - toldAt.getTime()) / day)
  expect(due).toEqual([10, 3])
})

describe('who is told', () => {
  test('[HU248] a correction reaches every reader once, by grant or through the case', async () => {
    const { clueId } = await aSpreadClue()
    await correct(clueId, '新标题', 2)
    expect(await told(clueId)).toEqual(['baoan', 'bj', 'police through a case', 'procuratorate through a case'])
  })

  test('[HU248] no notice goes where a grant was over, or the clue was not passed on', async () => {
    const { clueId, grantId } = await aSpreadClue({ handlingCode: 'no_onward' })
    await recall(grantId)
    const before = await told(clueId)
    await share(clueId, 'guilin', { expiresAt: new Date(world.clock.now().getTime() + 1).toISOString() })
    world.clock.advance(1)
    await correct(clueId, '新标题', 2)
    expect((await told(clueId)).length - before.length).toBe(1)
    expect((await sent(clueId)).filter(({ kind }) => kind === 'correction')).toMatchObject([
      { agency: { slug: 'baoan' } },
    ])
  })

  test('[HU249] a recall reaches the grantee and those its case passed the clue on to', async () => {
    const { clueId, grantId } = await aSpreadClue()
    await recall(grantId)
    // Baoan still has a grant of its own.
    expect(await told(clueId)).toEqual(['bj', 'police through a case', 'procuratorate through a case'])
    expect((await sent(clueId))[0]).toMatchObject({ kind: 'recall', reason: '线索来源要求收回', state: 'waiting' })
  })

  test('[HU249] after a recall nobody reads the clue through a case of the grantee, and a new grant opens it to the grantee alone', async () => {
    const { clueId, grantId } = await aSpreadClue()
    const reads = async (name: OfficerName) =>
      (await world.ask(name, listClues, {})).items.some(({ id }) => id === clueId)
    expect([await reads('bjHandler'), await reads('policeLeader'), await reads('baoanHandler')]).toEqual([
      true,
      true,
      true,
    ])
    await recall(grantId)
    // Baoan still has a grant of its own.
    expect([await reads('bjHandler'), await reads('policeLeader'), await reads('baoanHandler')]).toEqual([
      false,
      false,
      true,
    ])
    expect(await world.refusal(() => world.ask('policeLeader', findCluePage, { clueId }))).toMatchObject({
      code: 'record.unseen',
    })
    await share(clueId, 'bj')
    expect([await reads('bjHandler'), await reads('policeLeader')]).toEqual([true, false])
  })

  test('[HU249] a recall of a grant on a case reaches its grantee', async () => {
    const caseId = await world.aCase()
    const grantId = await world.aGrant({ kind: 'Case', id: caseId }, 'police')
    await recall(grantId, 'bjHandler')
    const { items } = await world.ask('policeLeader', listNotices, { box: 'received', recordId: caseId })
    expect(items).toMatchObject([{ record: { kind: 'Case', title: '跨省电子烟网络案' }, agency: { slug: 'police' } }])
  })

  const aSharedForce = async (seats: readonly AgencyName[]) => {
    const clueId = await world.aClue()
    const taskForceId = await world.aTaskForce(['shunyi', ...seats])
    const { granteeAgencyId: _a, agreementId: _b, ...terms } = world.terms({ kind: 'Clue', id: clueId }, 'police')
    await world.submit('shunyiHandler', giveToTaskForce, { ...terms, taskForceId })
    return { clueId, taskForceId }
  }

  test('[HU422] a seat that is taken back, and a task force that ends, ask those who lose a record for a receipt to its owner', async () => {
    const { clueId, taskForceId } = await aSharedForce(['police', 'baoan', 'guilin'])
    const force = { taskForceId, reason: '工作结束' }
    const { seats } = await world.ask('bjHandler', findTaskForcePage, { taskForceId })
    const seatId = seats.find(({ agency }) => agency.slug === 'police')!.id
    await world.submit('bjHandler', revokeSeat, { ...force, expectedVersion: 1, seatId })
    expect(await told(clueId)).toEqual(['police'])
    await share(clueId, 'guilin', { level: 'comment' })
    await world.submit('bjLeader', dissolveTaskForce, { ...force, expectedVersion: 2 })
    // Beijing sits in its own task force like the others; Guilin still has a wider grant of its own.
    expect(await told(clueId)).toEqual(expect.arrayContaining(['baoan', 'police']))
    expect(await told(clueId)).not.toContain('guilin')
    const received = await world.ask('policeLeader', listNotices, { box: 'received', recordId: clueId })
    expect(received.items).toMatchObject([{ kind: 'recall', reason: '工作结束', ownerAgency: { slug: 'shunyi' } }])
    await acknowledge('policeLeader', received.items[0]!.id)
  })

  test('[HU422] whoever keeps something narrower is asked all the same', async () => {
    const { clueId, taskForceId } = await aSharedForce(['police'])
    await share(clueId, 'police', { withheldFields: ['identifiers'] })
    await world.submit('bjLeader', dissolveTaskForce, { taskForceId, expectedVersion: 1, reason: '结束' })
    expect(await told(clueId)).toEqual(['police'])
  })

  test('[HU422] an emergency access that the owner ends is acknowledged by the officer who had it', async () => {
    const caseId = await world.aCase({ number: '急〔1〕号' })
    const grantId = await world.anEmergency('急〔1〕号', 'policeDuty')
    await recall(grantId, 'bjHandler')
    const { items } = await world.ask('bjHandler', listNotices, { box: 'sent', recordId: caseId })
    expect(items).toMatchObject([{ agency: { slug: 'police' }, officer: { postEn: 'policeDuty' } }])
  })

  test('[HU422] nobody is told on behalf of an owner by whoever leads no task force that has the record', async () => {
    const { clueId } = await aSharedForce(['police'])
    const { agencyId, id: officerId } = world.people.guilinLeader.officer
    const intrude = `insert into recall_notices (id, kind, record_kind, record_id, record_number, record_title, owner_agency_id, agency_id, through_case, reason, told_by, told_at, due_at)
      values (gen_random_uuid(), 'recall', 'Clue', '${clueId}', '1', '1', '${world.agencies.shunyi}', '${world.agencies.police}', false, '1', '${officerId}', now(), now())`
    const attempt = world.hub.db.transaction({ agencyId, officerId }, world.clock.now(), async (tx) => {
      await tx.execute("select set_config('lianban.duty', 'sharing', true)")
      await tx.execute(intrude)
    })
    await expect(attempt).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  test('[HU249] a recall of a grant that had run out asks nobody for a receipt', async () => {
    const clueId = await world.aClue()
    const grantId = await share(clueId, 'bj', { expiresAt: new Date(world.clock.now().getTime() + 1).toISOString() })
    world.clock.advance(1)
    await recall(grantId)
    expect(await told(clueId)).toEqual([])
  })
})

describe('the notice', () => {
  test('[HU250] it names the clue as it was known, after the recall and after later corrections', async () => {
    const clueId = await world.aClue()
    await recall(await share(clueId, 'bj'))
    await correct(clueId, '收回之后才知道的新标题')
    const { items } = await world.ask('bjHandler', listNotices, { box: 'received', recordId: clueId })
    const noticeId = items[0]!.id
    const page = await world.ask('bjHandler', findNoticePage, { noticeId })
    expect(page).toMatchObject({ record: { title: clueInput.title }, can: { acknowledge: true } })
    expect(JSON.stringify([items, page])).not.toMatch(/新标题|医用雾化器|13800000000/)
    await acknowledge('bjHandler', noticeId)
    expect(await world.refusal(() => world.ask('bjHandler', findCluePage, { clueId }))).toMatchObject({
      code: 'record.unseen',
    })
  })

  test.each<[OfficerName, string]>([
    ['shunyiHandler', 'policy.denied'],
    ['shunyiIntake', 'record.unseen'],
    ['bjDuty', 'record.unseen'],
    ['policeHandler', 'record.unseen'],
    ['hebeiHandler', 'record.unseen'],
  ])('[HU251] %s does not acknowledge what Beijing was told', async (name, code) => {
    const clueId = await world.aClue()
    await recall(await share(clueId, 'bj'))
    const noticeId = (await sent(clueId))[0]!.id
    expect(await world.refusal(() => acknowledge(name, noticeId))).toMatchObject({ code })
  })

  test('[HU251] the procuratorate acknowledges what it was told', async () => {
    const { clueId, grantId } = await aSpreadClue()
    await recall(grantId)
    const [notice] = (await world.ask('procurator', listNotices, { box: 'received', recordId: clueId })).items
    await acknowledge('procurator', notice!.id, { copies: 'none' })
    expect((await sent(clueId)).find(({ id }) => id === notice!.id)).toMatchObject({
      state: 'acknowledged',
      receipt: { copies: 'none', officer: { postEn: 'procurator' } },
    })
  })

  test('[HU251] of two receipts at one moment one is given', async () => {
    const clueId = await world.aClue()
    await recall(await share(clueId, 'bj'))
    const noticeId = (await sent(clueId))[0]!.id
    const attempts = (['bjHandler', 'bjLeader'] as const).map((name) => acknowledge(name, noticeId))
    expect(await world.losers(attempts)).toEqual(['recall.already-acknowledged'])
    expect(await world.ask('bjHandler', findNoticePage, { noticeId })).toMatchObject({ can: { acknowledge: false } })
  })

  test('[HU251] copies that the law keeps need their reason, and a recalled record is not brought up to date', async () => {
    const clueId = await world.aClue()
    await recall(await share(clueId, 'bj'))
    const noticeId = (await sent(clueId))[0]!.id
    expect(await world.refusal(() => acknowledge('bjHandler', noticeId, { copies: 'kept_by_law' }))).toMatchObject({
      code: 'recall.reason-needed',
    })
    expect(await world.refusal(() => acknowledge('bjHandler', noticeId, { copies: 'updated' }))).toMatchObject({
      code: 'recall.nothing-to-update',
    })
    await acknowledge('bjHandler', noticeId, { copies: 'kept_by_law', note: '已入卷，按档案规定保存三十年' })
    expect((await sent(clueId))[0]).toMatchObject({ receipt: { copies: 'kept_by_law', note: /三十年/ } })
  })
})

const tasks = async (name: OfficerName, noticeId: string) =>
  (await world.ask(name, myDesk, {})).tasks.filter(({ id }) => id === noticeId).map(({ kind }) => kind)

test('[HU252] a notice lies on the recipient’s desk, and once overdue on the owner’s', async () => {
  const clueId = await world.aClue()
  await recall(await share(clueId, 'bj'))
  const noticeId = (await sent(clueId))[0]!.id
  expect(await tasks('bjHandler', noticeId)).toEqual(['recall.acknowledge'])
  expect(await tasks('bjDuty', noticeId)).toEqual([])
  world.clock.advance(3 * day - 1)
  expect(await tasks('shunyiHandler', noticeId)).toEqual([])
  expect((await sent(clueId))[0]).toMatchObject({ state: 'waiting' })
  world.clock.advance(1)
  expect(await tasks('shunyiHandler', noticeId)).toEqual(['recall.chase'])
  expect((await sent(clueId))[0]).toMatchObject({ state: 'overdue' })
  await acknowledge('bjHandler', noticeId)
  expect(await tasks('shunyiHandler', noticeId)).toEqual([])
  expect(await tasks('bjHandler', noticeId)).toEqual([])
})

test('[HU250] notices page from new to old without gap or double', async () => {
  const clueId = await world.aClue()
  const grants = [await share(clueId, 'bj'), await share(clueId, 'baoan'), await share(clueId, 'guilin')]
  for (const grantId of grants) await recall(grantId)
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await world.ask('shunyiHandler', listNotices, { box: 'sent', recordId: clueId, limit: 1, cursor })
    expect(page.total).toBe(3)
    seen.push(...page.items.map(({ agency }) => agency.slug))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(seen).toEqual(['guilin', 'baoan', 'bj'])
})

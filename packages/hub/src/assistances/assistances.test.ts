import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { listClocksOf } from '../clock-board/index.ts'
import { myDesk } from '../desk/index.ts'
import { anErrandWorld } from './an-errand.ts'
import {
  assistanceMeasures,
  assistanceOptions,
  assistanceProgress,
  listAssistances,
  takeAssistanceLetter,
} from './index.ts'
import { pressing } from './store.ts'
import { assistances, isWaiting } from './table.ts'

const hour = 3600_000
const whole = ['send', 'sign_in', 'find_complete', 'claim'] as const
const lane = { urgency: 'hours_2', urgencyReason: '嫌疑人正在转移货物', lane: 'beijing_tianjin_hebei' }

let world: Awaited<ReturnType<typeof anErrandWorld>>
beforeAll(async () => {
  world = await anErrandWorld()
})
afterAll(() => world.close())

const refused = (attempt: () => Promise<unknown>) => world.refusal(attempt).then(({ code }) => code)
const waiting = async (by: OfficerName) =>
  (await world.question(by, listAssistances, { box: 'desk' })).items.map(({ id }) => id)

describe('what is asked', () => {
  test('[HU860] what an agency has no power to do is asked of nobody, and the reason is told', async () => {
    const seizure = { kind: 'seizure', targets: [{ kind: 'goods' as const, value: '卷烟', note: '' }] }
    const refusal = await world.refusal(() => world.ask('bjHandler', ['hebei'], seizure))
    expect(refusal).toMatchObject({ code: 'assistance.beyond-power', sentence: { zh: /没有查封、扣押权/ } })
    expect(await refused(() => world.ask('bjHandler', ['bj']))).toBe('assistance.to-oneself')
    const one = await world.question('bjHandler', assistanceOptions, { kind: 'licence_check' })
    const bars = Object.fromEntries(one.receivers.map(({ agency, bar }) => [agency.slug, bar === null]))
    expect(bars).toMatchObject({ hebei: true, police: false, post: false })
  })

  test('[HU861] it lacks neither paper nor object, and haste has its reason', async () => {
    const refusal = await world.refusal(() => world.ask('bjHandler', ['hebei'], { papers: [] }))
    expect(refusal).toMatchObject({ code: 'assistance.papers-lacking', facts: { missing: ['assistance_letter'] } })
    const company = [{ kind: 'company' as const, value: '某公司', note: '' }]
    const elsewhere = await world.refusal(() => world.ask('bjHandler', ['hebei'], { targets: company }))
    expect(elsewhere.facts).toEqual({ missing: ['enterprise_approval'] })
    const goods = [{ kind: 'goods' as const, value: '卷烟', note: '' }]
    expect(await refused(() => world.ask('bjHandler', ['hebei'], { targets: goods }))).toBe('assistance.target-needed')
    expect(await refused(() => world.ask('bjHandler', ['hebei'], { urgency: 'hours_24' }))).toBe(
      'assistance.reason-needed',
    )
    expect(await refused(() => world.ask('bjHandler', ['hebei'], { urgency: 'soon' }))).toBe(
      'assistance.urgency-unknown',
    )
  })

  test('[HU862] two hours are for members of a lane that offers them', async () => {
    const { lane: _none, ...hasty } = lane
    expect(await refused(() => world.ask('bjHandler', ['hebei'], hasty))).toBe('assistance.not-in-lane')
    expect(await refused(() => world.ask('bjHandler', ['hebei', 'guilin'], lane))).toBe('assistance.not-in-lane')
    expect((await world.ask('bjHandler', ['hebei'], lane)).assistanceIds).toHaveLength(1)
  })

  test('[HU863] the leader lets a request go, in a fast lane the desk; before that nobody else knows of it', async () => {
    const slow = await world.anErrand()
    expect(await refused(() => world.page('hebeiDuty', slow))).toBe('record.unseen')
    expect(await refused(() => world.take(slow, 'send', { by: 'bjDuty' }))).toBe('policy.denied')
    await world.take(slow, 'send')
    expect(await world.page('hebeiDuty', slow)).toMatchObject({ standing: 'sent', caseName: null, caseId: null })
    expect(await refused(() => world.page('guilinLeader', slow))).toBe('record.unseen')
    const fast = await world.anErrand([], lane)
    await world.take(fast, 'send', { by: 'bjDuty' })
    expect(await world.row(fast)).toMatchObject({ standing: 'sent' })
  })

  test('[HU864] one letter to several leaves each to answer for itself', async () => {
    const { assistanceIds, letterId } = await world.ask('bjHandler', ['hebei', 'guilin'])
    for (const id of assistanceIds) await world.take(id, 'send')
    for (const move of ['sign_in', 'find_complete', 'claim', 'reply']) await world.take(assistanceIds[0]!, move)
    const { items } = await world.question('bjHandler', listAssistances, { box: 'letter', letterId })
    expect(items.map(({ to, standing }) => [to.slug, standing]).toSorted()).toEqual([
      ['guilin', 'sent'],
      ['hebei', 'replied'],
    ])
    const { items: seen } = await world.question('guilinHandler', listAssistances, { box: 'letter', letterId })
    expect(seen.map(({ to }) => to.slug)).toEqual(['guilin'])
    const { provinces } = await world.question('bjHandler', assistanceProgress, { letterId })
    expect(provinces).toMatchObject([
      { province: '13', asked: 1, open: 0, replied: 1, answered: 1, inTime: 1 },
      { province: '45', asked: 1, open: 1, replied: 0 },
    ])
  })
})

describe('the clock of a request', () => {
  test('[HU865] it runs from complete receipt, stands still for a clarification, and is met by the reply', async () => {
    const id = await world.anErrand(['send', 'sign_in'], lane)
    expect((await world.row(id)).dueAt).toBeNull()
    world.clock.advance(hour)
    await world.take(id, 'find_complete')
    const due = world.clock.now().getTime() + 2 * hour
    expect((await world.row(id)).dueAt?.getTime()).toBe(due)
    await world.take(id, 'claim')
    world.clock.advance(hour / 2)
    await world.take(id, 'ask_clarification')
    expect(await world.page('bjHandler', id)).toMatchObject({ isPaused: true, dueAt: null, standing: 'clarifying' })
    world.clock.advance(5 * hour)
    await world.take(id, 'clarify')
    expect((await world.row(id)).dueAt?.getTime()).toBe(due + 5 * hour)
    await world.take(id, 'reply')
    const { items } = await world.question('hebeiHandler', listClocksOf, { id })
    expect(items).toMatchObject([{ rule: 'HL-03', state: 'met', liable: { slug: 'hebei' }, owed: { slug: 'bj' } }])
  })

  test('[HU866] more time is granted once, and no more than the law’s table allows', async () => {
    const id = await world.anErrand([...whole])
    const { dueAt } = await world.row(id)
    expect(await refused(() => world.take(id, 'ask_extension', { amount: 16 }))).toBe('assistance.extension-too-long')
    await world.take(id, 'ask_extension', { amount: 5 })
    await world.take(id, 'extend')
    expect((await world.row(id)).dueAt!.getTime() - dueAt!.getTime()).toBe(5 * 24 * hour)
    expect(await refused(() => world.take(id, 'ask_extension'))).toBe('assistance.move-not-open')
  })

  test('[HU867] days of its own are reckoned as agreed', async () => {
    const id = await world.anErrand([...whole], { urgency: 'custom', urgencyReason: '取样周期', days: 10 })
    const left = (await world.row(id)).dueAt!.getTime() - world.clock.now().getTime()
    expect(Math.ceil(left / 24 / hour)).toBe(11)
  })

  test('[HU868] once past its limit a request climbs to the agency above, and not before', async () => {
    await world.put('hebei', 'guilin')
    const id = await world.anErrand([...whole], lane)
    world.clock.advance(2.5 * hour)
    expect(await refused(() => world.page('guilinLeader', id))).toBe('record.unseen')
    world.clock.advance(1)
    expect(await world.page('guilinLeader', id)).toMatchObject({ standing: 'claimed', open: [] })
    const above = (await world.question('guilinLeader', listAssistances, { box: 'above' })).items
    expect(above.map((one) => one.id)).toContain(id)
    await world.take(id, 'reply')
    expect(await refused(() => world.page('guilinLeader', id))).toBe('record.unseen')
  })
})

describe('the steps', () => {
  test('[HU869] what is missing is listed once and supplied exactly', async () => {
    const id = await world.anErrand(['send', 'sign_in', 'list_missing'])
    const other = [{ paper: 'search_warrant', number: '1' }]
    expect(await refused(() => world.take(id, 'supply', { papers: other }))).toBe('assistance.paper-unknown')
    await world.take(id, 'supply')
    expect(await refused(() => world.take(id, 'list_missing'))).toBe('assistance.move-not-open')
    expect(await world.page('hebeiDuty', id)).toMatchObject({ missing: [{ id: 'officer_certificate' }] })
  })

  test('[HU870] of two who claim at one moment one has it, and it is assigned to our own officers', async () => {
    const id = await world.anErrand(['send', 'sign_in', 'find_complete'])
    const attempts = (['hebeiDuty', 'hebeiHandler'] as const).map((by) => world.take(id, 'claim', { by }))
    expect(await world.losers(attempts)).toEqual(['record.stale'])
    const ours = world.people.bjHandler.officer.id
    expect(await refused(() => world.take(id, 'assign', { officerId: ours }))).toBe('assistance.not-our-officer')
    await world.take(id, 'assign')
    await world.take(id, 'to_field')
    expect(await world.page('bjHandler', id)).toMatchObject({
      ...{ unit: '稽查一队', assignedTo: { postEn: 'hebeiHandler' }, standing: 'in_field' },
    })
  })

  test('[HU871] a reply comes with its items and a code, over every step before it', async () => {
    const id = await world.anErrand([...whole, 'to_field'])
    const items = [{ title: '现场照片', digest: 'a'.repeat(64), madeBy: '稽查一队' }]
    await world.take(id, 'reply_in_part', { items, note: '现场核查完毕' })
    await world.take(id, 'reply', { items, note: '该处无证经营' })
    const { receipts } = await world.page('bjHandler', id)
    expect(receipts.map(({ move }) => move)).toEqual(['ask', ...whole, 'to_field', 'reply_in_part', 'reply'])
    expect(receipts.at(-1)).toMatchObject({ items, note: '该处无证经营', code: /^[0-9A-F]{4}(-[0-9A-F]{4}){2}$/ })
    expect(new Set(receipts.map(({ digest }) => digest)).size).toBe(receipts.length)
    await world.take(id, 'object', { note: '请补拍' })
    await world.take(id, 'reply')
    await world.take(id, 'confirm')
    expect(await world.row(id)).toMatchObject({ standing: 'confirmed' })
    expect(await waiting('hebeiDuty')).not.toContain(id)
  })

  test('[HU872] a refusal names its ground; a dispute goes to the common superior, whose word is carried out', async () => {
    const id = await world.anErrand(['send', 'sign_in'])
    expect(await refused(() => world.take(id, 'refuse', { ground: 'too_busy' }))).toBe('assistance.step-incomplete')
    expect(await refused(() => world.take(id, 'refuse', { by: 'hebeiHandler' }))).toBe('policy.denied')
    await world.take(id, 'refuse')
    expect(await refused(() => world.take(id, 'dispute'))).toBe('assistance.no-common-superior')
    await world.put('hebei', 'guilin')
    await world.put('bj', 'guilin')
    await world.take(id, 'dispute')
    expect((await world.page('hebeiHandler', id)).open).toEqual([])
    const { tasks } = await world.question('guilinLeader', myDesk, {})
    expect(tasks).toContainEqual(expect.objectContaining({ kind: 'assistance.oversee', id }))
    await world.take(id, 'decide_to_assist')
    expect((await world.row(id)).dueAt).toBeNull()
    await world.take(id, 'take_up')
    expect((await world.row(id)).dueAt).not.toBeNull()
    await world.take(id, 'reply')
  })

  test('[HU873] each step is for the side that it belongs to, once, as it was seen', async () => {
    const id = await world.anErrand(['send'])
    expect(await refused(() => world.take(id, 'sign_in', { by: 'bjLeader' }))).toBe('policy.denied')
    expect(await refused(() => world.take(id, 'sign_in', { by: 'guilinHandler' }))).toBe('record.unseen')
    expect(await refused(() => world.take(id, 'claim'))).toBe('assistance.move-not-open')
    await world.take(id, 'sign_in')
    expect(await refused(() => world.take(id, 'sign_in', { expectedVersion: 2 }))).toBe('record.stale')
  })
})

test('[HU876] the reply, its refusal and the letter itself are papers with number, code and place for the seal', async () => {
  const id = await world.anErrand([...whole])
  const items = [{ title: '现场照片', digest: 'b'.repeat(64), madeBy: '稽查一队' }]
  await world.take(id, 'reply', { items, note: '该处无证经营' })
  const letter = (by: OfficerName, name: string, version: number) =>
    world.question(by, takeAssistanceLetter, { assistanceId: id, letter: name, version })
  const { paper } = await letter('bjHandler', 'reply', 6)
  const { receipts } = await world.page('bjHandler', id)
  expect(JSON.stringify(paper)).toContain(receipts.at(-1)!.code)
  expect(paper).toMatchObject({
    ...{
      title: '协查复函',
      letterhead: '河北烟草单位',
      addressee: '北京烟草单位',
      signature: { hasPlaceForSeal: true },
    },
    annexes: [{ body: [{ rows: [['1', '现场照片', '稽查一队', 'b'.repeat(64)]] }] }],
  })
  expect((await letter('hebeiDuty', 'request', 1)).paper).toMatchObject({ title: '协查函', letterhead: '北京烟草单位' })
  expect(await refused(() => letter('bjHandler', 'refusal', 6))).toBe('assistance.no-such-letter')
  expect(await refused(() => letter('guilinHandler', 'reply', 6))).toBe('record.unseen')
})

test('[HU874] the desk shows the nearest end first, page by page, with the step that is next', async () => {
  for (let n = 0; n < 3; n++) await world.anErrand([...whole], n === 1 ? lane : {})
  const all = (await world.question('hebeiDuty', listAssistances, { box: 'desk' })).items
  const found: string[] = []
  let cursor: string | undefined
  do {
    const page = await world.question('hebeiDuty', listAssistances, {
      box: 'desk',
      limit: 2,
      ...(cursor && { cursor }),
    })
    found.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(found).toEqual(all.map(({ id }) => id))
  const ends = all.flatMap(({ dueAt }) => dueAt?.getTime() ?? [])
  expect(ends).toEqual(ends.toSorted((a, b) => a - b))
  expect(all.find(({ standing }) => standing === 'sent')?.next).toMatchObject({ move: 'sign_in', deed: 'receive' })
})

test('[HU996] a running two-hour clock stands above what has just been sent, and an unsigned one by the end it would have', async () => {
  const week = await world.anErrand(['send'])
  const running = await world.anErrand([...whole], lane)
  world.clock.advance(60_000)
  const unsigned = await world.anErrand(['send'], lane)
  const day = await world.anErrand(['send'], { urgency: 'hours_24', urgencyReason: '急' })
  const { items } = await world.question('hebeiDuty', listAssistances, { box: 'desk', limit: 100 })
  const order = items.map(({ id }) => id).filter((id) => [week, running, unsigned, day].includes(id))
  expect(order).toEqual([running, unsigned, day, week])
  const shown = items.find(({ id }) => id === unsigned)!
  expect([shown.dueAt, shown.foreseenAt]).toEqual([null, new Date(world.clock.now().getTime() + 2 * hour)])
  const due = (await world.question('hebeiDuty', myDesk, {})).tasks.find(({ id }) => id === unsigned)?.dueAt
  expect(due).toEqual(shown.foreseenAt)
})

test('[HU997] the first page of the desk is read off one index, however many requests there were', async () => {
  const { hebei } = world.agencies
  await world.anErrand([...whole])
  await world.owner.query('alter table assistances disable trigger user')
  await world.owner.query(
    `with letters as (
      insert into assistance_letters select gen_random_uuid(), 'many ' || n, case_id, from_agency_id, kind, proceeding, urgency, days,
          urgency_reason, lane, legal_basis, facts, questions, reply_form, contact, targets, papers, digest, asked_by, asked_at
        from (select * from assistance_letters limit 1) l, generate_series(1, 4000) n returning *)
    insert into assistances (id, letter_id, number, case_id, from_agency_id, to_agency_id, kind, urgency, approval, state, standing, asked_at, ranked_at)
      select gen_random_uuid(), id, number, case_id, from_agency_id, $1, kind, urgency, 'leader', 'closed', 'confirmed', asked_at, asked_at
      from letters`,
    [hebei],
  )
  await world.owner.query('alter table assistances enable trigger user')
  await world.owner.query('analyze assistances')
  const { officer } = world.people.hebeiDuty
  const plan = await world.hub.db.transaction(
    { agencyId: hebei, officerId: officer.id },
    world.clock.now(),
    async (tx) => {
      const filter = and(
        world.hub.policy.filter(officer, 'read', 'Assistance'),
        eq(assistances.toAgencyId, hebei),
        isWaiting,
      )
      const { rows } = await tx.execute(sql`explain ${pressing(tx, filter, {}).getSQL()}`)
      return JSON.stringify(rows)
    },
  )
  expect(plan).toContain('using assistances_desk')
  expect(plan).not.toMatch(/Sort|Seq Scan on assistances/)
})

test('[HU875] how soon it was signed in and answered is told by lane, kind and pair', async () => {
  const { rows } = await world.question('hebeiLeader', assistanceMeasures, { by: 'lane' })
  const fast = rows.find(({ name }) => name === 'beijing_tianjin_hebei')!
  expect(fast).toMatchObject({ words: { zh: '京津冀案件协查快速通道' }, fromAgencyId: null })
  expect(fast.answered).toBeGreaterThan(0)
  expect(fast.inTime).toBeLessThan(fast.answered)
  for (const by of ['kind', 'pair'] as const)
    expect((await world.question('hebeiLeader', assistanceMeasures, { by })).rows).not.toEqual([])
})

import { createHmac } from 'node:crypto'
import { newId, type WebhookId } from '@lianban/kernel'
import { leavesAt } from '@lianban/law'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { anErrandWorld } from '../assistances/an-errand.ts'
import { listNotices } from '../notices/index.ts'
import { mayCall, mayStand } from '../reach.ts'
import {
  type Answered,
  changeWebhook,
  giveUpLost,
  listDeliveries,
  listWebhooks,
  noteAttempt,
  replayDelivery,
  setUpWebhook,
  takeParcels,
  webhookSecret,
} from './index.ts'

let world: Awaited<ReturnType<typeof anErrandWorld>>
let webhookId: string
let secret: string
const fields = { name: '值班系统', url: 'https://duty.example.cn/hook', kinds: ['assistance', 'assistance_urgent'] }
const lane = { urgency: 'hours_2', urgencyReason: '正在转移', lane: 'beijing_tianjin_hebei' }
beforeAll(async () => {
  world = await anErrandWorld()
  webhookId = (await world.submit('bjAgencyAdmin', setUpWebhook, fields)).webhookId
})
afterAll(() => world.close())

/** A step of Hebei, of which Beijing is told. */
function aStep(asked = {}) {
  world.clock.advance(1000)
  return world.anErrand(['send', 'sign_in'], asked)
}
const take = (most = 10) => takeParcels(world.hub, { most })
const log = async () => (await world.question('bjLeader', listDeliveries, { webhookId })).items
const answered = (status: number | null): Answered => ({ status, fault: status ? null : 'unreachable', tookMs: 3 })
const keep = (expectedVersion: number, more: { isOn?: boolean; renewsSecret?: boolean; url?: string } = {}) =>
  world.submit('bjAgencyAdmin', changeWebhook, {
    ...{ ...fields, webhookId, expectedVersion, isOn: true, renewsSecret: false },
    ...more,
  })
const look = (by: OfficerName) => world.question(by, webhookSecret, { webhookId })
const clear = () => world.owner.query("update webhook_deliveries set state = 'delivered'")

test('[HU1000] only the agency’s administrator keeps its endpoints; its leader sees them, and nobody else', async () => {
  for (const name of ['bjLeader', 'bjHandler', 'hebeiLeader', 'operatorAdmin'] as const)
    expect(await world.refusal(() => world.submit(name, setUpWebhook, fields))).toMatchObject({ kind: 'forbidden' })
  expect((await world.question('bjLeader', listWebhooks, {})).items).toMatchObject([{ name: '值班系统', isOn: true }])
  expect((await world.question('hebeiLeader', listWebhooks, {})).items).toEqual([])
  for (const kinds of [['constructor'], ['assistance', 'nothing']])
    expect(await world.refusal(() => world.submit('bjAgencyAdmin', setUpWebhook, { ...fields, kinds }))).toMatchObject({
      code: 'webhook.kind-unknown',
    })
})

test('[HU1008] a secret lies nowhere and is shown to who made it for ten minutes, each time with an entry in the log', async () => {
  secret = (await look('bjAgencyAdmin')).secret
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  expect(JSON.stringify(await world.rows())).not.toContain(secret)
  expect(
    (await world.entries()).filter(({ act, outcome }) => act === 'webhook.secret' && outcome === 'done'),
  ).toHaveLength(1)
  expect((await world.question('bjLeader', listWebhooks, {})).items).toMatchObject([{ showsSecret: false }])
  await expect(look('bjLeader')).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(look('hebeiLeader')).rejects.toMatchObject({ kind: 'not-found' })
  world.clock.advance(10 * 60_000 - 1)
  expect((await look('bjAgencyAdmin')).secret).toBe(secret)
  world.clock.advance(1)
  await expect(look('bjAgencyAdmin')).rejects.toMatchObject({ code: 'webhook.secret-shown' })
  expect((await world.question('bjAgencyAdmin', listWebhooks, {})).items).toMatchObject([{ showsSecret: false }])
})

test.each([
  'http://duty.example.cn/hook',
  'https://user:word@duty.example.cn/hook',
  'https://10.0.0.8/hook',
  'https://169.254.169.254/latest',
  'https://[::1]/hook',
  'https://[fd00::1]/',
  'https://localhost/',
  'https://duty.internal/',
  'https://2130706433/',
  'ftp://duty.example.cn/',
  '不是地址',
])('[HU1001] the address %s is refused', async (url) => {
  expect(mayStand(url, { networks: [], loopback: false })).toBe(false)
})

test('[HU1001] nothing inside is called, unless it lies in a network that was opened', () => {
  const none = { networks: [], loopback: false }
  for (const inside of [
    '127.0.0.1',
    '10.1.2.3',
    '172.20.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '::1',
    'fe80::1',
    '::ffff:10.0.0.1',
    '::ffff:a00:1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    'nonsense',
  ])
    expect([inside, mayCall(inside, none)]).toEqual([inside, false])
  for (const outside of ['1.2.4.8', '2400:3200::1']) expect([outside, mayCall(outside, none)]).toEqual([outside, true])
  expect(mayCall('10.2.9.9', { networks: ['10.2.0.0/16'], loopback: false })).toBe(true)
  expect(mayCall('10.3.0.1', { networks: ['10.2.0.0/16'], loopback: false })).toBe(false)
})

test('[HU1002] an event is signed over its id, its time and its body, and says nothing of the matter', async () => {
  const id = await aStep()
  const [parcel] = await take()
  const { 'webhook-id': event, 'webhook-timestamp': at, 'webhook-signature': signature } = parcel!.headers
  const signed = createHmac('sha256', Buffer.from(secret.slice(6), 'base64')).update(`${event}.${at}.${parcel!.body}`)
  expect(signature).toBe(`v1,${signed.digest('base64')}`)
  expect([event, Number(at)]).toEqual([parcel!.id, Math.floor(world.clock.now().getTime() / 1000)])
  expect(JSON.parse(parcel!.body)).toEqual({
    type: 'assistance',
    timestamp: world.clock.now().toISOString(),
    data: { number: expect.any(Number), urgent: false, text: world.hub.law.notices.kinds.assistance!.outside },
  })
  expect(parcel!.body).not.toMatch(new RegExp(`${id}|${world.caseId}|协〔|跨省`))
  await clear()
})

test('[HU1003] what fails is tried later and later and then given up, of which the administrator is told once', async () => {
  await aStep()
  await aStep()
  const { retryMinutes } = world.hub.law.notices
  for (const nth of [1, ...retryMinutes.map((_, n) => n + 2)]) {
    const parcels = await take()
    expect(parcels.map((parcel) => parcel.nth)).toEqual([nth, nth])
    for (const parcel of parcels) await noteAttempt(world.hub, parcel, answered(nth % 2 ? null : 503))
    const [row] = await log()
    const wait = retryMinutes[nth - 1]
    const due = new Date(world.clock.now().getTime() + (wait ?? 0) * 60_000)
    expect([nth, row!.nextAt]).toEqual([
      nth,
      leavesAt(world.hub.law, { kind: 'assistance', agency: 'bj-tobacco' }, due),
    ])
    if (wait) world.clock.advance(row!.nextAt.getTime() - world.clock.now().getTime() - 1)
    expect(await take()).toEqual([])
    world.clock.advance(1)
  }
  const [dead, other] = await log()
  expect([dead!.state, other!.state, dead!.attempts]).toEqual(['dead', 'dead', retryMinutes.length + 1])
  expect(dead!.tried.map(({ status, fault }) => status ?? fault)).toEqual(
    [1, ...retryMinutes.map((_, n) => n + 2)].map((nth) => (nth % 2 ? 'unreachable' : 503)),
  )
  const told = (await world.question('bjAgencyAdmin', listNotices, {})).items
  expect(told.map(({ kind, matter }) => [kind, matter.href])).toEqual([['push_broken', '/notices?box=webhooks']])
})

test('[HU1004] what was given up or got lost at the receiver is delivered once more under the same id', async () => {
  const [dead] = await log()
  const replay = (by: OfficerName) => world.submit(by, replayDelivery, { deliveryId: dead!.id })
  expect(await world.refusal(() => replay('bjLeader'))).toMatchObject({ kind: 'forbidden' })
  expect(await world.refusal(() => replay('hebeiLeader'))).toMatchObject({ kind: 'not-found' })
  await replay('bjAgencyAdmin')
  expect(await world.refusal(() => replay('bjAgencyAdmin'))).toMatchObject({ code: 'webhook.not-dead' })
  const [parcel] = await take()
  expect([parcel!.id, parcel!.nth]).toEqual([dead!.id, 1])
  await noteAttempt(world.hub, parcel!, answered(204))
  expect((await log()).find(({ id }) => id === dead!.id)).toMatchObject({ state: 'delivered', lastStatus: 204 })
  expect((await world.question('bjLeader', listWebhooks, {})).items).toMatchObject([{ brokenAt: null }])
})

test('[HU1005] a parcel is his who took it for a minute, and then whoever’s; a late word about it counts no more', async () => {
  await aStep()
  const [both, none] = await Promise.all([take(), take()])
  expect([...both, ...none]).toHaveLength(1)
  const [first] = [...both, ...none]
  world.clock.advance(60_000)
  const [again] = await take()
  expect([again!.id, again!.nth]).toEqual([first!.id, 2])
  await noteAttempt(world.hub, first!, answered(500))
  expect((await log())[0]).toMatchObject({ state: 'waiting', attempts: 2 })
  await noteAttempt(world.hub, again!, answered(200))
  expect((await log())[0]).toMatchObject({ state: 'delivered' })
})

test('[HU1003] what is taken and never told of, time after time, is given up as well', async () => {
  await aStep()
  for (const _ of [0, ...world.hub.law.notices.retryMinutes]) {
    await giveUpLost(world.hub)
    expect(await take()).toHaveLength(1)
    world.clock.advance(60_000)
  }
  await giveUpLost(world.hub)
  expect(await take()).toEqual([])
  expect((await log())[0]).toMatchObject({ state: 'dead' })
})

test('[HU1005] of one endpoint only few parcels are on the way, one while it is broken, and others come first', async () => {
  await keep(1)
  const other = newId<WebhookId>()
  await world.owner.query(
    `insert into webhooks select $1, $2, name, url, kinds, is_on, set_by, set_at, null, 1, set_by, set_at, 1
     from webhooks where id = $3`,
    [other, world.agencies.hebei, webhookId],
  )
  await clear()
  for (let n = 0; n < 6; n++) await aStep()
  const own = (parcels: Awaited<ReturnType<typeof take>>) =>
    parcels.filter((parcel) => parcel.webhookId === webhookId).length
  const taken = await take(50)
  expect([own(taken), taken.length]).toEqual([5, 10])
  await world.owner.query("update webhook_deliveries set attempts = 0, next_at = told_at where state = 'waiting'")
  await world.owner.query('update webhooks set broken_at = set_at where id = $1', [webhookId])
  expect(own(await take(50))).toBe(1)
  const rest = await takeParcels(world.hub, { most: 50, except: [webhookId as WebhookId] })
  expect(rest.map((parcel) => parcel.webhookId)).toEqual([other])
  await clear()
})

test('[HU1006] of what is kept to named officers no endpoint is told', async () => {
  const id = await world.anErrand(['send'])
  const before = (await log()).length
  const restrict = (isRestricted: boolean) =>
    world.owner.query('update cases set is_restricted = $2 where id = $1', [world.caseId, isRestricted])
  await restrict(true)
  await world.take(id, 'sign_in')
  expect(await log()).toHaveLength(before)
  await restrict(false)
  await world.take(id, 'find_complete')
  expect(await log()).toHaveLength(before + 1)
  await clear()
})

test('[HU1006] outside the hours of duty only what cannot wait leaves the hub', async () => {
  const before = world.clock.now().getTime()
  // 22:00 in China.
  world.clock.advance((14 + 24 - new Date(before).getUTCHours()) * 3_600_000)
  await aStep()
  expect((await take()).filter((parcel) => parcel.webhookId === webhookId)).toEqual([])
  const id = await world.anErrand(['send', 'sign_in', 'find_complete', 'claim'], { ...lane })
  await world.take(id, 'to_field')
  const left = (await take()).filter((parcel) => parcel.webhookId === webhookId)
  expect(left.map(({ body }) => JSON.parse(body).type)).toEqual(['assistance_urgent'])
  await clear()
})

test('[HU1007] an endpoint that is switched off is told nothing, then or later; a renewed secret signs at once', async () => {
  await aStep()
  expect(await keep(2, { isOn: false, renewsSecret: true })).toEqual({ version: 3 })
  expect(await world.refusal(() => keep(2))).toMatchObject({ kind: 'conflict' })
  expect((await look('bjAgencyAdmin')).secret).not.toBe(secret)
  const before = await log()
  expect(before[0]).toMatchObject({ state: 'dead', attempts: 0 })
  await aStep()
  expect(await log()).toHaveLength(before.length)
  await keep(3)
  expect(await take()).toEqual([])
  expect(await world.refusal(() => keep(4, { url: 'https://10.0.0.8/hook' }))).toMatchObject({
    code: 'webhook.address-barred',
  })
})

test('[HU1007] an agency has ten endpoints at the most, however many are set up at once', async () => {
  const setUp = () => world.submit('bjAgencyAdmin', setUpWebhook, fields)
  const made = await Promise.allSettled(Array.from({ length: 12 }, setUp))
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(9)
  expect((await world.question('bjLeader', listWebhooks, {})).items).toHaveLength(10)
})

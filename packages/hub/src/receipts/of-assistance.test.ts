import { verifyReceipt } from '@lianban/audit'
import { AssistanceId } from '@lianban/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { anErrandWorld } from '../assistances/an-errand.ts'
import { receiptsOf } from './index.ts'

let world: Awaited<ReturnType<typeof anErrandWorld>>
let id: AssistanceId
beforeAll(async () => {
  world = await anErrandWorld()
  const walk = ['send', 'sign_in', 'find_complete', 'claim']
  id = AssistanceId.parse(await world.anErrand(walk))
  const items = [{ title: '现场照片', digest: 'a'.repeat(64), madeBy: '稽查一队' }]
  await world.take(id, 'reply', { items, note: '该处无证经营' })
})
afterAll(() => world.close())

const receipts = async (by: OfficerName) => (await world.question(by, receiptsOf, { kind: 'Assistance', id })).items

test('[HU930] both sides of a request for assistance hold a receipt for each step, over the digest of what was said', async () => {
  expect((await receipts('bjHandler')).map(({ receipt }) => receipt)).toEqual(Array(5).fill(null))
  await world.sequenced()
  const said = (await world.page('bjHandler', id)).receipts.slice(1)
  for (const side of ['bjHandler', 'hebeiHandler'] as const) {
    const items = await receipts(side)
    expect(items.map(({ act }) => act)).toEqual([
      'assistance.send',
      ...Array(3).fill('assistance.receive'),
      'assistance.reply',
    ])
    for (const [nth, { receipt }] of items.entries()) {
      const verdict = verifyReceipt(receipt!, world.hub.receipts.trust)
      expect(verdict).toMatchObject({ ok: true, entry: { subject: { id }, facts: { digest: said[nth]!.digest } } })
      if (verdict.ok) expect(Object.keys(verdict.names)).toContain(world.agencies.hebei)
      expect(receipt).not.toContain('无证经营')
    }
  }
})

test('[HU930] a bystander gets no receipt of a request, and neither does the asked agency before it was sent', async () => {
  const bystander = () => world.question('guilinHandler', receiptsOf, { kind: 'Assistance', id })
  expect(await world.refusal(bystander)).toMatchObject({ kind: 'not-found' })
  const drafted = AssistanceId.parse(await world.anErrand())
  const early = () => world.question('hebeiHandler', receiptsOf, { kind: 'Assistance', id: drafted })
  expect(await world.refusal(early)).toMatchObject({ kind: 'not-found' })
})

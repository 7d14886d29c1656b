import { verifyReceipt } from '@lianban/audit'
import { AssistanceId, EvidenceId } from '@lianban/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { anErrandWorld } from '../assistances/an-errand.ts'
import { takeAssistanceLetter } from '../assistances/index.ts'
import { receiptsOf } from '../receipts/index.ts'
import { findEvidencePage, takeReply } from './index.ts'

let world: Awaited<ReturnType<typeof anErrandWorld>>
beforeAll(async () => {
  world = await anErrandWorld()
})
afterAll(() => world.close())

const items = [{ title: '现场照片', digest: 'a'.repeat(64), madeBy: '稽查一队' }]
const open = ['send', 'sign_in', 'find_complete', 'claim']
const fields = { kind: 'documentary' as const, name: '协查复函', keptAt: '证据室' }

async function answered(move: string, ...after: string[]) {
  const id = await world.anErrand(open)
  await world.take(id, move, { items, note: '该处无证经营' })
  for (const each of after) await world.take(id, each)
  return id
}
const taken = (id: string, version = 6, by: OfficerName = 'bjHandler', caseId = world.caseId) =>
  world.submit(by, takeReply, { ...fields, assistanceId: id, caseId, version })
const refused = (attempt: () => Promise<unknown>) => world.refusal(attempt).then(({ code }) => code)
const page = (evidenceId: string) => world.question('bjHandler', findEvidencePage, { evidenceId })

test('[HU1051] a confirmed answer becomes an item with its source, its code and the digests of what came along', async () => {
  const id = await answered('reply', 'confirm')
  const { receipts } = await world.page('bjHandler', id)
  const reply = receipts.at(-2)!
  const { evidenceId } = await taken(id)
  const item = await page(evidenceId)
  expect(item).toMatchObject({
    ...{ name: '协查复函', description: '该处无证经营', source: expect.stringContaining(reply.code) },
    reply: { assistanceId: id, agency: { slug: 'hebei' }, officer: { postEn: 'hebeiHandler' }, at: reply.at, items },
  })
  expect(item.reply).toMatchObject({ digest: reply.digest, code: reply.code })
  expect((await world.page('bjHandler', id)).receipts.at(-2)).toMatchObject({ evidenceId, mayBeTaken: false })
})

test('[HU1052] custody begins with the handing over by who answered, and the asking agency signs for it', async () => {
  const item = await page((await taken(await answered('reply', 'confirm'))).evidenceId)
  expect(item.events).toMatchObject([
    { kind: 'transfer', from: { agency: { slug: 'hebei' } }, to: { agency: { slug: 'bj' } } },
    { kind: 'receive', to: { agency: { slug: 'bj' }, name: '证据室' } },
  ])
  expect(item.events[1]!.answers).toBe(item.events[0]!.id)
  expect([item.breakList, item.pending, item.holder.name]).toEqual([[], null, '证据室'])
})

test('[HU1053] an answer in part is taken as it comes, a whole one once confirmed, and one objected to is not', async () => {
  const id = await answered('reply_in_part')
  await taken(id)
  await world.take(id, 'reply', { items: [] })
  expect(await refused(() => taken(id, 7))).toBe('evidence.reply-not-accepted')
  await world.take(id, 'object')
  await world.take(id, 'reply', { items })
  await world.take(id, 'confirm')
  expect(await refused(() => taken(id, 7))).toBe('evidence.reply-not-accepted')
  expect(await refused(() => taken(id, 5))).toBe('evidence.reply-not-accepted')
  await taken(id, 9)
})

test('[HU1053] of two who take it at one moment one does, in its own case, and nobody of the other side', async () => {
  const id = await answered('reply', 'confirm')
  const other = await world.aCase()
  expect(await refused(() => taken(id, 6, 'bjHandler', other))).toBe('evidence.reply-elsewhere')
  expect(await refused(() => taken(id, 6, 'hebeiHandler'))).toBe('record.unseen')
  expect(await refused(() => taken(id, 6, 'bjLeader'))).toBe('policy.denied')
  expect(await world.losers([taken(id), taken(id)])).toEqual(['evidence.reply-taken-already'])
})

test('[HU1054] letter, item and log say one digest, which a stranger verifies offline', async () => {
  const id = AssistanceId.parse(await answered('reply', 'confirm'))
  const { evidenceId, digest } = await taken(id)
  await world.sequenced()
  const ask = { assistanceId: id, letter: 'reply', version: 6 }
  const { paper } = await world.question('bjHandler', takeAssistanceLetter, ask)
  expect(JSON.stringify(paper)).toContain(digest)
  const of = async (about: Parameters<typeof receiptsOf>[1], act: string) => {
    const found = (await world.question('bjHandler', receiptsOf, about)).items.find((one) => one.act === act)
    return verifyReceipt(found!.receipt!, world.hub.receipts.trust)
  }
  const proofs = [
    await of({ kind: 'Assistance', id }, 'assistance.reply'),
    await of({ kind: 'EvidenceItem', id: EvidenceId.parse(evidenceId) }, 'evidence.takeReply'),
  ]
  for (const proof of proofs) expect(proof).toMatchObject({ ok: true, entry: { facts: { digest } } })
})

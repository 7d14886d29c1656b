import { type Trust, verifyReceipt } from '@lianban/audit'
import { CaseId, EvidenceId, GrantId, SealId } from '@lianban/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { itemFields } from '../evidence/an-item.ts'
import { giveEvidence, receiveEvidence, recordEvidence } from '../evidence/index.ts'
import { proposeSeal, signSeal } from '../seals/index.ts'
import { receiptsOf } from './index.ts'

let world: World
let trust: Trust
beforeAll(async () => {
  world = await aWorld()
  trust = world.hub.receipts.trust
})
afterAll(() => world.close())

const receipts = async (by: OfficerName, about: Parameters<typeof receiptsOf>[1]) =>
  (await world.ask(by, receiptsOf, about)).items

test('[HU780] both sides of a handoff hold a receipt over the same package for each step', async () => {
  const { handoffId, packageDigest } = await world.aHandoff('signed_for')
  await world.sequenced()
  for (const side of ['bjHandler', 'policeDuty'] as const) {
    const items = await receipts(side, { kind: 'Handoff', id: handoffId })
    expect(items.map(({ act }) => act)).toEqual(['handoff.dispatch', 'handoff.sign'])
    for (const { receipt } of items) {
      const verdict = verifyReceipt(receipt!, trust)
      expect(verdict).toMatchObject({ ok: true, entry: { subject: { id: handoffId }, facts: { packageDigest } } })
      if (verdict.ok) expect(verdict.names[world.agencies.police]).toBeDefined()
    }
  }
})

test('[HU780] both sides of a share hold a receipt for the giving and for the recall', async () => {
  const caseId = await world.aCase()
  const id = GrantId.parse(await world.aGrant({ kind: 'Case', id: caseId }, 'police'))
  await world.sequenced()
  for (const side of ['bjHandler', 'policeHandler'] as const) {
    const items = await receipts(side, { kind: 'Grant', id })
    expect(items.map(({ act }) => act)).toEqual(['grant.give'])
    expect(verifyReceipt(items[0]!.receipt!, trust)).toMatchObject({
      ok: true,
      entry: { facts: { agency: world.agencies.police } },
    })
  }
})

test('[HU780] every party to a sealed dossier holds a receipt for its proposal and for each signature', async () => {
  const caseId = await world.aCase()
  await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle' })
  await world.aSection(caseId)
  const { sealId, digest } = await world.submit('bjLeader', proposeSeal, { caseId, note: '送审' })
  await world.submit('policeLeader', signSeal, { caseId, sealId, digest })
  await world.sequenced()
  for (const side of ['bjHandler', 'policeHandler'] as const) {
    const items = await receipts(side, { kind: 'Seal', id: SealId.parse(sealId), caseId: CaseId.parse(caseId) })
    expect(items.map(({ act }) => act)).toEqual(['seal.propose', 'seal.sign'])
    for (const { receipt } of items)
      expect(verifyReceipt(receipt!, trust)).toMatchObject({ ok: true, entry: { facts: { number: 1, digest } } })
  }
  const bystander = () => receipts('hebeiHandler', { kind: 'Seal', id: sealId, caseId: CaseId.parse(caseId) })
  expect(await world.refusal(bystander)).toMatchObject({ kind: 'not-found' })
  const otherCase = CaseId.parse(await world.aCase())
  const elsewhere = () => receipts('bjHandler', { kind: 'Seal', id: sealId, caseId: otherCase })
  expect(await world.refusal(elsewhere)).toMatchObject({ kind: 'not-found' })
})

test('[HU780] both sides of a transfer of evidence hold a receipt for giving and for receiving', async () => {
  const caseId = await world.aCase()
  await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle' })
  const { evidenceId } = await world.submit('bjHandler', recordEvidence, { ...itemFields, caseId })
  const paper = { place: '一号物证室', condition: '完好', sealBefore: '', sealAfter: '', document: '交接〔1〕号' }
  const at = '2026-03-02T07:00:00Z'
  await world.submit('bjHandler', giveEvidence, {
    ...paper,
    evidenceId,
    expectedVersion: 1,
    at,
    toAgencyId: world.agencies.police,
    toName: '',
    moves: 'both',
    purpose: '移交',
  })
  const received = { outcome: 'received' as const, keptAt: '公安物证室', recount: '30 条', difference: '' }
  await world.submit('policeHandler', receiveEvidence, { ...paper, ...received, evidenceId, expectedVersion: 2, at })
  await world.sequenced()
  for (const side of ['bjHandler', 'policeHandler'] as const) {
    const items = await receipts(side, { kind: 'EvidenceItem', id: EvidenceId.parse(evidenceId) })
    expect(items.map(({ act }) => act)).toEqual(['evidence.record', 'evidence.give', 'evidence.receive'])
    for (const { receipt } of items)
      expect(verifyReceipt(receipt!, trust)).toMatchObject({ ok: true, entry: { subject: { id: evidenceId } } })
  }
  const bystander = () => receipts('hebeiHandler', { kind: 'EvidenceItem', id: EvidenceId.parse(evidenceId) })
  expect(await world.refusal(bystander)).toMatchObject({ kind: 'not-found' })
})

test('[HU781] an act that no checkpoint covers yet waits', async () => {
  const { handoffId } = await world.aHandoff('dispatched')
  expect(await receipts('bjHandler', { kind: 'Handoff', id: handoffId })).toMatchObject([
    { act: 'handoff.dispatch', receipt: null },
  ])
})

test('[HU782] a bystander gets no receipt and no sign that there is one', async () => {
  const { handoffId } = await world.aHandoff('dispatched')
  const refusal = await world.refusal(() => receipts('hebeiHandler', { kind: 'Handoff', id: handoffId }))
  expect(refusal).toMatchObject({ kind: 'not-found' })
})

import type { Bound } from '@lianban/dossier'
import { newId } from '@lianban/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, figureFields, type World } from '../a-world.ts'
import { recordEvent, recordFigure } from '../cases/index.ts'
import { correctClue } from '../corrections/index.ts'
import { quoteClue } from '../quotations/index.ts'
import { recallGrant } from '../sharing/index.ts'
import { shownRecords } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const shown = async (name: OfficerName, ...blocks: Bound[]) =>
  (await world.ask(name, shownRecords, { blocks: [...blocks] })).items
const states = async (name: OfficerName, ...blocks: Bound[]) => (await shown(name, ...blocks)).map(({ state }) => state)

async function aDossier(withheldFields: string[] = []) {
  const clueId = await world.aClue()
  const clueGrant = await world.aGrant({ kind: 'Clue', id: clueId }, 'bj', {}, 'shunyiHandler')
  const caseId = await world.aCase()
  const caseGrant = await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle', withheldFields })
  const { eventId } = await world.submit('bjHandler', recordEvent, {
    caseId,
    kind: 'strike_wave',
    happenedOn: '2025-05-21',
    what: '集中收网',
    source: '004',
  })
  const { figureId } = await world.submit('bjHandler', recordFigure, { caseId, ...figureFields })
  const sectionId = await world.aSection(caseId)
  const quotation = (await world.aQuotation(sectionId, clueId)) as Bound
  const { quotationId } = await world.submit('bjHandler', quoteClue, { sectionId, clueId, part: 'goods', words: '' })
  const event: Bound = { kind: 'event', recordId: eventId }
  const figure: Bound = { kind: 'figure', recordId: figureId }
  const goods: Bound = { kind: 'goods', recordId: quotationId }
  return { clueId, caseId, clueGrant, caseGrant, event, figure, goods, quotation }
}

test('[HU560] each block shows its reader what the reader may read of the record itself', async () => {
  const { event, figure, goods, quotation } = await aDossier()
  expect(await shown('bjHandler', quotation, event, goods, figure)).toMatchObject([
    { words: '商户向未成年人销售伪装电子烟', ownerAgency: { slug: 'shunyi' }, handlingCode: 'unrestricted' },
    { happenedOn: '2025-05-21', what: '集中收网', source: '004' },
    { goods: [{ what: 'pods', quantity: 3 }] },
    { asWritten: '34.7万个', source: '004' },
  ])
  expect(await states('policeHandler', quotation, event, goods, figure)).toEqual([
    'withheld',
    'shown',
    'withheld',
    'shown',
  ])
  expect(await states('shunyiHandler', quotation, event, goods, figure)).toEqual([
    'shown',
    'withheld',
    'shown',
    'withheld',
  ])
})

test('[HU561] absent and not the reader’s to know are one answer without a word', async () => {
  const { event, quotation } = await aDossier()
  const absent: Bound = { kind: 'event', recordId: newId() }
  const answers = await shown('hebeiHandler', event, quotation, absent)
  expect(answers).toEqual([event, quotation, absent].map(() => ({ state: 'withheld' })))
})

test('[HU561] an id under another kind shows nothing', async () => {
  const { event, quotation } = await aDossier()
  expect(await states('bjHandler', { ...event, kind: 'figure' }, { ...quotation, kind: 'goods' })).toEqual([
    'withheld',
    'withheld',
  ])
})

test('[HU562] what a grant withholds is withheld in the blocks', async () => {
  const { event, figure } = await aDossier(['events'])
  expect(await states('policeHandler', event, figure)).toEqual(['withheld', 'shown'])
})

test('[HU562] with the grant its blocks are gone', async () => {
  const { clueGrant, caseGrant, event, quotation } = await aDossier()
  await world.submit('shunyiHandler', recallGrant, { grantId: clueGrant, expectedVersion: 1, reason: '收回' })
  expect(await states('bjHandler', quotation, event)).toEqual(['withheld', 'shown'])
  await world.submit('bjHandler', recallGrant, { grantId: caseGrant, expectedVersion: 1, reason: '收回' })
  expect(await states('policeHandler', event)).toEqual(['withheld'])
})

test('[HU563] after a correction the block says that the clue speaks otherwise now', async () => {
  const { clueId, quotation } = await aDossier()
  expect(await shown('bjHandler', quotation)).toMatchObject([{ isCurrent: true }])
  await world.submit('shunyiHandler', correctClue, {
    clueId,
    expectedVersion: 1,
    fault: '标题有误',
    reason: '核对原始记录',
    changes: { title: '更正后的标题' },
  })
  expect(await shown('bjHandler', quotation)).toMatchObject([
    { isCurrent: false, words: '商户向未成年人销售伪装电子烟', clue: { title: '更正后的标题' } },
  ])
})

import type { Bound } from '@lianban/dossier'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { arrived, aWorld, type World } from '../a-world.ts'
import { itemFields } from '../evidence/an-item.ts'
import { amendEvidence, giveEvidence, recordEvidence } from '../evidence/index.ts'
import { finishUpload, markFile } from '../files/index.ts'
import { goodsRow } from '../goods/a-row.ts'
import { enterGoods, goodsOfItem, strikeGoods } from '../goods/index.ts'
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
const digestOf = async (block: Bound): Promise<string> => {
  const [found] = await shown('bjHandler', block)
  return found?.state === 'shown' && 'digest' in found ? found.digest : ''
}
const plain = { ...goodsRow, codes: '' }

/** Two items that came by one paper and one that came by none, and a photograph. */
async function aCase(withheldFields: string[] = []) {
  const caseId = await world.aCase()
  const grantId = await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle', withheldFields })
  const record = async (fields: Partial<typeof itemFields>) =>
    (await world.submit('bjHandler', recordEvidence, { ...itemFields, ...fields, caseId })).evidenceId
  const cartons = await record({})
  const packs = await record({ name: '散装卷烟' })
  const { instrument: _by, ...without } = itemFields
  const book = (
    await world.submit('bjHandler', recordEvidence, {
      ...without,
      caseId,
      kind: 'documentary',
      name: '账簿',
      instrumentNumber: '',
      facts: [],
    })
  ).evidenceId
  await world.submit('bjHandler', enterGoods, { evidenceId: cartons, rows: [plain, plain] })
  const fileId = await world.anUpload(caseId, { name: '现场.jpg' })
  await world.submit('bjHandler', finishUpload, { ...arrived, type: 'image/jpeg', fileId })
  return {
    caseId,
    grantId,
    cartons,
    book,
    fileId,
    item: { kind: 'evidence', recordId: cartons } as Bound,
    list: { kind: 'seizure', recordId: packs } as Bound,
    image: { kind: 'image', recordId: fileId } as Bound,
  }
}

/** The fields of an amendment that changes nothing. */
const { kind: _kind, proceeding: _in, instrument: _by, keptAt: _at, ...asWritten } = itemFields

test('[HU900] an item is shown as it stands now, and has another digest once it was put right', async () => {
  const { cartons, item } = await aCase()
  const before = await digestOf(item)
  expect(before).toMatch(/^[0-9a-f]{64}$/)
  await world.submit('bjHandler', giveEvidence, {
    evidenceId: cartons,
    expectedVersion: 1,
    at: '2026-03-01T03:00:00Z',
    toAgencyId: world.agencies.police,
    toName: '',
    moves: 'both',
    place: '物证室',
    purpose: '移交',
    condition: '完好',
    sealBefore: '',
    sealAfter: '',
    document: '',
  })
  expect(await shown('policeHandler', item)).toMatchObject([
    {
      kind: 'evidence',
      number: 1,
      name: '“中华”牌卷烟',
      agency: { slug: 'bj' },
      pending: { slug: 'police' },
      paper: { number: '京烟登存〔2026〕1号' },
      digest: before,
    },
  ])
  await world.submit('bjHandler', amendEvidence, {
    ...asWritten,
    evidenceId: cartons,
    expectedVersion: 2,
    name: '“中华”牌（软盒）卷烟',
    reason: '核对原物',
  })
  expect(await shown('bjHandler', item)).toMatchObject([{ name: '“中华”牌（软盒）卷烟' }])
  expect(await digestOf(item)).not.toBe(before)
})

test('[HU901] a list holds every item of one paper with the goods that count, and changes with them', async () => {
  const { cartons, book, list } = await aCase()
  const [found] = await shown('policeHandler', list)
  expect(found).toMatchObject({
    kind: 'seizure',
    paper: { number: '京烟登存〔2026〕1号' },
    items: [
      { number: 1, goods: [{ nth: 1, brand: '中华' }, { nth: 2 }] },
      { number: 2, goods: [] },
    ],
    totals: [{ dimension: 'sticks', amount: 12_000 }],
    unpriced: 0,
  })
  const before = await digestOf(list)
  const { lines } = await world.ask('bjHandler', goodsOfItem, { evidenceId: cartons })
  await world.submit('bjHandler', strikeGoods, { evidenceId: cartons, lineId: lines[0]!.id, reason: '录错' })
  expect(await shown('bjHandler', list)).toMatchObject([{ items: [{ goods: [{ nth: 2 }] }, {}] }])
  expect(await digestOf(list)).not.toBe(before)
  expect(await shown('bjHandler', { kind: 'seizure', recordId: book })).toMatchObject([
    { paper: null, items: [{ name: '账簿', goods: [] }] },
  ])
})

test('[HU902] evidence, lists and pictures are shown to whoever has a part in the case, as long as they have', async () => {
  const { item, list, image, grantId } = await aCase()
  const all = [item, list, image]
  expect(await states('policeHandler', ...all)).toEqual(['shown', 'shown', 'shown'])
  expect(await states('hebeiHandler', ...all)).toEqual(['withheld', 'withheld', 'withheld'])
  expect(await shown('hebeiHandler', ...all)).toEqual(all.map(() => ({ state: 'withheld' })))
  await world.submit('bjHandler', recallGrant, { grantId, expectedVersion: 1, reason: '收回' })
  expect(await states('policeHandler', ...all)).toEqual(['withheld', 'withheld', 'withheld'])
})

test('[HU902] where a grant leaves the files out the picture is withheld and the evidence is not', async () => {
  const { item, image } = await aCase(['files'])
  expect(await states('policeHandler', item, image)).toEqual(['shown', 'withheld'])
})

test('[HU902] an id under another kind shows nothing', async () => {
  const { item, image } = await aCase()
  expect(await states('bjHandler', { ...item, kind: 'image' }, { ...image, kind: 'evidence' })).toEqual([
    'withheld',
    'withheld',
  ])
})

test('[HU902] a picture is shown with its digests and its marks', async () => {
  const { image, fileId } = await aCase()
  const marks = { isSensitive: true, handlingCode: 'not_in_proceedings' as const }
  await world.submit('bjHandler', markFile, { fileId, expectedVersion: 1, ...marks })
  expect(await shown('policeHandler', image)).toMatchObject([
    { name: '现场.jpg', sha256: arrived.sha256, digest: arrived.sha256, sm3: arrived.sm3, ...marks },
  ])
})

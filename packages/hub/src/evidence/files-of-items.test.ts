import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { itemFields } from './an-item.ts'
import {
  attachFile,
  compareEvidence,
  detachFile,
  evidenceLinks,
  findEvidencePage,
  giveEvidence,
  receiveEvidence,
  recordEvidence,
} from './index.ts'

let world: World
let digits = 0
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const paper = { place: '一号物证室', condition: '完好', sealBefore: '', sealAfter: '', document: '交接〔1〕号' }
const at = '2026-03-02T07:00:00Z'

/** An item of a case on which the police work, too, and a photograph of it with a digest of its own. */
async function anItem() {
  const caseId = await world.aCase()
  await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle' })
  const { evidenceId } = await world.submit('bjHandler', recordEvidence, { ...itemFields, caseId })
  const sha256 = String(++digits).padStart(64, '0')
  const fileId = await world.aFile(caseId, { name: '现场照片.jpg' }, 'bjHandler', { sha256, claimed: sha256 })
  return { caseId, evidenceId, fileId, sha256 }
}
const attach = (evidenceId: string, fileId: string, by: OfficerName = 'bjHandler') =>
  world.submit(by, attachFile, { evidenceId, fileId, part: 'copy', note: '' })
const look = (evidenceId: string, by: OfficerName = 'bjHandler') => world.ask(by, findEvidencePage, { evidenceId })
const give = (evidenceId: string) =>
  world.submit('bjHandler', giveEvidence, {
    ...{ ...paper, evidenceId, at, expectedVersion: 1, toAgencyId: world.agencies.police, toName: '' },
    ...{ moves: 'both', purpose: '移交' },
  })
const receive = (evidenceId: string, difference: string, outcome: 'received' | 'refused' = 'received') =>
  world.submit('policeHandler', receiveEvidence, {
    ...{ ...paper, evidenceId, at, expectedVersion: 2, outcome, difference },
    ...{ keptAt: '公安物证室', recount: '30 条' },
  })

describe('a file and the item it belongs to', () => {
  test('[HU1030] each shows the other, the item with both digests', async () => {
    const { caseId, evidenceId, fileId, sha256 } = await anItem()
    await attach(evidenceId, fileId)
    const { files } = await look(evidenceId, 'policeHandler')
    expect(files).toMatchObject([{ id: fileId, name: '现场照片.jpg', part: 'copy', sha256, compared: null }])
    expect(files[0]!.sm3).toHaveLength(64)
    const { links } = await world.ask('policeHandler', evidenceLinks, { caseId })
    expect(links).toEqual([{ fileId, itemId: evidenceId, part: 'copy', number: 1, name: itemFields.name }])
  })

  test('[HU1030] a file goes to an item of its own case, once, by who works on the case', async () => {
    const { caseId, evidenceId, fileId } = await anItem()
    const elsewhere = await anItem()
    expect((await world.refusal(() => attach(evidenceId, elsewhere.fileId))).code).toBe('evidence.file-elsewhere')
    for (const by of ['bjLeader', 'policeLeader'] as const)
      expect((await world.refusal(() => attach(evidenceId, fileId, by))).kind).toBe('forbidden')
    expect((await world.refusal(() => attach(evidenceId, fileId, 'hebeiHandler'))).kind).toBe('not-found')
    await world.aGrant({ kind: 'Case', id: caseId }, 'guilin', { level: 'view' })
    expect((await world.refusal(() => attach(evidenceId, fileId, 'guilinHandler'))).kind).toBe('forbidden')
    expect(await world.losers([attach(evidenceId, fileId), attach(evidenceId, fileId, 'policeHandler')])).toEqual([
      'evidence.attached',
    ])
  })

  test('[HU1031] to whom files are not open the item shows none, and none can be attached by guessing', async () => {
    const { caseId, evidenceId, fileId } = await anItem()
    await attach(evidenceId, fileId)
    await world.aGrant({ kind: 'Case', id: caseId }, 'guilin', { level: 'co_handle', withheldFields: ['files'] })
    expect((await look(evidenceId, 'guilinHandler')).files).toEqual([])
    expect((await world.refusal(() => attach(evidenceId, fileId, 'guilinHandler'))).kind).toBe('not-found')
  })

  test('[HU1032] what was attached by mistake is taken off once with the reason, and may be attached anew', async () => {
    const { evidenceId, fileId } = await anItem()
    const { attachmentId } = await attach(evidenceId, fileId)
    const detach = () => world.submit('policeHandler', detachFile, { evidenceId, attachmentId, reason: '关联错误' })
    expect(await world.losers([detach(), detach()])).toEqual(['evidence.not-attached'])
    expect((await look(evidenceId)).files).toEqual([])
    await attach(evidenceId, fileId)
    expect((await look(evidenceId)).files).toHaveLength(1)
  })
})

describe('the stored bytes', () => {
  test('[HU1033] are digested anew by both sides of a transfer, and each finding is kept', async () => {
    const { evidenceId, fileId } = await anItem()
    await attach(evidenceId, fileId)
    await give(evidenceId)
    await receive(evidenceId, '')
    expect((await look(evidenceId)).files[0]!.compared).toMatchObject({ found: 'whole' })
    const { rows } = await world.owner.query(
      'select found, nth from evidence_file_checks where item_id = $1 order by nth',
      [evidenceId],
    )
    expect(rows).toEqual([
      { found: 'whole', nth: 2 },
      { found: 'whole', nth: 3 },
    ])
  })

  test.each(['changed', 'missing'] as const)(
    '[HU1034] found %s break the chain, which names the file',
    async (found) => {
      const { evidenceId, fileId, sha256 } = await anItem()
      await attach(evidenceId, fileId)
      world.letContents(sha256, found)
      expect((await give(evidenceId)).unsound).toBe(1)
      const page = await look(evidenceId)
      expect(page.breakList).toEqual([{ nth: 2, kind: 'file', expected: '现场照片.jpg', found }])
      expect(page.lines.find(({ id }) => id === 'ALL-CUSTODY')!.outcome).toBe('failed')
      expect((await world.refusal(() => receive(evidenceId, ''))).code).toBe('custody.files-differ')
      await receive(evidenceId, '照片文件损坏，已通知平台恢复')
      expect((await look(evidenceId)).breakList).toHaveLength(1)
    },
  )

  test('[HU1034] to whom the file is not open the break has no name, and sending back needs no comparison', async () => {
    const { caseId, evidenceId, fileId, sha256 } = await anItem()
    await attach(evidenceId, fileId)
    await world.aGrant({ kind: 'Case', id: caseId }, 'guilin', { withheldFields: ['files'] })
    world.letContents(sha256, 'changed')
    await give(evidenceId)
    expect((await look(evidenceId, 'guilinHandler')).breakList).toMatchObject([{ kind: 'file', expected: '' }])
    await receive(evidenceId, '', 'refused')
  })

  test('[HU1035] restored, they are compared anew by who works on the case, and the chain holds again', async () => {
    const { evidenceId, fileId, sha256 } = await anItem()
    const { attachmentId } = await attach(evidenceId, fileId)
    const compare = (by: OfficerName = 'policeHandler') => world.submit(by, compareEvidence, { evidenceId })
    world.letContents(sha256, 'missing')
    expect(await compare()).toEqual({ files: 1, unsound: 1 })
    expect((await look(evidenceId)).breaks).toBe(1)
    world.letContents(sha256, 'whole')
    expect((await world.refusal(() => compare('policeLeader'))).kind).toBe('forbidden')
    world.clock.advance(1000)
    expect(await compare()).toEqual({ files: 1, unsound: 0 })
    expect((await look(evidenceId)).breaks).toBe(0)
    world.letContents(sha256, 'changed')
    world.clock.advance(1000)
    await compare()
    await world.submit('bjHandler', detachFile, { evidenceId, attachmentId, reason: '关联错误' })
    expect((await look(evidenceId)).breaks).toBe(0)
  })
})

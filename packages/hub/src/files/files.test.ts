import { randomUUID } from 'node:crypto'
import { CaseId, FileId, newId } from '@lianban/kernel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { arrived, aWorld, day, type World } from '../a-world.ts'
import { handlingCodes } from '../classification.ts'
import { recallGrant } from '../sharing/index.ts'
import { discardUpload } from './discard.ts'
import { beginUpload, downloadFile, findUpload, finishUpload, listFilesOf, markFile, previewFile } from './index.ts'
import { recordTaken, refuseChanged } from './take.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const marks = { isSensitive: false, handlingCode: 'unrestricted' as const }
const begin = (name: OfficerName, caseId: string, changed: object = {}) =>
  world.submit(name, beginUpload, { ...marks, caseId: CaseId.parse(caseId), name: '照片.jpg', bytes: 10, ...changed })
const list = (name: OfficerName, caseId: string) => world.ask(name, listFilesOf, { caseId: CaseId.parse(caseId) })
const download = (name: OfficerName, fileId: string) =>
  world.ask(name, downloadFile, { fileId: FileId.parse(fileId), purpose: 'working' as const })

async function aSharedCase(terms: object = {}) {
  const caseId = await world.aCase()
  const grantId = await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle', ...terms })
  return { caseId, grantId }
}

describe('adding a file', () => {
  test('[HU800] it is begun, arrives, and stands on record with both digests, who added it and when', async () => {
    const caseId = await world.aCase()
    const { fileId } = await begin('bjHandler', caseId, { handlingCode: 'no_onward', isSensitive: true })
    expect((await list('bjHandler', caseId)).uploads).toMatchObject([{ id: fileId, name: '照片.jpg', bytes: 10 }])
    await world.submit('bjHandler', finishUpload, { ...arrived, fileId })
    const { items, uploads, canAdd } = await list('bjHandler', caseId)
    expect(items).toMatchObject([
      {
        ...{ id: fileId, name: '照片.jpg', bytes: 10, sha256: arrived.sha256, sm3: arrived.sm3 },
        ...{ isSensitive: true, handlingCode: 'no_onward', version: 1, uploadedAt: world.clock.now() },
        ownerAgency: { slug: 'bj' },
        uploadedBy: { id: world.people.bjHandler.officer.id },
        can: { download: true, mark: true },
      },
    ])
    expect([uploads, canAdd]).toEqual([[], true])
    const entries = (await world.entries()).filter(({ act }) => String(act).startsWith('file.'))
    expect(entries.slice(-2)).toMatchObject([
      { act: 'file.begin', caseId, facts: { bytes: 10, handlingCode: 'no_onward' } },
      { act: 'file.finish', caseId, facts: { sha256: arrived.sha256, sm3: arrived.sm3 } },
    ])
    expect(JSON.stringify(entries)).not.toContain('照片')
  })

  test('[HU801] a second click begins one upload, and finishes one file', async () => {
    const caseId = await world.aCase()
    const once = { ...marks, submissionId: randomUUID(), caseId: CaseId.parse(caseId), name: '清单.pdf', bytes: 3 }
    const [first, second] = await Promise.all([
      beginUpload(world.as('bjHandler'), once),
      beginUpload(world.as('bjHandler'), once),
    ])
    expect(second).toEqual(first)
    const done = { ...arrived, ...first, submissionId: first.fileId }
    const finished = await Promise.all([
      finishUpload(world.as('bjHandler'), done),
      finishUpload(world.as('bjHandler'), done),
    ])
    expect(finished[1]).toEqual(finished[0])
    expect((await list('bjHandler', caseId)).items).toHaveLength(1)
    const again = () => world.submit('bjHandler', finishUpload, { ...arrived, ...first })
    expect(await world.refusal(again)).toMatchObject({ code: 'file.upload-over' })
  })

  test('[HU802] what is empty, too large, or more than a case or an officer may have is refused', async () => {
    const caseId = await world.aCase()
    const refused = (changed: object) => world.refusal(() => begin('bjLeader', caseId, changed))
    expect(await refused({ bytes: 0 })).toMatchObject({ kind: 'invalid', code: 'file.empty' })
    expect(await refused({ bytes: 1001 })).toMatchObject({ kind: 'invalid', code: 'file.too-large' })
    for (let n = 0; n < 3; n++) await world.aFile(caseId, { bytes: 1000 }, 'bjLeader')
    expect(await refused({})).toMatchObject({ kind: 'conflict', code: 'file.too-many' })
    const other = await world.aCase()
    for (let n = 0; n < 4; n++) await begin('bjLeader', other)
    expect(await world.refusal(() => begin('bjLeader', other))).toMatchObject({ code: 'file.too-many-open' })
    world.clock.advance(8 * day)
    await expect(begin('bjLeader', other)).resolves.toBeDefined()
    world.clock.advance(8 * day)
  })

  test.each([
    '../../etc/passwd',
    'C:\\证据.txt',
    '一\u0000二.txt',
    '照片\u202egpj.exe',
    '换行\n.txt',
    '..',
    '末尾.',
    '  ',
    '长'.repeat(81),
  ])('[HU803] the name %j is refused', async (name) => {
    const caseId = await world.aCase()
    await expect(begin('bjHandler', caseId, { name })).rejects.toMatchObject({ name: 'ZodError' })
    expect((await list('bjHandler', caseId)).uploads).toEqual([])
  })

  test('[HU804] other digests in the browser than on the server keep the file out, and so does what a scanner finds', async () => {
    const caseId = await world.aCase()
    const { fileId } = await begin('bjHandler', caseId)
    const finish = (changed: object) =>
      world.refusal(() => world.submit('bjHandler', finishUpload, { ...arrived, fileId, ...changed }))
    expect(await finish({ claimed: 'c'.repeat(64) })).toMatchObject({ kind: 'conflict', code: 'file.digest-differs' })
    expect(await finish({ isClean: false })).toMatchObject({ kind: 'conflict', code: 'file.infected' })
    expect((await world.entries()).slice(-2)).toMatchObject([
      { act: 'file.finish', outcome: 'refused', code: 'file.digest-differs' },
      { act: 'file.finish', outcome: 'refused', code: 'file.infected' },
    ])
    await expect(world.submit('bjHandler', finishUpload, { ...arrived, fileId })).resolves.toBeDefined()
  })

  test('[HU805] an upload is its officer’s alone, ends when given up, and is over after seven days', async () => {
    const { caseId } = await aSharedCase()
    const { fileId } = await begin('bjHandler', caseId)
    const find = (name: OfficerName) => world.ask(name, findUpload, { fileId })
    for (const name of ['bjLeader', 'policeHandler', 'hebeiHandler'] as const)
      expect(await world.refusal(() => find(name))).toMatchObject({ code: 'record.unseen' })
    expect(await find('bjHandler')).toEqual({ bytes: 10, name: '照片.jpg', state: 'open' })
    await world.submit('bjHandler', discardUpload, { fileId })
    expect((await find('bjHandler')).state).toBe('discarded')
    const after = () => world.submit('bjHandler', finishUpload, { ...arrived, fileId })
    expect(await world.refusal(after)).toMatchObject({ code: 'file.upload-over' })
    const late = await begin('bjHandler', caseId)
    world.clock.advance(7 * day)
    expect((await world.ask('bjHandler', findUpload, late)).state).toBe('over')
    const stale = () => world.submit('bjHandler', finishUpload, { ...arrived, ...late })
    expect(await world.refusal(stale)).toMatchObject({ code: 'file.upload-over' })
    expect((await list('bjHandler', caseId)).uploads).toEqual([])
  })

  test('[HU806] a grant recalled in the middle ends the upload at its next part', async () => {
    const { caseId, grantId } = await aSharedCase()
    const upload = await begin('policeHandler', caseId)
    await world.submit('bjHandler', recallGrant, { grantId, expectedVersion: 1, reason: '不再需要' })
    expect(await world.refusal(() => world.ask('policeHandler', findUpload, upload))).toMatchObject({
      code: 'record.unseen',
    })
    const finish = () => world.submit('policeHandler', finishUpload, { ...arrived, ...upload })
    expect(await world.refusal(finish)).toMatchObject({ code: 'record.unseen' })
  })

  test('[HU807] a viewer, a procurator and another agency add nothing, and learn of nothing they do not see', async () => {
    const { caseId } = await aSharedCase({ level: 'comment' })
    await world.aGrant({ kind: 'Case', id: caseId }, 'procuratorate', { level: 'comment' })
    const at = (name: OfficerName, id: string = caseId) => world.refusal(() => begin(name, id))
    expect(await at('policeHandler')).toMatchObject({ code: 'policy.denied' })
    expect(await at('procurator')).toMatchObject({ code: 'policy.denied' })
    expect(await at('hebeiHandler')).toEqual(await at('hebeiHandler', newId<CaseId>()))
  })
})

describe('a file of a case', () => {
  test('[HU808] is listed for whoever reads the case and for nobody else', async () => {
    const { caseId, grantId } = await aSharedCase({ level: 'view' })
    const fileId = await world.aFile(caseId)
    const seen = await list('policeHandler', caseId)
    expect(seen.items).toMatchObject([{ id: fileId, can: { download: false, mark: false } }])
    expect(seen.canAdd).toBe(false)
    expect(await world.refusal(() => list('hebeiHandler', caseId))).toMatchObject({ code: 'record.unseen' })
    await world.submit('bjHandler', recallGrant, { grantId, expectedVersion: 1, reason: '不再需要' })
    expect(await world.refusal(() => list('policeHandler', caseId))).toMatchObject({ code: 'record.unseen' })
    expect(await world.refusal(() => world.ask('policeHandler', previewFile, { fileId }))).toMatchObject({
      code: 'record.unseen',
    })
  })

  test('[HU809] is not there where a grant leaves the files out, except for the agency that added it', async () => {
    const { caseId } = await aSharedCase({ withheldFields: ['files'] })
    const hidden = await world.aFile(caseId)
    const own = await world.aFile(caseId, {}, 'policeHandler')
    const seen = await list('policeHandler', caseId)
    expect([seen.isLeftOut, seen.items.map(({ id }) => id)]).toEqual([true, [own]])
    expect(await world.refusal(() => download('policeHandler', hidden))).toMatchObject({ code: 'record.unseen' })
    await expect(download('policeHandler', own)).resolves.toMatchObject({ id: own })
    expect((await list('bjHandler', caseId)).items).toHaveLength(2)
  })

  const takers: Record<(typeof handlingCodes)[number], readonly string[]> = {
    unrestricted: ['contribute', 'co_handle'],
    not_in_proceedings: ['contribute', 'co_handle'],
    no_onward: [],
    no_open_action: ['co_handle'],
  }
  test.each(handlingCodes)('[HU810] that is %s is downloaded at the levels that allow it', async (handlingCode) => {
    for (const level of ['view', 'comment', 'contribute', 'co_handle'] as const) {
      const { caseId } = await aSharedCase({ level })
      const fileId = await world.aFile(caseId, { handlingCode })
      await expect(download('bjLeader', fileId)).resolves.toBeDefined()
      if (takers[handlingCode].includes(level)) await expect(download('policeHandler', fileId)).resolves.toBeDefined()
      else expect(await world.refusal(() => download('policeHandler', fileId))).toMatchObject({ code: 'policy.denied' })
    }
  })

  test('[HU811] its marks are changed by the agency that added it, once for each version', async () => {
    const { caseId } = await aSharedCase()
    const fileId = await world.aFile(caseId)
    const change = { fileId, expectedVersion: 1, isSensitive: true, handlingCode: 'no_onward' as const }
    const denied = await world.refusal(() => world.submit('policeHandler', markFile, change))
    expect(denied).toMatchObject({ code: 'policy.denied' })
    expect(await world.submit('bjLeader', markFile, change)).toEqual({ version: 2 })
    expect((await list('policeHandler', caseId)).items).toMatchObject([
      { isSensitive: true, handlingCode: 'no_onward', version: 2, sha256: arrived.sha256 },
    ])
    const stale = await world.refusal(() => world.submit('bjLeader', markFile, change))
    expect(stale).toMatchObject({ kind: 'conflict', code: 'record.stale' })
  })

  test('[HU812] is previewed only where no browser takes it for a program', async () => {
    const caseId = await world.aCase()
    const fileId = await world.aFile(caseId)
    const { fileId: page } = await begin('bjHandler', caseId, { name: '网页.html' })
    await world.submit('bjHandler', finishUpload, { ...arrived, fileId: page, type: 'text/plain' })
    expect((await list('bjHandler', caseId)).items.map(({ preview }) => preview)).toEqual([null, 'pdf'])
    await expect(world.ask('bjHandler', previewFile, { fileId })).resolves.toMatchObject({ type: 'application/pdf' })
    const other = await world.refusal(() => world.ask('bjHandler', previewFile, { fileId: page }))
    expect(other).toMatchObject({ code: 'file.not-previewed' })
  })

  test('[HU813] handed over or found changed in the store, it is in the log by its id', async () => {
    const { caseId } = await aSharedCase()
    const fileId = await world.aFile(caseId)
    const taken = await download('policeHandler', fileId)
    await recordTaken(world.as('policeHandler'), taken, { act: 'file.download', purpose: 'proceedings' })
    await expect(refuseChanged(world.as('policeHandler'), taken, { act: 'file.preview' })).rejects.toMatchObject({
      code: 'file.changed-in-store',
    })
    const subject = { kind: 'File', id: fileId }
    expect((await world.entries()).slice(-2)).toMatchObject([
      {
        act: 'file.download',
        outcome: 'done',
        subject,
        caseId,
        facts: { purpose: 'proceedings', sha256: taken.sha256 },
      },
      { act: 'file.preview', outcome: 'refused', code: 'file.changed-in-store', subject, caseId },
    ])
  })
})

import type { Bound } from '@lianban/dossier'
import type { Paper } from '@lianban/papers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { arrived, aWorld, type World } from '../a-world.ts'
import type { HandlingCode } from '../classification.ts'
import { itemFields } from '../evidence/an-item.ts'
import { recordEvidence } from '../evidence/index.ts'
import { finishUpload } from '../files/index.ts'
import { goodsRow } from '../goods/a-row.ts'
import { enterGoods } from '../goods/index.ts'
import { takeDossier } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

type Asked = Parameters<typeof takeDossier>[1]
const take = (name: OfficerName, caseId: string, purpose: Asked['purpose'] = 'working') =>
  world.ask(name, takeDossier, { caseId, purpose, format: 'pdf' } as Asked)
const said = (paper: Paper) => JSON.stringify(paper)

async function aDossier(file: { handlingCode?: HandlingCode; type?: string; withheldFields?: string[] } = {}) {
  const { handlingCode = 'unrestricted', type = 'image/png', withheldFields = [] } = file
  const caseId = await world.aCase()
  await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle', withheldFields })
  const { evidenceId } = await world.submit('bjHandler', recordEvidence, { ...itemFields, caseId })
  await world.submit('bjHandler', enterGoods, { evidenceId, rows: [{ ...goodsRow, codes: '' }] })
  const fileId = await world.anUpload(caseId, { name: '现场.png', handlingCode })
  await world.submit('bjHandler', finishUpload, { ...arrived, type, fileId })
  const sectionId = await world.aSection(caseId)
  const shows = (kind: Bound['kind'], recordId: string) => ({ kind, recordId })
  world.write(
    sectionId,
    { shows: shows('evidence', evidenceId), digest: 'e'.repeat(64) },
    { shows: shows('seizure', evidenceId) },
    { shows: shows('image', fileId), digest: arrived.sha256, caption: '仓库东侧货架' },
  )
  return { caseId, sectionId, fileId }
}

test('[HU903] evidence, its list and pictures are written out, and the annex has the digest of each', async () => {
  const { caseId, fileId } = await aDossier()
  const { paper, pictures } = await take('policeHandler', caseId)
  expect(said(paper)).toMatch(/证1　“中华”牌卷烟.*现由.*保管（一号物证室）/)
  expect(said(paper)).toMatch(/京烟登存〔2026〕1号.*中华 硬盒.*假冒.*6000支.*13500\.00元/)
  expect(paper.body).toContainEqual({
    kind: 'picture',
    digest: arrived.sha256,
    caption: '仓库东侧货架',
    source: expect.stringContaining(arrived.sha256),
  })
  expect(pictures).toMatchObject([{ id: fileId, sha256: arrived.sha256 }])
  const annex = said({ ...paper, body: [] })
  expect(annex).toMatch(/引用证据.*证1.*[0-9a-f]{64}.*物品清单.*[0-9a-f]{64}/)
  expect(annex).toMatch(new RegExp(`引用图片.*现场.png.*是.*${arrived.sha256} ${arrived.sm3}`))
})

test('[HU903] what was put right since it was cited says so on paper', async () => {
  const { caseId } = await aDossier()
  expect(said((await take('bjHandler', caseId)).paper)).toContain('引用之后登记内容已更正')
})

test('[HU904] a picture whose handling code bars the purpose is named with the reason and stays in the hub', async () => {
  const { caseId } = await aDossier({ handlingCode: 'not_in_proceedings' })
  expect((await take('policeHandler', caseId)).pictures).toHaveLength(1)
  const barred = await take('policeHandler', caseId, 'proceedings')
  expect(barred.pictures).toEqual([])
  expect(said(barred.paper)).toMatch(new RegExp(`图片“仓库东侧货架”未随本件印出.*${arrived.sha256}`))
  // The agency that added it is not bound by its own code.
  expect((await take('bjHandler', caseId, 'proceedings')).pictures).toHaveLength(1)
})

test.each([
  ['a file that may not be downloaded', { handlingCode: 'no_onward' as const }, '导出人不得下载该文件'],
  ['a format that is not printed', { type: 'image/webp' }, '该格式不能印入文书'],
])('[HU904] %s is named with the reason', async (_what, file, because) => {
  const { caseId } = await aDossier(file as never)
  const { paper, pictures } = await take('policeHandler', caseId)
  expect(pictures).toEqual([])
  expect(said(paper)).toContain(because)
})

test('[HU904] of a picture that is withheld there is its caption, which is words of the section, and nothing else', async () => {
  const { caseId } = await aDossier({ withheldFields: ['files'] })
  const { paper, pictures } = await take('policeHandler', caseId)
  expect(pictures).toEqual([])
  expect(said(paper)).toMatch(/此处引用的记录不在导出人阅读范围内.*仓库东侧货架/)
  expect(said(paper)).not.toMatch(new RegExp(`现场\\.png|${arrived.sha256}`))
})

import type { Bound } from '@lianban/dossier'
import type { Paper } from '@lianban/papers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { aWrittenSection, paragraph } from '../chronicles/a-written-section.ts'
import { proposeSeal, signSeal } from '../seals/index.ts'
import { recallGrant } from '../sharing/index.ts'
import { recordExport, takeDossier } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

type Asked = Partial<Parameters<typeof takeDossier>[1]>
const take = (name: OfficerName, caseId: string, asked: Asked = {}) =>
  world.ask(name, takeDossier, { caseId, purpose: 'working', format: 'pdf', ...asked } as Parameters<
    typeof takeDossier
  >[1])
const said = (paper: Paper) => JSON.stringify(paper)

/** Two sections for all and one that the police do not read. */
async function aDossier() {
  const caseId = await world.aCase({ name: '跨省电子烟案', label: 'sensitive' })
  const grantId = await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle' })
  const first = await world.aSection(caseId, { title: '一、案件来源' })
  const memberAgencyIds = [world.agencies.bj]
  const kept = await world.aSection(caseId, { title: '机密研判', audience: 'members', memberAgencyIds })
  const last = await world.aSection(caseId, { title: '处理意见' })
  world.write(first, '线索来自热线。', { heading: 2, text: '经过' }, '第二段。')
  world.write(kept, '机密内容')
  world.write(last, '建议移送。')
  return { caseId, grantId, first, kept, last }
}

test('[HU600] the whole dossier goes out in its order, with its label and the digest of each section', async () => {
  const { caseId } = await aDossier()
  const { paper, sections, withheld, digest, name } = await take('bjHandler', caseId)
  expect(paper.marks).toEqual(['敏感'])
  expect(paper.title).toBe('跨省电子烟案联合专案卷宗')
  expect(said(paper)).toMatch(
    /一、案件来源.*线索来自热线。.*经过.*第二段。.*二、机密研判.*机密内容.*三、处理意见.*建议移送。/,
  )
  expect([sections, withheld]).toEqual([3, 0])
  const annex = said({ ...paper, body: [] })
  expect(annex).toContain(digest)
  expect(annex.match(/"[0-9a-f]{64}"/g)).toHaveLength(4)
  expect(name).toBe('跨省电子烟案联合专案卷宗（内部研判）20260302.pdf')
})

test('[HU601] who took it out, when and what for stands across every page and at its foot', async () => {
  const { caseId } = await aDossier()
  const { paper } = await take('policeHandler', caseId, { purpose: 'proceedings' })
  expect(paper.watermark).toMatch(/policeHandler 2026-03-02 16:00 用于诉讼$/)
  expect(paper.foot).toMatch(
    /^导出：.*policeHandler，2026-03-02 16:00。用途：用于诉讼。卷宗摘要值 SHA-256 [0-9a-f]{64}$/,
  )
})

test('[HU602] of a section that the officer does not read there is its place and whom to ask, and nothing else', async () => {
  const { caseId, kept } = await aDossier()
  const { paper, sections, withheld } = await take('policeHandler', caseId)
  expect([sections, withheld]).toEqual([2, 1])
  expect(said(paper)).toMatch(/二、（本节不在导出人阅读范围内）.*三、处理意见/)
  expect(said(paper)).not.toMatch(new RegExp(`机密|${kept}`))
  expect(await world.refusal(() => take('policeHandler', caseId, { sectionIds: [kept] as never }))).toMatchObject({
    code: 'record.unseen',
  })
})

test('[HU602] chosen sections keep their places and say nothing of the others', async () => {
  const { caseId, last } = await aDossier()
  const { paper, withheld } = await take('policeHandler', caseId, { sectionIds: [last] as never })
  expect(said(paper)).toContain('三、处理意见')
  expect(said(paper)).not.toMatch(/案件来源|阅读范围/)
  expect(withheld).toBe(0)
})

test('[HU603] the same dossier has the same digest, and another word another one', async () => {
  const { caseId, last } = await aDossier()
  const before = await take('bjHandler', caseId)
  world.clock.advance(60_000)
  expect((await take('bjHandler', caseId)).digest).toBe(before.digest)
  world.write(last, '建议退回。')
  expect((await take('bjHandler', caseId)).digest).not.toBe(before.digest)
})

test.each<[OfficerName, string]>([
  ['procurator', 'policy.denied'],
  ['bjIntake', 'record.unseen'],
  ['hebeiHandler', 'record.unseen'],
])('[HU604] %s takes nothing out', async (name, code) => {
  const { caseId } = await aDossier()
  await world.aGrant({ kind: 'Case', id: caseId }, 'procuratorate', { level: 'comment' })
  expect(await world.refusal(() => take(name, caseId))).toMatchObject({ code })
})

test('[HU604] who lost the case takes nothing out any more', async () => {
  const { caseId, grantId } = await aDossier()
  await take('policeHandler', caseId)
  await world.submit('bjHandler', recallGrant, { grantId, expectedVersion: 1, reason: '收回' })
  expect(await world.refusal(() => take('policeHandler', caseId))).toMatchObject({ code: 'record.unseen' })
})

test('[HU605] a quotation that may not be used in proceedings holds the dossier back from court, and says whom to ask', async () => {
  const clueId = await world.aClue({ handlingCode: 'not_in_proceedings' })
  await world.aGrant({ kind: 'Clue', id: clueId }, 'bj', { level: 'co_handle' }, 'shunyiHandler')
  const { caseId, first } = await aDossier()
  const quotation = (await world.aQuotation(first, clueId)) as Bound
  world.write(first, { shows: quotation })
  const { paper } = await take('bjHandler', caseId)
  expect(said(paper)).toContain('商户向未成年人销售伪装电子烟')
  expect(said(paper)).toContain('未经提供单位同意不得用于诉讼')
  const refusal = await world.refusal(() => take('bjHandler', caseId, { purpose: 'proceedings' }))
  expect(refusal).toMatchObject({ code: 'export.held-back', facts: { count: 1 } })
  expect(refusal.sentence.zh).toMatch(/顺义/)
  const without = await take('bjHandler', caseId, {
    purpose: 'proceedings',
    sectionIds: [(await aDossier()).last] as never,
  }).catch((error: unknown) => error)
  expect(without).toMatchObject({ code: 'record.unseen' })
})

test('[HU606] a record that the officer may not read is not written out', async () => {
  const clueId = await world.aClue({}, 'bjIntake')
  const { caseId, first } = await aDossier()
  const quotation = (await world.aQuotation(first, clueId)) as Bound
  world.write(first, { shows: quotation })
  expect(said((await take('bjHandler', caseId)).paper)).toContain('商户向未成年人')
  const { paper } = await take('policeHandler', caseId)
  expect(said(paper)).not.toContain('商户向未成年人')
  expect(said(paper)).toContain('此处引用的记录不在导出人阅读范围内')
})

test('[HU607] the log has the purpose, the counts and the digest of the file, and no word of it', async () => {
  const { caseId } = await aDossier()
  const { rule, digest } = await take('policeHandler', caseId)
  const facts = { purpose: 'working', format: 'pdf', sections: 2, withheld: 1, pictures: 0, bytes: 9 }
  const digests = { dossierDigest: digest, fileDigest: 'f'.repeat(64) }
  await recordExport(world.as('policeHandler'), { caseId: caseId as never, rule, facts: { ...facts, ...digests } })
  const last = (await world.entries()).at(-1)!
  expect(last).toMatchObject({ act: 'case.exportDossier', outcome: 'done', rule, facts: { ...facts, ...digests } })
  expect(JSON.stringify(last)).not.toMatch(/热线|移送/)
})

/** An open section and one that the police do not read, and the version of both that was proposed to be sealed. */
async function aProposedSeal() {
  const caseId = await world.aCase({ name: '封存导出案' })
  await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle' })
  const firstId = await world.aSection(caseId, { title: '案件事实' })
  const keptId = await world.aSection(caseId, {
    title: '内部研判',
    audience: 'members',
    memberAgencyIds: [world.agencies.bj],
  })
  await aWrittenSection(world, firstId).write('bjHandler', paragraph('扣押卷烟三百条。'))
  await aWrittenSection(world, keptId).write('bjHandler', paragraph('内线情况。'))
  const seal = await world.submit('bjLeader', proposeSeal, { caseId, note: '' })
  const sign = () => world.submit('policeLeader', signSeal, { caseId, sealId: seal.sealId, digest: seal.digest })
  return { caseId, firstId, seal, sign }
}

test('[HU610] what was sealed goes out as it was signed, though the dossier reads otherwise by now', async () => {
  const { caseId, firstId, seal, sign } = await aProposedSeal()
  expect(said((await take('bjHandler', caseId)).paper)).toContain('卷宗尚未封存')
  await sign()
  world.write(firstId, '扣押卷烟三百条。', '另查获现金。')
  const now = await take('policeHandler', caseId)
  expect(said(now.paper)).toContain('另查获现金')
  expect(said(now.paper)).toMatch(new RegExp(`最近的封存版本为第1版.*${seal.digest}`))
  const { paper, digest, name, withheld } = await take('policeHandler', caseId, { sealId: seal.sealId })
  expect([digest, withheld]).toEqual([seal.digest, 1])
  expect(said(paper)).toContain('扣押卷烟三百条')
  expect(said(paper)).not.toMatch(/另查获现金|内线情况|内部研判（/)
  expect(paper.foot).toContain(`封存摘要值 SHA-256 ${seal.digest}`)
  expect(name).toContain('卷宗封存第1版')
  // Of both sections the digest, and who signed for which agency.
  expect(said({ ...paper, foot: '' }).match(/"[0-9a-f]{64}"/g)).toHaveLength(3)
  expect(said(paper)).toMatch(/封存第1版的签署.*bjLeader.*policeLeader/)
  const chosen = await take('policeHandler', caseId, { sealId: seal.sealId, sectionIds: [firstId] as never })
  expect(chosen.digest).toBe(seal.digest)
})

test('[HU611] nothing goes out as sealed that not all have signed or that was changed behind the hub', async () => {
  const { caseId, seal, sign } = await aProposedSeal()
  const refused = async () => (await world.refusal(() => take('bjHandler', caseId, { sealId: seal.sealId }))).code
  expect(await refused()).toBe('export.not-sealed')
  await sign()
  const elsewhere = await aDossier()
  expect(await world.refusal(() => take('bjHandler', elsewhere.caseId, { sealId: seal.sealId }))).toMatchObject({
    code: 'record.unseen',
  })
  await world.owner.query('alter table seal_contents disable trigger user')
  await world.owner.query(
    `update seal_contents set content = replace(content, '三百', '三十') where seal_id = '${seal.sealId}'`,
  )
  await world.owner.query('alter table seal_contents enable trigger user')
  expect(await refused()).toBe('export.seal-broken')
})

import { canonicalJson } from '@lianban/kernel'
import { sha256Hex } from '@lianban/kernel/digest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AgencyName, OfficerName } from '../a-cast.ts'
import { aWorld, figureFields, type World } from '../a-world.ts'
import { recordEvent, recordFigure } from '../cases/index.ts'
import { recallGrant } from '../sharing/index.ts'
import { transferPapers } from './a-handoff.ts'
import { findHandoffPage, prepareHandoff } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

type Prepared = { by?: OfficerName; to?: AgencyName; number?: string; papers?: typeof transferPapers }
let serial = 0
const prepare = (caseId: string, changed: Prepared = {}) => {
  const { by = 'bjHandler', to = 'police', number = `包〔${++serial}〕号`, papers = [] } = changed
  const letter = { number, legalBasis: '第三条', purpose: '移送', note: '随案移送。', papers }
  return world.submit(by, prepareHandoff, { caseId, toAgencyId: world.agencies[to], ...letter })
}
const itemsOf = async (handoffId: string, name: OfficerName = 'bjHandler') =>
  (await world.ask(name, findHandoffPage, { handoffId })).items
const kindsOf = async (handoffId: string) => (await itemsOf(handoffId)).map(({ kind }) => kind)

test('[HU121] the package is the letter, the record, the clues, the figures and the sections', async () => {
  const clueId = await world.aClue({}, 'bjIntake')
  const caseId = await world.aCase({ clueIds: [clueId] })
  await world.submit('bjHandler', recordFigure, { caseId, ...figureFields })
  const sectionId = await world.aSection(caseId, { title: '案件事实' })
  world.write(sectionId, '第一段。', '第二段。')
  const { handoffId, items } = await prepare(caseId)
  const frozen = await itemsOf(handoffId)
  expect(frozen.map(({ position, kind }) => [position, kind])).toEqual([
    [1, 'transfer_letter'],
    [2, 'case_record'],
    [3, 'figures'],
    [4, 'clue'],
    [5, 'dossier_section'],
  ])
  expect(items).toBe(5)
  expect(JSON.parse(frozen[4]!.content!)).toMatchObject({ title: '案件事实', text: '第一段。\n第二段。' })
  expect(JSON.parse(frozen[2]!.content!)).toMatchObject([{ asWritten: '34.7万个', amount: 347000, source: '004' }])
})

test('[HU122] each item’s digest is over its canonical bytes, the package’s over the list', async () => {
  const { handoffId, packageDigest } = await prepare(await world.aCase())
  const items = await itemsOf(handoffId)
  for (const { content, digest } of items) {
    expect(sha256Hex(content!)).toBe(digest)
    expect(canonicalJson(JSON.parse(content!))).toBe(content)
  }
  const listed = items.map(({ position, kind, recordId, title, digest, material }) => ({
    position,
    kind,
    recordId,
    title,
    digest,
    ...(material !== null && { material }),
  }))
  expect(sha256Hex(canonicalJson(listed))).toBe(packageDigest)
})

test('[HU123] what is written in the case and the dossier afterwards does not touch the package', async () => {
  const clueId = await world.aClue()
  const given = await world.aGrant({ kind: 'Clue', id: clueId }, 'bj', { level: 'co_handle' }, 'shunyiHandler')
  const caseId = await world.aCase({ clueIds: [clueId] })
  const sectionId = await world.aSection(caseId)
  world.write(sectionId, '冻结前。')
  const { handoffId } = await prepare(caseId, { papers: transferPapers })
  await world.move('dispatch', handoffId)
  const before = await itemsOf(handoffId)

  world.write(sectionId, '冻结后。')
  await world.submit('bjHandler', recordFigure, { caseId, ...figureFields })
  await world.submit('bjHandler', recordEvent, {
    caseId,
    kind: 'other',
    happenedOn: '2025',
    what: '后来',
    source: '004',
  })
  await world.aSection(caseId)
  await world.submit('shunyiHandler', recallGrant, { grantId: given, expectedVersion: 1, reason: '收回' })
  expect(await itemsOf(handoffId, 'policeHandler')).toEqual(before)
  await expect(world.move('sign', handoffId)).resolves.toMatchObject({ state: 'signed_for' })
})

describe('what stays out', () => {
  test('[HU124] a section for members goes along only where the receiver is a member', async () => {
    const caseId = await world.aCase()
    await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle' })
    await world.aGrant({ kind: 'Case', id: caseId }, 'guilin')
    const { police, guilin } = world.agencies
    await world.aSection(caseId, { title: '只限本单位', audience: 'members' })
    await world.aSection(caseId, { title: '含公安', audience: 'members', memberAgencyIds: [police] })
    await world.aSection(caseId, { title: '含桂林', audience: 'members', memberAgencyIds: [guilin] })
    await world.aSection(caseId, { title: '全案' })
    const { handoffId } = await prepare(caseId)
    const sections = (await itemsOf(handoffId)).filter(({ kind }) => kind === 'dossier_section')
    expect(sections.map(({ title }) => title)).toEqual(['卷宗 含公安', '卷宗 全案'])
  })

  test('[HU124] a section that its preparer may not read stays out', async () => {
    const caseId = await world.aCase()
    await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle' })
    await world.aSection(caseId, { title: '警方内部', audience: 'members' }, 'policeHandler')
    const { handoffId } = await prepare(caseId)
    expect(await kindsOf(handoffId)).not.toContain('dossier_section')
  })

  test('[HU125] a clue not to be passed on, or taken back by its owner, stays out', async () => {
    const kept = await world.aClue({ handlingCode: 'no_onward' }, 'bjIntake')
    const lent = await world.aClue()
    const terms = { level: 'co_handle' as const }
    const grantId = await world.aGrant({ kind: 'Clue', id: lent }, 'bj', terms, 'shunyiHandler')
    const caseId = await world.aCase({ clueIds: [kept, lent] })
    await world.submit('shunyiHandler', recallGrant, { grantId, expectedVersion: 1, reason: '收回' })
    const { handoffId } = await prepare(caseId)
    expect(await kindsOf(handoffId)).not.toContain('clue')
  })

  test('[HU126] an overseer sees that every item went, and opens what it may open in the case', async () => {
    const caseId = await world.aCase()
    await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle' })
    await world.aGrant({ kind: 'Case', id: caseId }, 'procuratorate', { withheldFields: ['figures'] })
    const closed = { title: '侦查部署', audience: 'members' as const, memberAgencyIds: [world.agencies.police] }
    const sectionId = await world.aSection(caseId, closed)
    const { handoffId } = await prepare(caseId, { papers: transferPapers })
    await world.move('dispatch', handoffId)
    const whole = await itemsOf(handoffId, 'policeHandler')
    const seen = await itemsOf(handoffId, 'procurator')
    expect(seen.map(({ position, kind, digest }) => [position, kind, digest])).toEqual(
      whole.map(({ position, kind, digest }) => [position, kind, digest]),
    )
    expect(seen.map(({ content }) => content !== null)).toEqual([true, true, false, false, true, true, true, true])
    expect(JSON.stringify(seen)).not.toMatch(`侦查部署|${sectionId}`)
  })

  test('[HU126] a desk sends and signs for what it holds, and opens the letter alone', async () => {
    const { handoffId } = await prepare(await world.aCase({ label: 'core_sensitive' }), { papers: transferPapers })
    await world.move('dispatch', handoffId)
    const opened = async (name: OfficerName) => (await itemsOf(handoffId, name)).map(({ content }) => content !== null)
    for (const name of ['bjHandler', 'bjLeader', 'policeHandler', 'policeLeader'] as const)
      expect([name, await opened(name)]).toEqual([name, Array(7).fill(true)])
    for (const name of ['bjDuty', 'policeDuty'] as const)
      expect([name, await opened(name)]).toEqual([name, [true, ...Array(6).fill(false)]])
  })
})

test.each<[AgencyName, boolean]>([
  ['police', true],
  ['customs', true],
  ['bj', false],
  ['shunyi', false],
  ['procuratorate', false],
  ['market', false],
  ['post', false],
  ['operator', false],
])('[HU127] a suspected crime is handed to %s: %s', async (to, may) => {
  const caseId = await world.aCase()
  if (may) await expect(prepare(caseId, { to })).resolves.toMatchObject({ items: 3 })
  else expect(await world.refusal(() => prepare(caseId, { to }))).toMatchObject({ code: 'handoff.wrong-receiver' })
})

test.each<[OfficerName, string]>([
  ['bjLeader', 'policy.denied'],
  ['bjAuditor', 'policy.denied'],
  ['policeHandler', 'policy.denied'],
  ['hebeiHandler', 'record.unseen'],
])('[HU128] %s prepares no handoff of Beijing’s case', async (by, code) => {
  const caseId = await world.aCase()
  await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle' })
  expect(await world.refusal(() => prepare(caseId, { by, to: 'customs' }))).toMatchObject({ code })
})

test.each([
  ['prepared', 'handoff.under-way'],
  ['dispatched', 'handoff.under-way'],
  ['signed_for', 'handoff.under-way'],
  ['accepted', 'policy.denied'],
  ['delivered', 'handoff.under-way'],
  ['contested', 'handoff.under-way'],
  ['taken', undefined],
  ['returned', undefined],
  ['cancelled', undefined],
] as const)('[HU129] beside a handoff that is %s, a second one meets %s', async (state, code) => {
  const { caseId } = await world.aHandoff(state)
  if (code) expect(await world.refusal(() => prepare(caseId, { to: 'customs' }))).toMatchObject({ code })
  else await expect(prepare(caseId, { to: 'customs' })).resolves.toBeDefined()
})

test('[HU129] of two handoffs prepared at one moment, one is made', async () => {
  const caseId = await world.aCase()
  const attempts = [prepare(caseId), prepare(caseId, { by: 'bjColleague', to: 'customs' })]
  expect(await world.losers(attempts)).toEqual(['handoff.under-way'])
})

test('[HU130] an agency uses a handoff number once, also that of a cancelled one', async () => {
  const [first, second] = [await world.aCase(), await world.aCase()]
  const { handoffId } = await prepare(first, { number: '文号' })
  const again = () => prepare(second, { number: '文号' })
  expect(await world.refusal(again)).toMatchObject({ code: 'handoff.number-taken' })
  await world.move('cancel', handoffId)
  expect(await world.refusal(again)).toMatchObject({ code: 'handoff.number-taken' })
})

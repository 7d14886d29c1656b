import { templates } from '@lianban/dossier'
import { newId } from '@lianban/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { arrangeSection, dossierContents, dossierOutline, layOutDossier } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const titles = async (caseId: string, name: OfficerName = 'bjHandler') =>
  (await world.ask(name, dossierOutline, { caseId })).sections.map((section) =>
    section.kind === 'open' ? section.title : '未开放',
  )
const layOut = (caseId: string, template: string, by: OfficerName = 'bjHandler') =>
  world.submit(by, layOutDossier, { caseId, template })
const move = (caseId: string, sectionId: string, toPosition: number, by: OfficerName = 'bjHandler') =>
  world.submit(by, arrangeSection, { caseId, sectionId, toPosition })

async function aCaseOf(...names: string[]) {
  const caseId = await world.aCase()
  await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle' })
  const ids: string[] = []
  for (const title of names) ids.push(await world.aSection(caseId, { title }))
  return { caseId, ids }
}

test.each(templates)('[HU564] an empty dossier takes the sections of $id in order', async ({ id, sections }) => {
  const caseId = await world.aCase()
  await layOut(caseId, id)
  expect(await titles(caseId)).toEqual(sections.map(({ zh }) => zh.slice(2)))
})

test('[HU564] a dossier that was begun is laid out no more, nor by two at one moment', async () => {
  const caseId = await world.aCase()
  const lost = await world.losers([layOut(caseId, 'clue-assessment'), layOut(caseId, 'transfer-report')])
  expect(lost).toEqual(['dossier.started'])
  expect(await world.refusal(() => layOut(caseId, 'assistance-reply'))).toMatchObject({ code: 'dossier.started' })
})

test.each([
  [1, 3, '乙丙甲丁'],
  [4, 1, '丁甲乙丙'],
  [2, 3, '甲丙乙丁'],
  [2, 2, '甲乙丙丁'],
  [1, 99, '乙丙丁甲'],
])('[HU565] section %i moved to place %i gives the order %s', async (from, to, order) => {
  const { caseId, ids } = await aCaseOf('甲', '乙', '丙', '丁')
  await move(caseId, ids[from - 1]!, to)
  expect((await titles(caseId)).join('')).toBe(order)
})

test('[HU565] a section withheld from the mover moves along with the others and is not named', async () => {
  const { caseId, ids } = await aCaseOf('甲', '乙', '丙')
  const closed = { title: '侦查部署', audience: 'members' as const, memberAgencyIds: [world.agencies.police] }
  const hidden = await world.aSection(caseId, closed, 'policeHandler')
  await move(caseId, ids[0]!, 4)
  expect(await titles(caseId)).toEqual(['乙', '丙', '未开放', '甲'])
  for (const sectionId of [hidden, newId()])
    expect(await world.refusal(() => move(caseId, sectionId, 1))).toMatchObject({ code: 'dossier.section-not-here' })
})

test('[HU565] two officers who move at one moment leave every section one place', async () => {
  const { caseId, ids } = await aCaseOf('甲', '乙', '丙', '丁')
  await Promise.all([move(caseId, ids[0]!, 4), move(caseId, ids[3]!, 1), move(caseId, ids[1]!, 3)])
  const { sections } = await world.ask('bjHandler', dossierOutline, { caseId })
  expect(sections.map(({ position }) => position)).toEqual([1, 2, 3, 4])
})

test('[HU566] the order is kept by the owner and the lead, and by no guest', async () => {
  const { caseId, ids } = await aCaseOf('甲', '乙')
  expect(await world.refusal(() => move(caseId, ids[0]!, 2, 'policeHandler'))).toMatchObject({ code: 'policy.denied' })
  expect(await world.refusal(() => move(caseId, ids[0]!, 2, 'hebeiHandler'))).toMatchObject({ code: 'record.unseen' })
})

test('[HU567] the contents name the headings of the sections one may read, and of no other', async () => {
  const { caseId, ids } = await aCaseOf('甲', '乙')
  const closed = { audience: 'members' as const, memberAgencyIds: [world.agencies.bj] }
  const hidden = await world.aSection(caseId, closed)
  world.write(ids[0]!, { heading: 2, text: '举报' }, '略', { heading: 3, text: '电话' })
  world.write(hidden, { heading: 2, text: '侦查部署' })
  const contents = async (name: OfficerName) => (await world.ask(name, dossierContents, { caseId })).sections
  expect(
    (await contents('bjHandler')).map(({ headings }) => headings.map(({ number, text }) => number + text)),
  ).toEqual([['（一）举报', '1.电话'], [], ['（一）侦查部署']])
  expect((await contents('policeHandler')).map(({ sectionId }) => sectionId)).toEqual(ids)
})

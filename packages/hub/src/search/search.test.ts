import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { listCases } from '../cases/index.ts'
import { listClues } from '../clues/index.ts'
import { searchAll } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const search = (q: string, name: OfficerName = 'bjHandler') => world.ask(name, searchAll, { q })

test.each([
  ['100%', '100%纯棉案', '1000纯棉案'],
  ['a_c', 'a_c案', 'abc案'],
  ['a\\', 'a\\%案', 'a%案'],
  ["o'c", "o'c案", 'oc案'],
  ['ZHONGHUA', 'zhonghua案', 'zhong案'],
])('[HU150] “%s” is found in “%s” and not in “%s”', async (q, hit, miss) => {
  const id = await world.aCase({ name: hit })
  await world.aCase({ name: miss })
  expect((await search(q)).cases.map((row) => row.id)).toEqual([id])
  expect((await world.ask('bjHandler', listCases, { q })).items.map((row) => row.id)).toEqual([id])
})

test('[HU151] cases are found by name, number and charge, clues by title, number and place', async () => {
  const caseId = await world.aCase({ name: '寻甲案', number: '寻乙号', charge: '寻丙罪' })
  const clueId = await world.aClue({ title: '寻丁', place: '寻戊' }, 'bjIntake')
  for (const q of ['寻甲', '寻乙', '寻丙']) expect((await search(q)).cases).toMatchObject([{ id: caseId }])
  for (const q of ['寻丁', '寻戊']) expect((await search(q)).clues).toMatchObject([{ id: clueId }])
  expect((await search('北京烟草线索〔2026〕')).clues).toMatchObject([{ id: clueId }])
  expect((await search('寻')).total).toBe(2)
})

test('[HU152] no search finds anything by a field that a grant can withhold', async () => {
  await world.aCase({ summary: '隐甲' })
  await world.aClue({ content: '隐乙', goods: [{ what: 'pods', note: '隐丙' }] }, 'bjIntake')
  for (const q of ['隐甲', '隐乙', '隐丙', '13800000000']) {
    expect(await search(q)).toEqual({ cases: [], clues: [], total: 0 })
    expect((await world.ask('bjHandler', listClues, { q })).total).toBe(0)
  }
})

test('[HU153] each agency finds what it may read, counts included', async () => {
  const caseId = await world.aCase({ name: '共寻案' })
  await world.aCase({ name: '独寻案' })
  await world.aGrant({ kind: 'Case', id: caseId }, 'guilin')
  expect((await search('寻案')).total).toBe(2)
  expect(await search('寻案', 'guilinHandler')).toMatchObject({ cases: [{ id: caseId }], total: 1 })
  expect(await search('寻案', 'hebeiHandler')).toEqual({ cases: [], clues: [], total: 0 })
})

test('[HU153] a search with many hits shows twenty and counts all', async () => {
  for (let i = 0; i < 22; i++) await world.aCase({ name: `多案${i}` })
  const { cases, total } = await search('多案')
  expect([cases.length, total]).toEqual([20, 22])
})

test.each(['', '   ', '\0', 'x'.repeat(101)])('[HU154] a search for %j is refused', async (q) => {
  await expect(search(q)).rejects.toMatchObject({ name: 'ZodError' })
})

import type { Tx } from '@lianban/db'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { findCasePage, findCluePage, listCases } from '../cases/index.ts'
import { cases, casesList } from '../cases/table.ts'
import { placesSaying } from '../saying.ts'
import { recallGrant } from '../sharing/index.ts'
import { giveWords, searchAll } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const search = (q: string, name: OfficerName = 'bjHandler') => world.ask(name, searchAll, { q })
const found = async (q: string, name: OfficerName) => {
  const { cases, clues } = await search(q, name)
  return [...cases, ...clues].map(({ id }) => id)
}

test.each([
  ['100%', '100%纯棉案', '1000纯棉案'],
  ['a_c', 'a_c案', 'abc案'],
  ['a\\', 'a\\%案', 'a%案'],
  ["o'c", "o'c案", 'oc案'],
  ['ZHONGHUA', 'zhonghua案', 'zhong案'],
  ['甲 乙', '甲 乙连写案', '甲乙连写案'],
  ['𠮷', '𠮷字案', '吉字案'],
])('[HU150] “%s” is found in “%s” and not in “%s”', async (q, hit, miss) => {
  const id = await world.aCase({ name: hit })
  await world.aCase({ name: miss })
  expect((await search(q)).cases.map((row) => row.id)).toEqual([id])
  expect((await world.ask('bjHandler', listCases, { q })).items.map((row) => row.id)).toEqual([id])
})

test('[HU151] cases are found by name, number, charge and summary, clues by all that they say', async () => {
  const caseId = await world.aCase({ name: '寻甲案', number: '寻乙号', charge: '寻丙罪', summary: '摘要寻己。' })
  const clueId = await world.aClue(
    {
      title: '寻丁',
      place: '寻戊',
      content: '内容寻庚。',
      goods: [{ what: 'pods', note: '寻辛' }],
      identifiers: [{ kind: 'waybill', value: 'XUNREN12345' }],
    },
    'bjIntake',
  )
  for (const q of ['寻甲', '寻乙', '寻丙', '寻己']) expect((await search(q)).cases).toMatchObject([{ id: caseId }])
  for (const q of ['寻丁', '寻戊', '寻庚', '寻辛', 'xunren'])
    expect((await search(q)).clues).toMatchObject([{ id: clueId }])
  expect((await search('北京烟草线索〔2026〕')).clues).toMatchObject([{ id: clueId }])
  expect((await search('寻')).total).toBe(2)
})

test('[HU153] each agency finds what it may read, counts included', async () => {
  const caseId = await world.aCase({ name: '共寻案' })
  await world.aCase({ name: '独寻案' })
  await world.aGrant({ kind: 'Case', id: caseId }, 'guilin')
  expect((await search('寻案')).total).toBe(2)
  expect(await search('寻案', 'guilinHandler')).toMatchObject({ cases: [{ id: caseId }], total: 1 })
  expect(await search('寻案', 'hebeiHandler')).toEqual({ cases: [], clues: [], sections: [], total: 0 })
})

test('[HU153] a search with many hits shows twenty and counts all', async () => {
  for (let i = 0; i < 22; i++) await world.aCase({ name: `多案${i}` })
  const { cases, total } = await search('多案')
  expect([cases.length, total]).toEqual([20, 22])
})

test.each(['', '   ', '\0', 'x'.repeat(101)])('[HU154] a search for %j is refused', async (q) => {
  await expect(search(q)).rejects.toMatchObject({ name: 'ZodError' })
})

describe('fields that a grant withholds', () => {
  test('[HU152] a summary finds the case for those whose grant shows it, and for nobody else', async () => {
    const caseId = await world.aCase({ name: '密情案', summary: '其中隐甲。' })
    await world.aGrant({ kind: 'Case', id: caseId }, 'guilin')
    await world.aGrant({ kind: 'Case', id: caseId }, 'baoan', { withheldFields: ['summary'] })
    expect(await found('隐甲', 'guilinHandler')).toEqual([caseId])
    expect(await found('隐甲', 'baoanHandler')).toEqual([])
    expect(await found('密情', 'baoanHandler')).toEqual([caseId])
    expect((await world.ask('baoanHandler', listCases, { q: '隐甲' })).total).toBe(0)
    expect((await world.ask('baoanHandler', findCasePage, { caseId })).summary).toBeNull()
  })

  test.each([
    ['content', '隐乙'],
    ['goods', '隐丙'],
    ['identifiers', 'YINDING1234'],
  ])('[HU152] what stands in a withheld field of a clue (%s) does not find it', async (field, q) => {
    const clueId = await world.aClue({
      title: `密题${field}`,
      content: '内容隐乙。',
      goods: [{ what: 'pods', note: '隐丙' }],
      identifiers: [{ kind: 'waybill', value: 'YINDING1234' }],
    })
    await world.aGrant({ kind: 'Clue', id: clueId }, 'bj', { withheldFields: [field] }, 'shunyiHandler')
    expect(await found(q, 'bjHandler')).not.toContain(clueId)
    expect(await found(q, 'shunyiHandler')).toContain(clueId)
    expect(await found(`密题${field}`, 'bjHandler')).toEqual([clueId])
    for (const other of ['隐乙', '隐丙', 'YINDING1234'].filter((one) => one !== q))
      expect(await found(other, 'bjHandler')).toContain(clueId)
    expect(await world.ask('bjHandler', findCluePage, { clueId })).toMatchObject({ [field]: null })
  })

  test('[HU152] a clue that is read only as part of a case is found by its open fields only', async () => {
    const clueId = await world.aClue({ title: '案中明题', content: '案中暗文。' }, 'bjIntake')
    const caseId = await world.aCase({ clueIds: [clueId] })
    await world.aGrant({ kind: 'Case', id: caseId }, 'guilin')
    expect(await found('案中明题', 'guilinHandler')).toEqual([clueId])
    expect(await found('案中暗文', 'guilinHandler')).toEqual([])
    expect(await found('案中暗文', 'bjHandler')).toEqual([clueId])
  })

  test('[HU152] after a recall nothing of the case is found any more', async () => {
    const caseId = await world.aCase({ name: '收回案', summary: '收回隐情。' })
    const grantId = await world.aGrant({ kind: 'Case', id: caseId }, 'guilin')
    expect(await found('收回隐情', 'guilinHandler')).toEqual([caseId])
    await world.submit('bjHandler', recallGrant, { grantId, expectedVersion: 1, reason: '误发' })
    for (const q of ['收回案', '收回隐情']) expect(await found(q, 'guilinHandler')).toEqual([])
  })
})

test('[HU152] where a rule withholds something, an officer finds by open fields only', async () => {
  const id = await world.aCase({ name: '明名案', summary: '规则所隐。' })
  const { rules } = world.hub.policy
  world.hub.policy.replace(
    rules.map((rule) => (rule.id === 'CASE-READ-OWNER' ? { ...rule, withholds: ['summary'] } : rule)),
  )
  try {
    expect(await found('规则所隐', 'bjHandler')).toEqual([])
    expect(await found('明名', 'bjHandler')).toEqual([id])
  } finally {
    world.hub.policy.replace(rules)
  }
  expect(await found('规则所隐', 'bjHandler')).toEqual([id])
})

/** Work in the officer's own transaction, with another limit up to which a phrase counts as rare. */
function asking<T>(name: OfficerName, rare: number, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { officer } = world.as(name).actor
  const context = { agencyId: officer.agencyId, officerId: officer.id }
  return world.hub.db.transaction(context, world.clock.now(), async (tx) => {
    await tx.execute(sql`select set_config('lianban.rare', ${String(rare)}, true)`)
    return work(tx)
  })
}

const casesSaying = (tx: Tx, name: OfficerName, phrase: string, limit = 3) => {
  const { officer } = world.as(name).actor
  return placesSaying(tx, {
    visible: world.hub.policy.visible(officer, 'read', 'Case'),
    list: casesList,
    saying: 'cases_saying',
    openly: [cases.name],
    phrase,
    limit,
    after: undefined,
  })
}

describe('rare phrases and frequent ones', () => {
  test('[HU400] looked up in the index or met on a walk, the same cases are found in the same order', async () => {
    const own = await world.aCase({ name: '两路甲案' }, 'guilinHandler')
    world.clock.advance(1000)
    const granted = await world.aCase({ name: '两路乙案' })
    await world.aGrant({ kind: 'Case', id: granted }, 'guilin')
    await world.aCase({ name: '两路丙案' })
    const rare = await asking('guilinHandler', 4000, (tx) => casesSaying(tx, 'guilinHandler', '两路'))
    const frequent = await asking('guilinHandler', 0, (tx) => casesSaying(tx, 'guilinHandler', '两路'))
    expect(rare).toEqual({ ids: [granted, own], total: 2 })
    expect(frequent).toEqual(rare)
  })

  test('[HU401] of a frequent phrase a full page is shown, and its number is left open', async () => {
    for (let i = 0; i < 5; i++) await world.aCase({ name: `常见${i}案` })
    expect(await asking('bjHandler', 0, (tx) => casesSaying(tx, 'bjHandler', '常见'))).toMatchObject({
      ids: { length: 3 },
      total: null,
    })
  })

  test('[HU401] a walk goes on past what the wall lets through and the rules do not', async () => {
    const plain = await world.aCase({ name: '桌面案', label: 'internal' })
    for (let i = 0; i < 4; i++) {
      world.clock.advance(1000)
      await world.aCase({ name: '桌面案', label: 'sensitive' })
    }
    const walked = await asking('bjIntake', 0, (tx) => casesSaying(tx, 'bjIntake', '桌面案', 2))
    expect(walked).toEqual({ ids: [plain], total: 1 })
  })

  test('[HU402] pages of found cases follow each other without gap or double', async () => {
    for (let i = 0; i < 5; i++) {
      world.clock.advance(i % 2)
      await world.aCase({ name: `翻页${i}案` })
    }
    const ids: string[] = []
    let cursor: string | null | undefined
    do {
      const page = await world.ask('bjHandler', listCases, { q: '翻页', limit: 2, ...(cursor && { cursor }) })
      expect(page.total).toBe(5)
      ids.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    } while (cursor)
    expect(new Set(ids).size).toBe(5)
    expect(ids).toHaveLength(5)
  })
})

describe('texts without words', () => {
  const forget = () =>
    world.owner.query(
      `update cases set words = null; update clues set words = null;
       update cases set summary = summary || '补记' where name = '无词案'`,
    )
  const counted = async (query: string) =>
    (await world.owner.query<{ n: number }>(`select count(*)::int as n from ${query}`)).rows[0]!.n
  const casesCount = () => counted('cases')
  const without = async () =>
    (await counted('cases where words is null')) + (await counted('clues where words is null'))

  test('[HU403] a text that was changed past the program, or never had words, is found all the same', async () => {
    const caseId = await world.aCase({ name: '无词案' })
    await forget()
    expect(await found('无词案', 'bjHandler')).toEqual([caseId])
    expect(await found('补记', 'bjHandler')).toEqual([caseId])
  })

  test('[HU403] texts get their words in steps, and what was done before an interruption stays done', async () => {
    await forget()
    const all = await without()
    let steps = 0
    const interrupted = await giveWords({ db: world.hub.db, clock: world.clock, isStopped: () => steps++ > 0 })
    expect([interrupted, await without()]).toEqual([Math.min(200, await casesCount()), all - interrupted])
    expect(await giveWords({ db: world.hub.db, clock: world.clock })).toBe(all - interrupted)
    expect([await without(), await giveWords({ db: world.hub.db, clock: world.clock })]).toEqual([0, 0])
    expect(await found('无词案', 'bjHandler')).toHaveLength(1)
  })

  test('[HU404] an officer can neither take texts up nor give them words', async () => {
    await forget()
    const taken = await asking('bjHandler', 4000, async (tx) => {
      const { rows } = await tx.execute(sql`select * from texts_without_words('Case', 10)`)
      await tx.execute(
        sql`select give_words('Case', jsonb_agg(jsonb_build_object('id', id, 'words', '[]'::jsonb))) from cases`,
      )
      return rows
    })
    expect(taken).toEqual([])
    expect(await without()).toBeGreaterThan(0)
  })
})

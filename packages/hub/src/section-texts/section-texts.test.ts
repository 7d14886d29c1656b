import { documentFromText, type Line } from '@lianban/dossier'
import type { SectionId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { restrictSection } from '../dossiers/index.ts'
import { searchAll } from '../search/index.ts'
import { recallGrant } from '../sharing/index.ts'
import { followSectionTexts } from './index.ts'
import { snippetOf } from './snippet.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

/** Writes durably in a section's room, as the rooms do. */
async function write(sectionId: string, update: Uint8Array | readonly Line[], by: OfficerName = 'bjHandler') {
  const { officer, sessionId } = world.people[by]
  const bytes = update instanceof Uint8Array ? update : documentFromText(update)
  await world.owner.query(
    'insert into room_updates (room_id, officer_id, agency_id, session_id, update, saved_at) values ($1, $2, $3, $4, $5, $6)',
    [sectionId, officer.id, officer.agencyId, sessionId, Buffer.from(bytes), world.clock.now()],
  )
}
const follow = (onUnreadable?: (id: SectionId) => void) =>
  followSectionTexts({ db: world.hub.db, clock: world.clock, ...(onUnreadable && { onUnreadable }) })
const search = async (q: string, name: OfficerName = 'bjHandler') => world.ask(name, searchAll, { q })
const found = async (q: string, name?: OfficerName) => (await search(q, name)).sections.map(({ id }) => id)

test('[HU620] a section is found by its words, with its case, its title and the words around', async () => {
  const caseId = await world.aCase({ name: '跨省案', number: '查〔1〕号' })
  const sectionId = await world.aSection(caseId, { title: '侦办经过' })
  await write(sectionId, [{ heading: 2, text: '查获' }, '在仓库查获空烟管三箱，运单号 SFWORD88。'])
  await follow()
  const { sections, total } = await search('空烟管三箱')
  expect(sections).toEqual([
    {
      id: sectionId,
      title: '侦办经过',
      case: { id: caseId, number: '查〔1〕号', name: '跨省案' },
      snippet: '查获 在仓库查获空烟管三箱，运单号 SFWORD88。',
    },
  ])
  expect(total).toBe(1)
  expect(await found('sfword88')).toEqual([sectionId])
  expect(await found('管')).toContain(sectionId)
  expect(await found('没有写过的词')).toEqual([])
})

test('[HU621] what was written later is found, and what was written over is not', async () => {
  const sectionId = await world.aSection(await world.aCase())
  await write(sectionId, ['初稿鹦鹉。'])
  await follow()
  expect(await found('鹦鹉')).toEqual([sectionId])
  await write(sectionId, ['续写白鹭。'])
  expect(await follow()).toBe(1)
  expect(await found('白鹭')).toEqual([sectionId])
  expect(await follow()).toBe(0)
})

test('[HU622] texts are found by whoever may read the section, and by nobody else', async () => {
  const caseId = await world.aCase()
  await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle' })
  const open = await world.aSection(caseId, { title: '公开' })
  const memberAgencyIds = [world.agencies.bj]
  const kept = await world.aSection(caseId, { title: '机密', audience: 'members', memberAgencyIds })
  await write(open, ['共有麒麟。'])
  await write(kept, ['内有麒麟。'])
  await follow()
  expect(new Set(await found('麒麟'))).toEqual(new Set([open, kept]))
  expect(await search('麒麟', 'policeHandler')).toMatchObject({ sections: [{ id: open }], total: 1 })
  expect(await search('麒麟', 'hebeiHandler')).toMatchObject({ sections: [], total: 0 })
  expect(await found('麒麟', 'bjIntake')).toEqual([])
})

test('[HU623] who lost the case or the section finds nothing of it from that moment on', async () => {
  const caseId = await world.aCase()
  const grantId = await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle' })
  const sectionId = await world.aSection(caseId)
  const other = await world.aSection(caseId)
  await write(sectionId, ['收回朱雀。'])
  await write(other, ['另有朱雀。'])
  await follow()
  expect(await found('朱雀', 'policeHandler')).toHaveLength(2)
  const narrowed = { audience: 'members' as const, memberAgencyIds: [world.agencies.bj] }
  await world.submit('bjHandler', restrictSection, { sectionId, expectedVersion: 1, ...narrowed })
  expect(await found('朱雀', 'policeHandler')).toEqual([other])
  await world.submit('bjHandler', recallGrant, { grantId, expectedVersion: 1, reason: '收回' })
  expect(await found('朱雀', 'policeHandler')).toEqual([])
})

test('[HU623] of a case that is kept to its readers the others of the agency find nothing', async () => {
  const caseId = await world.aCase({
    restrictedTo: [world.people.bjHandler.officer.id, world.people.bjLeader.officer.id],
  })
  const sectionId = await world.aSection(caseId)
  await write(sectionId, ['密查玄武。'])
  await follow()
  expect(await found('玄武')).toEqual([sectionId])
  expect(await found('玄武', 'bjColleague')).toEqual([])
})

test('[HU624] a frequent phrase is found newest first, and its number is left open', async () => {
  const caseId = await world.aCase()
  const ids: string[] = []
  for (let n = 0; n < 3; n++) {
    world.clock.advance(1000)
    ids.unshift(await world.aSection(caseId))
    await write(ids[0]!, ['常见青龙。'])
  }
  await follow()
  const { officer } = world.people.bjHandler
  const walked = await world.hub.db.transaction(
    { agencyId: officer.agencyId, officerId: officer.id },
    world.clock.now(),
    async (tx) => {
      await tx.execute(sql`select set_config('lianban.rare', '0', true)`)
      const { rows } = await tx.execute<{ id: string; is_all: boolean }>(
        sql`select id, is_all from sections_saying('''青龙'''::tsquery, '%青龙%', 2)`,
      )
      return rows
    },
  )
  expect(walked).toEqual(ids.slice(0, 2).map((id) => ({ id, is_all: false })))
  expect(await found('青龙')).toEqual(ids)
})

describe('following the log', () => {
  test('[HU625] of several programs one at a time goes on, and none does the work twice', async () => {
    const caseId = await world.aCase()
    for (let n = 0; n < 5; n++) await write(await world.aSection(caseId), [`并行${n}凤凰。`])
    const counts = await Promise.all([follow(), follow(), follow()])
    expect(counts.toSorted()).toEqual([0, 0, 5])
    expect(await found('凤凰')).toHaveLength(5)
  })

  test('[HU625] what an interruption undid is followed again', async () => {
    const sectionId = await world.aSection(await world.aCase())
    await write(sectionId, ['中断貔貅。'])
    const { transaction } = world.hub.db
    const broken: typeof transaction = (context, now, work) =>
      transaction(context, now, async (tx) => {
        await work(tx)
        throw new Error('killed')
      })
    const db = { ...world.hub.db, transaction: broken }
    await expect(followSectionTexts({ db, clock: world.clock })).rejects.toThrow('killed')
    expect(await found('貔貅')).toEqual([])
    expect(await follow()).toBe(1)
    expect(await found('貔貅')).toEqual([sectionId])
  })

  test('[HU626] a section that cannot be read is named, keeps its text, and holds nobody up', async () => {
    const caseId = await world.aCase()
    const [damaged, whole] = [await world.aSection(caseId), await world.aSection(caseId)]
    await write(damaged, ['原有狻猊。'])
    await follow()
    await write(damaged, new Uint8Array([9, 9, 9]))
    await write(whole, ['另一狻猊。'])
    const named: string[] = []
    expect(await follow((id) => named.push(id))).toBe(2)
    expect(named).toEqual([damaged])
    expect(new Set(await found('狻猊'))).toEqual(new Set([damaged, whole]))
    expect(await follow()).toBe(0)
  })

  test('[HU627] an officer can neither follow the log nor write texts, and reads none past the wall', async () => {
    const sectionId = await world.aSection(await world.aCase())
    await write(sectionId, ['墙内饕餮。'])
    await follow()
    const { officer } = world.people.hebeiHandler
    const context = { agencyId: officer.agencyId, officerId: officer.id }
    const seen = await world.hub.db.transaction(context, world.clock.now(), async (tx) => {
      const forged = JSON.stringify([
        { id: sectionId, upTo: 9e9, text: '伪造', words: [], changedAt: world.clock.now() },
      ])
      await tx.execute(sql`select keep_section_texts(${forged}::jsonb, 999999)`)
      const { rows: changed } = await tx.execute(sql`select * from changed_sections(10)`)
      const { rows: texts } = await tx.execute(sql`select * from section_texts`)
      return [...changed, ...texts]
    })
    expect(seen).toEqual([])
    expect(await found('饕餮')).toEqual([sectionId])
  })
})

test.each([
  ['短文', '短', '短文'],
  [`${'前'.repeat(40)}目标${'后'.repeat(80)}`, '目标', `…${'前'.repeat(24)}目标${'后'.repeat(60)}…`],
  ['𠮷𠮷目标', '目标', '𠮷𠮷目标'],
  ['没有', '别的', ''],
])('[HU628] of “%s” the words around “%s” are shown', (text, phrase, snippet) => {
  expect(snippetOf(text, phrase)).toBe(snippet)
})

import { newId } from '@lianban/kernel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { levels } from '../classification.ts'
import { myDesk } from '../desk/index.ts'
import { restrictSection } from '../dossiers/index.ts'
import { recallGrant } from '../sharing/index.ts'
import { listComments, listMentionable, resolveThread, writeComment } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

async function aSection() {
  const caseId = await world.aCase()
  const grantId = await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'comment' })
  await world.aGrant({ kind: 'Case', id: caseId }, 'guilin', { level: 'view' })
  return { caseId, grantId, sectionId: await world.aSection(caseId) }
}
const say = (by: OfficerName, sectionId: string, changed: object = {}) =>
  world.submit(by, writeComment, { sectionId, quote: '', words: '请核对', mentions: [], ...changed })
const turn = (by: OfficerName, sectionId: string, threadId: string, isResolved: boolean) =>
  world.submit(by, resolveThread, { sectionId, threadId, isResolved })
const threads = async (name: OfficerName, sectionId: string) =>
  (await world.ask(name, listComments, { sectionId })).threads
const calls = async (name: OfficerName) =>
  (await world.ask(name, myDesk, {})).tasks.filter(({ kind }) => kind === 'comment.mention')
const idOf = (name: OfficerName) => world.people[name].officer.id

describe('threads', () => {
  test('[HU568] a comment stands at its words, answers follow it, and the section is not touched', async () => {
    const { sectionId } = await aSection()
    const anchor = { from: 'AAECAw', to: 'AAECBA' }
    const { threadId } = await say('policeHandler', sectionId, { anchor, quote: '烟弹' })
    await say('bjHandler', sectionId, { threadId, words: '已核对' })
    expect(await threads('guilinHandler', sectionId)).toMatchObject([
      {
        anchor,
        quote: '烟弹',
        resolved: null,
        comments: [
          { words: '请核对', officer: { agency: { slug: 'police' } } },
          { words: '已核对', officer: { agency: { slug: 'bj' } } },
        ],
      },
    ])
    const { rows } = await world.owner.query('select 1 from room_updates where room_id = $1', [sectionId])
    expect(rows).toEqual([])
  })

  test.each(levels)('[HU569] a guest at level %s comments or only reads', async (level) => {
    const caseId = await world.aCase()
    await world.aGrant({ kind: 'Case', id: caseId }, 'baoan', { level })
    const sectionId = await world.aSection(caseId)
    const attempt = () => say('baoanHandler', sectionId)
    if (level === 'view') expect(await world.refusal(attempt)).toMatchObject({ code: 'policy.denied' })
    else await expect(attempt()).resolves.toBeDefined()
  })

  test('[HU569] outside the section’s rights there is no comment to read or to answer', async () => {
    const { sectionId } = await aSection()
    const { threadId } = await say('bjHandler', sectionId)
    const members = { audience: 'members' as const, memberAgencyIds: [world.agencies.bj] }
    await world.submit('bjHandler', restrictSection, { sectionId, expectedVersion: 1, ...members })
    for (const attempt of [
      () => threads('policeHandler', sectionId),
      () => say('policeHandler', sectionId, { threadId }),
      () => turn('policeHandler', sectionId, threadId, true),
      () => world.ask('policeHandler', listMentionable, { sectionId }),
    ])
      expect(await world.refusal(attempt)).toMatchObject({ code: 'record.unseen' })
  })

  test('[HU570] a thread of another section is no thread of this one', async () => {
    const { sectionId, caseId } = await aSection()
    const { threadId } = await say('bjHandler', await world.aSection(caseId))
    for (const attempt of [
      () => say('bjHandler', sectionId, { threadId }),
      () => turn('bjHandler', sectionId, threadId, true),
      () => turn('bjHandler', sectionId, newId(), true),
    ])
      expect(await world.refusal(attempt)).toMatchObject({ code: 'comment.no-such-thread' })
  })

  test('[HU571] a thread is settled once, opened again, and an answer opens it too', async () => {
    const { sectionId } = await aSection()
    const { threadId } = await say('bjHandler', sectionId)
    const isSettled = async () => Boolean((await threads('bjHandler', sectionId))[0]?.resolved)
    const lost = await world.losers([
      turn('bjHandler', sectionId, threadId, true),
      turn('policeHandler', sectionId, threadId, true),
    ])
    expect([lost, await isSettled()]).toEqual([['comment.already-so'], true])
    world.clock.advance(1000)
    await turn('policeHandler', sectionId, threadId, false)
    expect(await isSettled()).toBe(false)
    await turn('bjHandler', sectionId, threadId, true)
    world.clock.advance(1000)
    await say('policeHandler', sectionId, { threadId, words: '仍有疑问' })
    expect(await isSettled()).toBe(false)
  })
})

describe('mentions', () => {
  test('[HU572] whoever is called on finds it on the desk until it answers or the thread is settled', async () => {
    const { sectionId, caseId } = await aSection()
    const { threadId } = await say('bjHandler', sectionId, { mentions: [idOf('policeHandler'), idOf('policeHandler')] })
    expect(await calls('policeHandler')).toMatchObject([
      { id: threadId, href: `/cases/${caseId}/dossier?section=${sectionId}&thread=${threadId}` },
    ])
    expect(await calls('policeLeader')).toEqual([])
    await say('policeHandler', sectionId, { threadId, words: '收到' })
    expect(await calls('policeHandler')).toEqual([])
    await say('bjHandler', sectionId, { threadId, mentions: [idOf('policeHandler')] })
    expect(await calls('policeHandler')).toHaveLength(1)
    await turn('bjHandler', sectionId, threadId, true)
    expect(await calls('policeHandler')).toEqual([])
  })

  test('[HU572] with the right to the section the task is gone from the desk', async () => {
    const { sectionId, grantId } = await aSection()
    await say('bjHandler', sectionId, { mentions: [idOf('policeHandler')] })
    expect(await calls('policeHandler')).toHaveLength(1)
    await world.submit('bjHandler', recallGrant, { grantId, expectedVersion: 1, reason: '结束' })
    expect(await calls('policeHandler')).toEqual([])
  })

  test('[HU573] only officers who may read the section can be called on', async () => {
    const { sectionId } = await aSection()
    const { items } = await world.ask('bjHandler', listMentionable, { sectionId })
    const ids = items.map(({ id }) => id)
    expect(ids).toContain(idOf('policeHandler'))
    expect(ids).toContain(idOf('bjColleague'))
    for (const name of ['bjIntake', 'policeDuty', 'hebeiHandler', 'shunyiHandler'] as const) {
      expect(ids).not.toContain(idOf(name))
      expect(await world.refusal(() => say('bjHandler', sectionId, { mentions: [idOf(name)] }))).toMatchObject({
        code: 'comment.not-a-reader',
      })
    }
    expect(await world.refusal(() => say('bjHandler', sectionId, { mentions: [newId()] }))).toMatchObject({
      code: 'comment.not-a-reader',
    })
  })

  test('[HU574] the log counts who was called on and holds no word of the comment', async () => {
    const { sectionId } = await aSection()
    await say('bjHandler', sectionId, { words: '不得入日志', mentions: [idOf('policeHandler')] })
    const entry = (await world.entries()).findLast(({ act }) => act === 'section.comment')
    expect(entry).toMatchObject({ facts: { mentions: 1 } })
    expect(JSON.stringify(entry)).not.toContain('不得入日志')
  })
})

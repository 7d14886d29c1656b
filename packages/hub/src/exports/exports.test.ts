import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { aWorld, type World } from '../a-world.ts'
import { handlingCodes, type Level } from '../classification.ts'
import { correctClue } from '../corrections/index.ts'
import { recallGrant } from '../sharing/index.ts'
import { exportClue, findExportPage } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

const take = (name: OfficerName, clueId: string, expectedVersion = 1) =>
  world.submit(name, exportClue, { clueId, expectedVersion, purpose: '附卷备查' })
const page = (name: OfficerName, clueId: string, exportId: string) =>
  world.ask(name, findExportPage, { clueId, exportId })

async function aSharedClue(fields: Parameters<World['aClue']>[0] = {}, changed = {}) {
  const clueId = await world.aClue(fields)
  const terms = { level: 'co_handle' as const, ...changed }
  const grantId = await world.aGrant({ kind: 'Clue', id: clueId }, 'bj', terms, 'shunyiHandler')
  return { clueId, grantId }
}

test('[HU265] the page names its bearer, time, purpose and handling code, and holds nothing withheld', async () => {
  const fields = { title: '线索<b>甲</b>', content: '机密内容', handlingCode: 'not_in_proceedings' as const }
  const { clueId } = await aSharedClue(fields, { withheldFields: ['content', 'identifiers'] })
  const { exportId, digest } = await take('bjHandler', clueId)
  const { html, number, digest: shown } = await page('bjHandler', clueId, exportId)
  expect(shown).toBe(digest)
  const mark = '北京烟草 北京烟草·bjHandler 2026-03-02 16:00 未经提供单位同意不得用于诉讼'
  for (const said of [number, mark, '附卷备查', '顺义烟草单位', '烟弹', exportId]) expect(html).toContain(said)
  expect(html).not.toMatch(/机密内容|13800000000|<b>|<script|https?:/)
})

test('[HU266] the page opens for who made it and for nobody else', async () => {
  const { clueId } = await aSharedClue()
  const { exportId } = await take('bjHandler', clueId)
  await expect(page('bjHandler', clueId, exportId)).resolves.toMatchObject({ html: expect.any(String) })
  for (const name of ['bjLeader', 'shunyiHandler', 'hebeiHandler'] as const)
    expect(await world.refusal(() => page(name, clueId, exportId))).toMatchObject({ code: 'record.unseen' })
})

test('[HU266] once the clue was corrected or taken back the page is gone, also under the old submission', async () => {
  const { clueId, grantId } = await aSharedClue()
  const { exportId } = await take('bjHandler', clueId)
  const why = { expectedVersion: 1, fault: '有误', reason: '核对', changes: { place: '密云' } }
  await world.submit('shunyiHandler', correctClue, { clueId, ...why })
  expect(await world.refusal(() => page('bjHandler', clueId, exportId))).toMatchObject({
    code: 'export.corrected-since',
  })
  expect(await world.refusal(() => take('bjHandler', clueId))).toMatchObject({ code: 'export.corrected-since' })
  const again = await take('bjHandler', clueId, 2)
  await world.submit('shunyiHandler', recallGrant, { grantId, expectedVersion: 1, reason: '收回' })
  expect(await world.refusal(() => page('bjHandler', clueId, again.exportId))).toMatchObject({ code: 'record.unseen' })
})

const exporting: Record<(typeof handlingCodes)[number], readonly Level[]> = {
  unrestricted: ['contribute', 'co_handle'],
  not_in_proceedings: ['contribute', 'co_handle'],
  no_onward: [],
  no_open_action: ['co_handle'],
}
test.each(handlingCodes)('[HU267] a clue that is %s is exported at the levels that allow it', async (handlingCode) => {
  for (const level of ['view', 'comment', 'contribute', 'co_handle'] as const) {
    const { clueId } = await aSharedClue({ handlingCode }, { level })
    await expect(take('shunyiLeader', clueId)).resolves.toBeDefined()
    const attempt = () => take('bjHandler', clueId)
    if (exporting[handlingCode].includes(level)) await expect(attempt()).resolves.toBeDefined()
    else expect(await world.refusal(attempt)).toMatchObject({ code: 'policy.denied' })
  }
})

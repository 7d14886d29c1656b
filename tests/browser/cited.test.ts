import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { itemFields } from '../../packages/hub/src/evidence/an-item.ts'
import { aPhotograph } from '../support/a-photograph.ts'
import { launchChromium } from '../support/chromium.ts'
import { aHub, type HubServer } from '../support/hub-server.ts'
import { aSharedCase, once } from '../support/shared-case.ts'
import { pick } from './desk.ts'
import { inSection, type Seat } from './in-section.ts'

let hub: HubServer
let browser: Browser
beforeAll(async () => {
  ;[hub, browser] = await Promise.all([aHub({ cast: true, options: { watchMs: 600_000 } }), launchChromium()])
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await hub?.stop()
})

/** Opens the picker, finds a record by typing, and takes it from the keyboard. */
async function cite({ page, toEnd }: Seat, what: string, words: string, caption?: string) {
  await toEnd()
  await page.getByRole('button', { name: '插入引用' }).click()
  const dialog = page.getByRole('dialog')
  await pick(dialog, what)
  await dialog.getByRole('combobox').pressSequentially(words)
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  if (caption) await dialog.getByLabel('图片说明').fill(caption)
  await dialog.getByRole('button', { name: '插入', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

test('[WE520] evidence, its list and a picture are cited from the keyboard, and withheld from whoever may not see them', async () => {
  const given = await aSharedCase(hub, 'WE-0520')
  const { caseId, openSection } = given
  const handler = await hub.client('bj-tobacco.handler')
  const { evidenceId } = await handler.evidence.record.mutate(once({ ...itemFields, caseId }))
  await aPhotograph(hub, caseId)
  const address = `${hub.origin}/cases/${caseId}/dossier?section=${openSection}`
  const writer = await inSection(browser, address, 'bj-tobacco.handler')
  await writer.state('saved')
  await cite(writer, '证据', '中华')
  await cite(writer, '扣押物品清单', '登存')
  await cite(writer, '图片', '现场', '仓库东侧货架')
  await writer.state('saved')

  const police = await inSection(browser, address, 'bj-police-efd.handler')
  await police.editor.getByRole('link', { name: '证1 “中华”牌卷烟' }).waitFor()
  await police.editor.getByText('京烟登存〔2026〕1号').first().waitFor()
  await police.editor.getByRole('img', { name: '现场照片.png' }).waitFor()
  expect(await police.editor.getByLabel('图片说明').inputValue()).toBe('仓库东侧货架')
  await police.editor.getByLabel('图片说明').fill('图1 仓库东侧货架')
  await police.page.keyboard.press('Enter')
  await expect.poll(() => writer.editor.getByLabel('图片说明').inputValue()).toBe('图1 仓库东侧货架')

  const { kind: _kind, proceeding: _in, instrument: _by, keptAt: _at, ...asWritten } = itemFields
  const amendment = { ...asWritten, evidenceId, expectedVersion: 1, name: '“中华”牌（软盒）卷烟', reason: '核对原物' }
  await handler.evidence.amend.mutate(once(amendment))
  await police.editor.getByText('引用之后登记内容已更正').waitFor()

  const agreement = (await handler.agreements.list.query({})).items.find(({ number }) => number === '演示协议〔2〕号')!
  await handler.grants.give.mutate(
    once({
      record: { kind: 'Case' as const, id: caseId },
      granteeAgencyId: given.agencies.get('guilin-tobacco')!,
      level: 'comment' as const,
      withheldFields: ['files'],
      purpose: agreement.purposes[1]!,
      legalBasis: '《中华人民共和国行政处罚法》第二十六条',
      agreementId: agreement.id,
      allowsOnward: false,
      expiresAt: new Date(Date.now() + 30 * 24 * 3600_000).toISOString(),
    }),
  )
  const guilin = await inSection(browser, address, 'guilin-tobacco.handler')
  await guilin.editor.getByText('此处有一张您无权查看的图片').waitFor()
  await guilin.editor.getByText('图1 仓库东侧货架').waitFor()
  expect(await guilin.editor.innerText()).not.toContain('现场照片.png')
}, 150_000)

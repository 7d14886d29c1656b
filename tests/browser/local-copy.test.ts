import pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { aHub, type HubServer } from '../support/hub-server.ts'
import { aSharedCase, once, type SharedCase } from '../support/shared-case.ts'
import { atDesk } from './desk.ts'
import { inSection as seatIn } from './in-section.ts'

let hub: HubServer
let browser: Browser
beforeAll(async () => {
  hub = await aHub({ cast: true, options: { watchMs: 600_000 } })
  browser = await launchChromium()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await hub?.stop()
})

const inSection = (subject: string, { caseId, openSection }: SharedCase) =>
  seatIn(browser, `${hub.origin}/cases/${caseId}/dossier?section=${openSection}`, subject)

type Asked<Result> = { result: Result; error: unknown; onsuccess: unknown; onerror: unknown }
type Opened = {
  objectStoreNames: { contains(name: string): boolean }
  transaction(name: string): { objectStore(name: string): { getAll(): Asked<unknown[]> } }
  close(): void
}
type Shelf = { open(name: string): Asked<Opened> }

/** Everything the browser keeps for this site, as its disk would hold it, and how many pieces there are. */
const shelf = (page: Page) =>
  page.evaluate(async () => {
    // The browser's own, which the types of Node do not know.
    const { indexedDB } = globalThis as unknown as { indexedDB: Shelf }
    const opening = indexedDB.open('lianban-copies')
    const database = await new Promise<Opened>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    if (!database.objectStoreNames.contains('updates')) return { pieces: 0, raw: '' }
    const all = database.transaction('updates').objectStore('updates').getAll()
    await new Promise((resolve) => {
      all.onsuccess = resolve
    })
    database.close()
    const pieces = all.result as { bytes: ArrayBuffer; iv: Uint8Array }[]
    const texts = pieces.flatMap((piece) => {
      const { bytes, iv, ...names } = piece
      const readings = ['utf-8', 'utf-16le'].map((code) => new TextDecoder(code).decode(bytes))
      return [...readings, new TextDecoder().decode(iv), JSON.stringify(names)]
    })
    return { pieces: pieces.length, raw: texts.join('\n') + JSON.stringify({ ...localStorage, ...sessionStorage }) }
  })

const recall = async ({ grants }: SharedCase, slug: string) =>
  (await hub.client('bj-tobacco.handler')).grants.recall.mutate(
    once({ grantId: grants[slug]!, expectedVersion: 1, reason: '协作结束' }),
  )

test('[WE310] words typed without a line survive the page, unreadable on the disk, and arrive once the line is back', async () => {
  const given = await aSharedCase(hub, 'WE-0310')
  const desk = await inSection('baoan-tobacco.handler', given)
  await desk.state('saved')
  await desk.editor.pressSequentially('在线写下的话。')
  await desk.state('saved')
  await desk.cut()
  await desk.editor.pressSequentially('断线后写下的话。')
  await desk.state('offlineKept')
  await desk.again()
  await desk.page.getByText('断线后写下的话。').waitFor()
  await desk.page.locator('[data-state^="offline"]').filter({ hasText: '本机加密' }).waitFor()
  const { pieces, raw } = await shelf(desk.page)
  expect(pieces).toBeGreaterThan(0)
  expect(raw).not.toMatch(/写下|断线|在线/)
  desk.mend()
  await desk.again()
  await desk.state('saved')
  const police = await inSection('bj-police-efd.handler', given)
  await police.page.getByText('断线后写下的话。').waitFor()
}, 90_000)

test('[WE311] a recall takes the words from the page and the copy from the disk within a second', async () => {
  const given = await aSharedCase(hub, 'WE-0311')
  const desk = await inSection('baoan-tobacco.handler', given)
  await desk.state('saved')
  await desk.editor.pressSequentially('即将收回的内容。')
  await desk.state('saved')
  await expect.poll(async () => (await shelf(desk.page)).pieces).toBeGreaterThan(0)
  await recall(given, 'baoan-tobacco')
  await desk.page.getByText('即将收回的内容。').waitFor({ state: 'detached', timeout: 1000 })
  await expect.poll(async () => (await shelf(desk.page)).pieces, { timeout: 1000 }).toBe(0)
  expect(await desk.page.content()).not.toContain('即将收回')
}, 60_000)

test('[WE312] what was recalled while the machine was away stays unreadable, and is gone at the next look', async () => {
  const given = await aSharedCase(hub, 'WE-0312')
  const desk = await inSection('baoan-tobacco.handler', given)
  await desk.state('saved')
  await desk.cut()
  await desk.editor.pressSequentially('合上电脑前写的话。')
  await desk.state('offlineKept')
  await desk.page.goto('about:blank')
  await recall(given, 'baoan-tobacco')
  const baoan = await hub.client('baoan-tobacco.handler')
  await expect(baoan.dossier.copyKey.query({ sectionId: given.openSection })).rejects.toMatchObject({
    data: { code: 'NOT_FOUND' },
  })
  await desk.again()
  await desk.page.getByText('没有找到').first().waitFor()
  await expect.poll(async () => (await shelf(desk.page)).pieces).toBe(0)
  expect(await desk.page.content()).not.toContain('合上电脑前')
}, 60_000)

test('[WE313] words of an officer who may only read by now are not merged, but shown to copy until given up', async () => {
  const given = await aSharedCase(hub, 'WE-0313')
  const desk = await inSection('baoan-tobacco.handler', given)
  await desk.state('saved')
  await desk.cut()
  await desk.editor.pressSequentially('没有送到的话。')
  await desk.state('offlineKept')
  await desk.page.goto('about:blank')
  await recall(given, 'baoan-tobacco')
  const handler = await hub.client('bj-tobacco.handler')
  const options = await handler.agreements.list.query({})
  const agreement = options.items.find(({ number }) => number === '演示协议〔2〕号')!
  await handler.grants.give.mutate(
    once({
      record: { kind: 'Case' as const, id: given.caseId },
      granteeAgencyId: given.agencies.get('baoan-tobacco')!,
      level: 'view' as const,
      withheldFields: [],
      purpose: agreement.purposes[0]!,
      legalBasis: '《中华人民共和国行政处罚法》第二十六条',
      agreementId: agreement.id,
      allowsOnward: false,
      expiresAt: new Date(Date.now() + 30 * 24 * 3600_000).toISOString(),
    }),
  )
  desk.mend()
  await desk.again()
  await desk.state('readOnly')
  const notice = desk.page.getByLabel('未合并的文字')
  expect(await notice.inputValue()).toBe('没有送到的话。')
  const police = await inSection('bj-police-efd.handler', given)
  await police.state('saved')
  expect(await police.page.content()).not.toContain('没有送到')
  await desk.page.getByRole('button', { name: '放弃并删除' }).click()
  await notice.waitFor({ state: 'detached' })
  await expect.poll(async () => (await shelf(desk.page)).pieces).toBe(0)
}, 90_000)

test('[WE447] signing out takes the copy and its key from the machine, in every window', async () => {
  const given = await aSharedCase(hub, 'WE-0447')
  const desk = await inSection('baoan-tobacco.handler', given)
  await desk.state('saved')
  await desk.editor.pressSequentially('退出前写的话。')
  await desk.state('saved')
  await expect.poll(async () => (await shelf(desk.page)).pieces).toBeGreaterThan(0)
  const other = await desk.page.context().newPage()
  await other.goto(hub.origin)
  await other.getByRole('button', { name: /^账户/ }).click()
  await other.getByRole('menuitem', { name: '退出本次登录' }).click()
  await other.waitForURL(/sign-in/)
  await expect.poll(async () => (await shelf(other)).pieces).toBe(0)
  await desk.state('signedOut')
  const asked = await desk.page.request.get(
    `${hub.origin}/trpc/dossier.copyKey?input=${encodeURIComponent(JSON.stringify({ sectionId: given.openSection }))}`,
  )
  expect(asked.status()).toBe(401)
}, 60_000)

test('[WE448] a damaged section opens to read as it was before the damage, which is named by its number', async () => {
  const given = await aSharedCase(hub, 'WE-0448')
  const desk = await inSection('bj-tobacco.handler', given)
  await desk.state('saved')
  await desk.editor.pressSequentially('完好的话。')
  await desk.state('saved')
  await desk.page.goto('about:blank')
  const again = await inSection('bj-police-efd.handler', given)
  await again.toEnd()
  await again.page.keyboard.insertText('损坏的话。')
  await again.state('saved')
  await again.page.goto('about:blank')
  const owner = new pg.Client({ connectionString: hub.ownerUrl })
  await owner.connect()
  const { rows } = await owner.query<{ seq: string }>(
    `update room_updates set update = update || '\\x00' where seq =
      (select max(seq) from room_updates where room_id = $1) returning seq`,
    [given.openSection],
  )
  await owner.query('delete from room_snapshots where room_id = $1', [given.openSection])
  await owner.end()
  const reader = await inSection('baoan-tobacco.handler', given)
  await reader.state('damagedReadOnly')
  await reader.page.getByText('本节有一处存储内容已损坏').waitFor()
  await reader.page.getByText(`第 ${rows[0]!.seq} 号修改`).waitFor()
  expect(await reader.editor.innerText()).toContain('完好的话。')
  expect(await reader.editor.innerText()).not.toContain('损坏的话。')
  expect(await reader.editor.getAttribute('contenteditable')).toBe('false')
}, 90_000)

test('[WE521] a damaged section is on the page of its leader and, without its title, of the system administrator', async () => {
  const given = await aSharedCase(hub, 'WE-0521')
  const desk = await inSection('bj-tobacco.handler', given)
  await desk.state('saved')
  await desk.editor.pressSequentially('完好的话。')
  await desk.state('saved')
  await desk.page.goto('about:blank')
  const owner = new pg.Client({ connectionString: hub.ownerUrl })
  await owner.connect()
  await owner.query(
    `update room_updates set update = update || '\\x00' where seq = (select max(seq) from room_updates where room_id = $1)`,
    [given.openSection],
  )
  await owner.query('delete from room_snapshots where room_id = $1', [given.openSection])
  await owner.end()
  const leader = await inSection('bj-tobacco.leader', given)
  await leader.state('damagedReadOnly')
  await leader.page.getByRole('link', { name: '查看受损章节和处理办法' }).click()
  const rowOn = (page: Page) => page.getByRole('row').filter({ hasText: given.openSection })
  await rowOn(leader.page).getByRole('link', { name: '案件事实' }).waitFor()
  await leader.page.getByText('怎样处理').waitFor()
  const administrator = await atDesk(browser, hub.origin, 'lianban-operator.system-admin')
  await administrator.goto(`${hub.origin}/damages`)
  await rowOn(administrator).getByText('未修复').waitFor()
  expect(await rowOn(administrator).innerText()).not.toContain('案件事实')
}, 90_000)

import type { Browser, Page, WebSocketRoute } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { aHub, type HubServer } from '../support/hub-server.ts'
import { aSharedCase, once, type SharedCase } from '../support/shared-case.ts'
import { atDesk } from './desk.ts'

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

/** An officer's page in the open section, with a line to the room that a test cuts and mends. */
async function inSection(subject: string, given: SharedCase) {
  const page = await atDesk(browser, hub.origin, subject)
  const lines = new Set<WebSocketRoute>()
  let isCut = false
  await page.routeWebSocket(/\/rooms\//, (line) => {
    if (isCut) return void line.close({ code: 1001, reason: 'cut' }).catch(() => {})
    lines.add(line)
    const server = line.connectToServer()
    server.onClose(
      (code, reason) => void line.close({ ...(code && { code }), ...(reason && { reason }) }).catch(() => {}),
    )
  })
  const address = `${hub.origin}/cases/${given.caseId}/dossier?section=${given.openSection}`
  await page.goto(address)
  const editor = page.getByRole('textbox', { name: /案件事实/ })
  await editor.waitFor()
  return {
    page,
    editor,
    state: (state: string, ms = 15_000) => page.locator(`[data-state="${state}"]`).waitFor({ timeout: ms }),
    async cut() {
      isCut = true
      for (const line of lines) await line.close().catch(() => {})
    },
    mend() {
      isCut = false
    },
    again: () => page.goto(address),
  }
}

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

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { aHub, type HubServer } from '../support/hub-server.ts'
import { aSharedCase, once, type SharedCase } from '../support/shared-case.ts'
import { atDesk } from './desk.ts'

let hub: HubServer
let browser: Browser
beforeAll(async () => {
  // The round that asks everything anew is far away: what a page learns, it is told.
  hub = await aHub({ cast: true, options: { watchMs: 600_000 } })
  browser = await launchChromium()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await hub?.stop()
})

const beijing = () => hub.client('bj-tobacco.handler')
const recall = async ({ grants }: SharedCase, slug: string) =>
  (await beijing()).grants.recall.mutate(once({ grantId: grants[slug]!, expectedVersion: 1, reason: '协作结束' }))

const within = (page: Page, text: string, ms: number) => page.getByText(text).first().waitFor({ timeout: ms })

test('[WE305] a recall takes the case from an open page and from the list beside it within a second', async () => {
  const given = await aSharedCase(hub, 'WE-0305')
  const page = await atDesk(browser, hub.origin, 'baoan-tobacco.handler')
  const list = await page.context().newPage()
  await list.goto(`${hub.origin}/cases`)
  await within(list, 'WE-0305', 15_000)
  await page.goto(`${hub.origin}/cases/${given.caseId}`)
  await within(page, '跨省销售伪劣电子烟。', 15_000)
  await recall(given, 'baoan-tobacco')
  await within(page, '已不再向您开放', 1000)
  await list.getByText('WE-0305').first().waitFor({ state: 'detached', timeout: 1000 })
  expect(await page.content()).not.toContain('跨省销售伪劣电子烟')
  expect(await page.content()).not.toContain('WE-0305')
}, 60_000)

test('[WE303] a figure that another agency records shows up on an open page by itself', async () => {
  const { caseId } = await aSharedCase(hub, 'WE-0303')
  const page = await atDesk(browser, hub.origin, 'bj-police-efd.handler')
  await page.goto(`${hub.origin}/cases/${caseId}`)
  await within(page, '跨省销售伪劣电子烟。', 15_000)
  await (await beijing()).cases.recordFigure.mutate(
    once({
      caseId,
      measure: 'quantity' as const,
      what: '一次性电子烟',
      amount: 4321,
      unit: '支',
      isApproximate: false,
      asWritten: '4321支',
      source: '笔录',
    }),
  )
  await within(page, '一次性电子烟', 2000)
}, 60_000)

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { aHub, type HubServer } from '../support/hub-server.ts'
import { aSharedCase, once, reportInput, type SharedCase } from '../support/shared-case.ts'
import { atDesk, choose, pick } from './desk.ts'

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

/** A case of Beijing’s that nobody else knows of yet. */
async function aQuietCase(number: string, label: 'internal' | 'core_sensitive') {
  const handler = await beijing()
  const { clueId } = await handler.clues.record.mutate(reportInput())
  const { caseId } = await handler.cases.open.mutate(
    once({
      clueIds: [clueId],
      number,
      name: '未公开的窝点',
      charge: '生产、销售伪劣产品罪',
      summary: '窝点位置尚未惊动。',
      label,
      handlingCode: 'unrestricted' as const,
      region: '110000',
      openedOn: '2025',
    }),
  )
  return caseId
}

test('[WE205] a core sensitive share with one officer waits for the leader and opens to nobody else', async () => {
  const caseId = await aQuietCase('WE-0205', 'core_sensitive')
  const url = `${hub.origin}/cases/${caseId}`
  const handler = await atDesk(browser, hub.origin, 'bj-tobacco.handler')
  await handler.goto(url)
  await handler.getByRole('button', { name: '共享案件' }).click()
  const dialog = handler.getByRole('dialog')
  await pick(dialog, '一名人员')
  await choose(dialog, handler, '接收单位', '北京市公安局')
  await choose(dialog, handler, '人员岗位', '承办民警')
  await pick(dialog, '演示协议〔7〕号')
  await dialog.locator('input[type="date"]').fill('2027-06-30')
  await dialog.getByRole('button', { name: '下一步：核对' }).click()
  await dialog.getByText('待本单位负责人审批').waitFor()
  expect(await dialog.innerText()).toContain('可以审批：北京烟草·负责人')
  expect(await dialog.innerText()).toContain('仅本人')
  await dialog.getByRole('button', { name: '提出共享' }).click()
  await dialog.waitFor({ state: 'hidden' })

  const police = await atDesk(browser, hub.origin, 'bj-police-efd.handler')
  await police.goto(url)
  await within(police, '不在您的知悉范围内', 15_000)
  const leader = await atDesk(browser, hub.origin, 'bj-tobacco.leader')
  await leader
    .getByRole('listitem')
    .filter({ hasText: 'WE-0205' })
    .getByRole('button', { name: '同意', exact: true })
    .click()
  await leader.getByRole('dialog').getByRole('button', { name: '同意', exact: true }).click()
  await leader.getByText('复核共享：WE-0205').first().waitFor({ state: 'detached' })

  await police.goto(url)
  await within(police, '窝点位置尚未惊动。', 15_000)
  const colleague = await atDesk(browser, hub.origin, 'bj-police-efd.leader')
  await colleague.goto(url)
  await within(colleague, '不在您的知悉范围内', 15_000)
  await handler.goto(`${url}/access`)
  await within(handler, '北京环食药·承办民警（仅本人）', 15_000)
}, 120_000)

test('[WE206] a reminder at the desk makes the grant longer by one click, or lets it end', async () => {
  const handler = await beijing()
  const agencies = new Map((await handler.agencies.list.query()).map(({ slug, id }) => [slug, id]))
  const agreement = (await handler.agreements.list.query({})).items.find(({ number }) => number === '演示协议〔3〕号')!
  const soon = new Date(Date.now() + 20 * 86_400_000).toISOString()
  for (const number of ['WE-0206-1', 'WE-0206-2'])
    await handler.grants.give.mutate(
      once({
        record: { kind: 'Case' as const, id: await aQuietCase(number, 'internal') },
        granteeAgencyId: agencies.get('bj-police-efd')!,
        level: 'view' as const,
        withheldFields: [],
        purpose: agreement.purposes[0]!,
        legalBasis: agreement.legalBasis,
        agreementId: agreement.id,
        allowsOnward: false,
        expiresAt: soon,
        remindDays: 30,
      }),
    )
  const page = await atDesk(browser, hub.origin, 'bj-tobacco.handler')
  const line = (number: string) => page.getByRole('listitem').filter({ hasText: `即将到期：${number}` })
  await line('WE-0206-1').getByRole('button', { name: '延长至' }).click()
  await page.getByText('已延长至').first().waitFor()
  await line('WE-0206-1').getByText('至').first().waitFor()
  await line('WE-0206-2').getByRole('button', { name: '到期即止' }).click()
  await line('WE-0206-2').waitFor({ state: 'detached' })
}, 60_000)

test('[WE207] a clue is passed on no further than it was granted, and its owner takes note of that', async () => {
  const shunyi = await hub.client('shunyi-tobacco.handler')
  const { clueId } = await shunyi.clues.record.mutate({ ...reportInput(), title: 'WE-0207 举报' })
  const agencies = new Map((await shunyi.agencies.list.query()).map(({ slug, id }) => [slug, id]))
  const agreement = (await shunyi.agreements.list.query({})).items.find(({ number }) => number === '演示协议〔1〕号')!
  const record = { kind: 'Clue' as const, id: clueId }
  // The report has gone to the superior by rule; what is given now allows more.
  const [auto] = (await shunyi.grants.list.query({ record })).items
  await shunyi.grants.recall.mutate(once({ grantId: auto!.id, expectedVersion: auto!.version, reason: '改按协同办理' }))
  await shunyi.grants.give.mutate(
    once({
      record,
      granteeAgencyId: agencies.get('bj-tobacco')!,
      level: 'view' as const,
      withheldFields: ['identifiers'],
      purpose: '线索报送与核查',
      legalBasis: agreement.legalBasis,
      agreementId: agreement.id,
      allowsOnward: true,
      expiresAt: '2027-06-30T00:00:00.000Z',
    }),
  )
  const page = await atDesk(browser, hub.origin, 'bj-tobacco.handler')
  await page.goto(`${hub.origin}/clues/${clueId}`)
  await page.getByRole('button', { name: '转递' }).first().click()
  const dialog = page.getByRole('dialog')
  await choose(dialog, page, '接收单位', '北京市公安局')
  await dialog.locator('input[type="date"]').fill('2027-01-31')
  expect(await dialog.getByRole('radio', { name: '批注' }).count()).toBe(0)
  expect(await dialog.getByRole('checkbox', { name: '号码标识' }).isDisabled()).toBe(true)
  expect(await dialog.getByRole('checkbox', { name: '号码标识' }).isChecked()).toBe(true)
  await dialog.getByRole('button', { name: '下一步：核对' }).click()
  await dialog.getByText('看不到：号码标识').waitFor()
  await dialog.getByRole('button', { name: '确认转递' }).click()
  await dialog.waitFor({ state: 'hidden' })

  const owner = await atDesk(browser, hub.origin, 'shunyi-tobacco.handler')
  const news = owner.getByRole('listitem').filter({ hasText: '北京烟草已将' })
  await news.getByRole('button', { name: '知悉', exact: true }).click()
  await news.waitFor({ state: 'detached' })
}, 120_000)

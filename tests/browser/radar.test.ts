import { randomUUID } from 'node:crypto'
import { lookByRadar } from '@lianban/hub'
import { makeDrivenClock } from '@lianban/kernel'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { transferPapers } from '../../packages/hub/src/handoffs/a-handoff.ts'
import { launchChromium } from '../support/chromium.ts'
import { aHub, type HubServer } from '../support/hub-server.ts'
import { atDesk } from './desk.ts'

const day = 24 * 3600_000
const clock = makeDrivenClock(new Date())
let hub: HubServer
let browser: Browser
beforeAll(async () => {
  const options = { clock, watchMs: 500, idleMinutes: 90 * 24 * 60, absoluteHours: 90 * 24 }
  ;[hub, browser] = await Promise.all([aHub({ cast: true, options }), launchChromium()])
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await hub?.stop()
})

const once = <Input extends object>(input: Input) => ({ ...input, submissionId: randomUUID() })
const number = '雷〔2026〕1号'

/** A transfer that the police refuse to file, and that nobody contests. */
async function aRefusal() {
  const handler = await hub.client('bj-tobacco.handler')
  const agencies = new Map((await handler.agencies.list.query()).map(({ slug, id }) => [slug, id]))
  const { caseId } = await handler.cases.open.mutate(
    once({
      ...{ number, name: '外地卷烟案', charge: '非法经营', summary: '摘要', region: '110000', clueIds: [] },
      ...{ openedOn: new Date().toISOString().slice(0, 10), label: 'internal' as const },
      handlingCode: 'unrestricted' as const,
    }),
  )
  const { handoffId } = await handler.handoffs.prepare.mutate(
    once({
      ...{ caseId, kind: 'case_transfer', toAgencyId: agencies.get('bj-police-efd')!, number: '雷移〔2026〕1号' },
      ...{ legalBasis: '依据', purpose: '移送', note: '', papers: transferPapers },
    }),
  )
  for (const [subject, move] of [
    ['bj-tobacco.leader', 'dispatch'],
    ['bj-police-efd.duty-officer', 'sign'],
    ['bj-police-efd.leader', 'accept'],
    ['bj-police-efd.handler', 'refuse'],
  ] as const) {
    const officer = await hub.client(subject)
    const { open, version, packageDigest } = await officer.handoffs.find.query({ handoffId })
    const { deed, papers } = open.find((one) => one.move === move)!
    const step = { handoffId, expectedVersion: version, packageDigest, note: '没有犯罪事实', move }
    await officer.handoffs[deed].mutate(
      once({ ...step, papers: papers.map(({ id }) => ({ paper: id, number: '1号' })) }),
    )
  }
}

/** Takes a step that the page of the handoff offers: with the number of its paper, and why. */
async function step(page: Page, deed: string, { paper, why }: { paper?: string; why?: string } = {}) {
  await page.getByRole('button', { name: deed, exact: true }).click()
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'))
  if (paper) await dialog.getByLabel(paper, { exact: false }).fill('1号')
  if (why) await dialog.getByLabel('理由').fill(why)
  await dialog.getByRole('button', { name: deed, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

test('[WE603] from a row of the radar the procurator asks for reasons, is told when they are late, and has the case filed', async () => {
  await aRefusal()
  const procurator = await atDesk(browser, hub.origin, 'bj-procuratorate.procurator')
  const police = await atDesk(browser, hub.origin, 'bj-police-efd.handler')
  clock.advance(4 * day)
  await lookByRadar(hub.hub)

  await procurator.goto(`${hub.origin}/radar`)
  const row = procurator.locator('li').filter({ hasText: number }).filter({ hasText: '既未申请复议' })
  await row.getByRole('button', { name: '开启监督' }).click()
  const dialog = procurator.getByRole('dialog').or(procurator.getByRole('alertdialog'))
  await dialog.getByText('要求说明不立案理由通知书').waitFor()
  await dialog.getByLabel('文书文号').fill('京检监〔2026〕1号')
  await dialog.getByRole('button', { name: '开启监督' }).click()
  await procurator.waitForURL(/handoffs\/[0-9a-f-]{36}/)
  const letter = procurator.url()
  await step(procurator, '发出')

  await police.goto(letter)
  expect(await police.content()).not.toContain('外地卷烟案')
  await step(police, '签收')
  clock.advance(20 * day)
  await procurator.goto(hub.origin)
  await procurator.getByText('逾期未说明不立案理由').waitFor()
  await police.goto(letter)
  await step(police, '说明不立案理由', { paper: '不立案理由说明书', why: '数额未达标准' })
  await police.getByText('逾期办理').first().waitFor()

  await procurator.goto(letter)
  await procurator.getByText('数额未达标准').waitFor()
  await step(procurator, '通知立案', { paper: '通知立案书', why: '数额已达标准' })
  await procurator.getByText('按通知立案').first().waitFor()
  clock.advance(2 * day)
  await police.goto(letter)
  await step(police, '按通知立案', { paper: '立案通知书' })
  await procurator.goto(`${hub.origin}/radar`)
  await procurator.getByText('已开启监督 京检监〔2026〕1号：已按通知立案').waitFor()
}, 600_000)

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { aHub, type HubServer } from '../support/hub-server.ts'
import { atDesk, pick } from './desk.ts'

let hub: HubServer
let browser: Browser
beforeAll(async () => {
  ;[hub, browser] = await Promise.all([aHub({ cast: true, options: { watchMs: 600_000 } }), launchChromium()])
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await hub?.stop()
})

test('[WE580] an administrator sets a webhook up, takes the secret along, and is warned before switching it off', async () => {
  const page = await atDesk(browser, hub.origin, 'bj-tobacco.agency-admin')
  await page.goto(`${hub.origin}/notices?box=webhooks`)
  await page.getByText('没有登记推送地址').waitFor()
  await page.getByRole('button', { name: '登记推送地址' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('名称').fill('值班系统')
  await dialog.getByLabel('地址', { exact: false }).last().fill('https://10.0.0.8/hook')
  await pick(dialog, '限时2小时协查')
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.getByText('不得包含用户名、口令或指向内部网络的 IP 地址').waitFor()
  await dialog.getByLabel('地址', { exact: false }).last().fill('https://duty.example.cn/hook')
  await dialog.getByRole('button', { name: '保存' }).click()
  expect(await dialog.getByText('whsec_').textContent()).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  await dialog.getByRole('button', { name: '关闭' }).last().click()

  await page.getByText('https://duty.example.cn/hook').waitFor()
  await page.getByRole('button', { name: '送达记录' }).click()
  await page.getByText('还没有推送过').waitFor()
  await page.getByRole('button', { name: '修改' }).click()
  await pick(dialog, '启用')
  await dialog.getByRole('button', { name: '停用并保存' }).click()
  await page.getByText('已停用').waitFor()
}, 120_000)

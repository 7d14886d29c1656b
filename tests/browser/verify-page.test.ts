import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { makeBundle, verifierKeyText } from '@lianban/audit'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aLog } from '../../packages/audit/src/a-log.ts'
import { launchChromium } from '../support/chromium.ts'

const log = aLog(600)
const beijing = { 'a-1': { zh: '北京市烟草专卖局', en: 'Beijing Tobacco' } }
const trust = JSON.stringify({
  log: verifierKeyText(log.signer.key),
  witnesses: log.trust.witnesses.map(({ agency, key }) => ({ agency, key: verifierKeyText(key) })),
  quorum: [{ need: 1, of: ['procuratorate'] }],
})
let folder: string
let browser: Browser
let page: Page
const asked: string[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lianban-stick-'))
  browser = await launchChromium()
  page = await browser.newPage()
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(pathToFileURL(resolve(import.meta.dirname, '../../apps/web/dist/verify.html')).href)
})
afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true, force: true })
})

async function verdictOn(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const paths: string[] = []
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(folder, name), text)
    paths.push(join(folder, name))
  }
  await page.setInputFiles('#files', paths)
  await page.waitForSelector(`article h2:text-is("${Object.keys(files).at(-1)}")`)
  return page.innerText('main')
}

test('[AU46] the page opens from a stick, verifies a receipt and asks nobody anything', async () => {
  expect(await page.innerText('main')).toContain('尚无信任清单')
  const receipt = await log.receipt(433, beijing)
  const told = await verdictOn({ 'trust.json': trust, 'receipt.json': receipt })
  expect(told).toContain('有效：条目确在日志中')
  expect(told).toContain('签收移送 signed for the handoff')
  expect(told).toContain('433 / 600（hub.example/log）')
  expect(told).toContain('procuratorate')
  expect(told).toContain('police（国密签名')
  expect(asked.every((url) => url.startsWith('file:'))).toBe(true)
})

test('[AU65] the same page opens a bundle, names its receipts, and refuses one that was changed', async () => {
  const files = [
    { name: 'case.json', bytes: Buffer.from('{}\n') },
    { name: 'receipts/a.json', bytes: Buffer.from(await log.receipt(433, beijing)) },
  ]
  const about = { kind: 'Case', id: 'a-case', name: { zh: '跨省案', en: 'A case' } }
  const archive = makeBundle(log.signer, { about, madeFor: { zh: '承办员', en: 'Handler' }, madeAt: 0 }, files)
  await verdictOn({ 'trust.json': trust, 'receipt.json': await log.receipt(1) })
  const told = await verdictOn({ 'case.zip': archive })
  for (const part of ['案件包完整', '跨省案', 'receipts/a.json', '全部文件 all files: 2']) expect(told).toContain(part)
  const changed = Uint8Array.from(archive)
  changed[60]! ^= 1
  expect(await verdictOn({ 'changed.zip': changed })).toContain('不是完整的案件包')
  expect(asked.every((url) => /^(file|blob):/.test(url))).toBe(true)
})

test('[AU46] the page says what is wrong with a receipt that was changed', async () => {
  const receipt = await log.receipt(433, beijing)
  expect(await verdictOn({ 'changed.json': receipt.replace('handoff.sign', 'handoff.sigh') })).toContain(
    '不是日志的第 433 号条目',
  )
  expect(await verdictOn({ 'names.json': receipt.replace('北京市', '河北省') })).toContain('在出具后被改动')
  expect(await verdictOn({ 'bare.json': await log.receipt(433, {}, log.checkpoint()) })).toContain('见证不足')
})

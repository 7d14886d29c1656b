import { publishedCases, publishedClues, story } from '@lianban/demo'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { aHub, type HubServer } from '../support/hub-server.ts'
import { atDesk, choose, pick } from './desk.ts'

const published = publishedCases.find((one) => one.number === story.caseNumber)!
const report = publishedClues.find((one) => one.key === story.clueKey)!
const names: Record<string, string> = {
  'bj-tobacco': '北京市烟草专卖局',
  'bj-police-efd': '北京市公安局环境食品药品和旅游安全保卫总队',
  'baoan-tobacco': '深圳市宝安区烟草专卖局',
  'guilin-tobacco': '桂林市烟草专卖局',
  'bj-procuratorate': '北京市人民检察院',
}
const levels = { view: '查看', comment: '批注', contribute: '参与编写', co_handle: '协同办理' }

describe('BJ-0521 in the browser', { timeout: 180_000 }, () => {
  let hub: HubServer
  let browser: Browser
  const desks = new Map<string, Promise<Page>>()
  const faults: string[] = []
  const at = (subject: string): Promise<Page> => {
    const desk = desks.get(subject) ?? atDesk(browser, hub.origin, subject).then(watched)
    desks.set(subject, desk)
    return desk
  }
  const watched = (page: Page) => {
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (line) => line.type() === 'error' && faults.push(line.text().slice(0, 300)))
    return page
  }
  let caseUrl: string
  let clueUrl: string
  let handoffUrl: string

  beforeAll(async () => {
    ;[hub, browser] = await Promise.all([aHub({ cast: true }), launchChromium()])
  })
  afterAll(async () => {
    await browser?.close()
    await hub?.stop()
  })

  // The last look of every desk, for whoever has to find out why.
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return
    for (const [subject, desk] of desks)
      await (await desk).screenshot({ path: `tests/browser/shots/${subject}.png` }).catch(() => {})
  })

  const share = async (page: Page, invitation: (typeof story.invitations)[number]) => {
    const dialog = page.getByRole('dialog')
    await choose(dialog, page, '接收单位', names[invitation.granteeSlug]!)
    await pick(dialog, invitation.agreementNumber)
    await pick(dialog, levels[invitation.level])
    await choose(dialog, page, '共享目的', invitation.purpose)
    await dialog.getByLabel('法律依据').fill(invitation.legalBasis)
    await dialog
      .locator('input[type="date"], input:not([type="radio"])')
      .and(dialog.getByLabel('有效期至'))
      .first()
      .fill('2027-06-30')
    if (invitation.allowsOnward) await pick(dialog, '允许接收单位再次转递')
    await dialog.getByRole('button', { name: '下一步：核对' }).click()
    await dialog.getByText('确认后').waitFor()
    const words = await dialog.innerText()
    await dialog.getByRole('button', { name: '确认共享' }).click()
    await dialog.waitFor({ state: 'hidden' })
    return words
  }

  test('1. the intake officer records the public report and reports it upward', async () => {
    const page = await at('shunyi-tobacco.intake')
    await page.getByRole('link', { name: '登记线索' }).first().click()
    await page.getByLabel('标题').fill(report.title)
    await page.getByLabel('内容').fill(report.content)
    await page.getByLabel('反映日期').first().fill('2024-11')
    await page.getByLabel('地点').fill(report.place)
    await pick(page, '敏感')
    await pick(page, '不得据此公开行动')
    await page.getByRole('button', { name: '添加物品' }).click()
    await choose(page, page, '品类', '烟弹')
    await pick(page, '向未成年人销售')
    await page.getByRole('button', { name: '保存线索' }).click()
    await page.getByRole('heading', { name: report.title }).waitFor()
    clueUrl = page.url()
    await page.getByRole('button', { name: '共享' }).click()
    const words = await share(page, story.clueInvitation)
    expect(words).toContain('北京市烟草专卖局将以“协同办理”级别获得授权')
  })

  test('2. the handler opens the case from the clue and reads who will see what before sharing', async () => {
    const page = await at('bj-tobacco.handler')
    await page.goto(clueUrl)
    await page.getByRole('link', { name: '立案' }).click()
    await page.getByRole('button', { name: '不关联此线索' }).waitFor()
    await page.getByLabel('案件编号').fill(published.number)
    await page.getByLabel('案件名称').fill(published.name)
    await page.getByLabel('案由').fill(published.charge)
    await page.getByLabel('案情摘要').fill(published.summary)
    await page.getByLabel('立案日期').first().fill(published.openedOn)
    await page.getByRole('button', { name: '确认立案' }).click()
    await page.getByRole('heading', { name: published.name }).waitFor()
    caseUrl = page.url()

    const said: string[] = []
    for (const invitation of story.invitations) {
      await page.getByRole('button', { name: '共享案件' }).click()
      said.push(await share(page, invitation))
    }
    expect(said[1]).toContain('深圳市宝安区烟草专卖局将以“参与编写”级别获得授权，目的：联合查办跨省电子烟网络案件')
    expect(said[1]).toMatch(/承办员（1 人）可以：查看案件/)
    await page.goto(`${caseUrl}/access`)
    for (const { granteeSlug, purpose } of story.invitations) {
      await page.getByText(names[granteeSlug]!).first().waitFor()
      await page.getByText(purpose).first().waitFor()
    }
  })

  test('2. a figure keeps its source and its wording on the page', async () => {
    const page = await at('bj-tobacco.handler')
    await page.goto(caseUrl)
    await page.getByRole('button', { name: '登记数量与金额' }).click()
    const dialog = page.getByRole('dialog')
    await choose(dialog, page, '指标', '案值')
    await dialog.getByLabel('对象').fill('实物案值')
    await dialog.getByLabel('数值').fill('22131600')
    await dialog.getByLabel('原文表述').fill('实物案值2213.16万元')
    await dialog.getByLabel('来源', { exact: false }).last().fill('公开报道（北京，2025）')
    await dialog.getByRole('button', { name: '登记' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByText('2,213.16 万元').waitFor()
    await page.getByText('“实物案值2213.16万元”').waitFor()
  })

  test('3. three agencies write one section together and see each other by name and agency', async () => {
    const writers = ['bj-tobacco.handler', 'bj-police-efd.handler', 'baoan-tobacco.handler'] as const
    const [lead, police, baoan] = (await Promise.all(writers.map((writer) => at(writer)))) as [Page, Page, Page]
    await lead.goto(`${caseUrl}/dossier`)
    for (const section of story.sections) {
      await lead.getByRole('button', { name: '新增一节' }).click()
      const dialog = lead.getByRole('dialog')
      await dialog
        .getByLabel('标题', { exact: true })
        .or(dialog.getByRole('textbox', { name: '标题' }))
        .first()
        .fill(section.title)
      if (section.audience === 'members') {
        await pick(dialog, '仅限指定单位')
        await pick(dialog, names['bj-police-efd']!)
      }
      await dialog.getByRole('button', { name: '新增', exact: true }).click()
      await dialog.waitFor({ state: 'hidden' })
    }
    const [first, second] = story.sections
    await Promise.all([lead, police, baoan].map((page) => page.goto(`${caseUrl}/dossier`)))
    for (const page of [lead, police, baoan]) {
      await page.getByRole('heading', { name: first!.title }).waitFor()
      await page.getByText('已连接 · 所有修改已保存').waitFor()
    }
    const texts = first!.paragraphs.map(({ text }) => text)
    await Promise.all(
      [lead, police, baoan].map(async (page, i) => {
        const editor = page.locator('.ProseMirror')
        await editor.click()
        await page.keyboard.press('Control+End')
        await page.keyboard.type(`${texts[i]} `, { delay: 2 })
      }),
    )
    for (const page of [lead, police, baoan]) {
      await page.getByText('已连接 · 所有修改已保存').waitFor()
      await expect
        .poll(async () => (await page.locator('.ProseMirror').innerText()).length, { timeout: 15_000 })
        .toBeGreaterThan(texts.join('').length)
    }
    const [one, two, three] = await Promise.all([lead, police, baoan].map((page) => written(page)))
    expect(two).toBe(one)
    expect(three).toBe(one)
    const carets = await lead.locator('.section-caret-name').allInnerTexts()
    expect(carets.join()).toContain('北京环食药 北京环食药·承办民警')
    expect(carets.join()).toContain('宝安烟草 宝安烟草·承办员')

    await police.getByText(second!.title).first().waitFor()
    await baoan.getByText('本节仅限指定单位阅读').waitFor()
    expect(await baoan.content()).not.toContain(second!.title)
  })

  test('4. the case goes to the police as a frozen package; both sides see the receipts', async () => {
    const { handoff } = story
    const handler = await at('bj-tobacco.handler')
    await handler.goto(`${caseUrl}/handoffs`)
    await handler.getByRole('button', { name: '准备移送' }).first().click()
    const dialog = handler.getByRole('dialog')
    await choose(dialog, handler, '接收单位', names['bj-police-efd']!)
    await dialog.getByLabel('文号').fill(handoff.number)
    await dialog.getByLabel('移送目的').fill(handoff.purpose)
    await dialog.getByLabel('法律依据').fill(handoff.legalBasis)
    for (const paper of ['涉嫌犯罪案件情况的调查报告', '涉案物品清单', '有关检验报告', '抄送同级检察院'])
      await pick(dialog, paper)
    await dialog.getByRole('button', { name: '冻结并准备' }).click()
    await handler.waitForURL(/handoffs\/[0-9a-f-]{36}/)
    handoffUrl = handler.url()

    const step = async (subject: string, deed: string) => {
      const page = await at(subject)
      await page.goto(handoffUrl)
      await page.getByRole('button', { name: deed, exact: true }).click()
      const confirm = page.getByRole('dialog').or(page.getByRole('alertdialog'))
      await confirm.getByRole('button', { name: deed, exact: true }).click()
      await confirm.waitFor({ state: 'hidden' })
    }
    await step('bj-tobacco.leader', '发出')
    const duty = await at('bj-police-efd.handler')
    await duty.goto(hub.origin)
    await duty.getByText(handoff.number).first().waitFor()
    await step('bj-police-efd.handler', '签收')
    await step('bj-police-efd.leader', '受理')
    for (const subject of ['bj-tobacco.handler', 'bj-police-efd.handler']) {
      const page = await at(subject)
      await page.goto(handoffUrl)
      await expect.poll(() => page.getByText('与移送包摘要一致').count(), { timeout: 15_000 }).toBe(3)
    }
  })

  test('5. the procurator reads everything handed over and is offered no change', async () => {
    const page = await at('bj-procuratorate.procurator')
    await page.goto(caseUrl)
    await page.getByText('只读 · 检察监督').waitFor()
    for (const deed of ['共享案件', '登记数量与金额', '登记办案经过', '准备移送'])
      expect(await page.getByRole('button', { name: deed }).count(), deed).toBe(0)
    await page.goto(`${caseUrl}/dossier`)
    await page.getByText('已连接 · 只读').waitFor()
    await expect.poll(() => page.locator('.ProseMirror').innerText(), { timeout: 15_000 }).toContain('2024年11月')
    expect(await page.locator('.ProseMirror').getAttribute('contenteditable')).toBe('false')
    await page.goto(`${caseUrl}/handoffs`)
    await page.getByText(story.handoff.number).first().click()
    await page.getByText('涉嫌犯罪案件移送书').first().waitFor()
  })

  test('6. an officer never invited finds nothing, and a wrong link says the same', async () => {
    const page = await at('hebei-tobacco.handler')
    await page.goto(`${hub.origin}/cases`)
    await page.getByText('还没有您可以查看的案件').waitFor()
    await page.goto(`${hub.origin}/search?q=${encodeURIComponent('电子烟')}`)
    expect(await page.content()).not.toContain(published.name)
    const said = async (url: string) => {
      await page.goto(url)
      await page.getByText('不在您的知悉范围内').first().waitFor()
      return page.locator('main').innerText()
    }
    const absent = `${hub.origin}/cases/01900000-0000-7000-8000-000000000000`
    expect(await said(caseUrl)).toBe(await said(absent))
  })

  test('7. the audit tab tells every step, the refused ones too', async () => {
    const page = await at('bj-tobacco.handler')
    await page.goto(`${caseUrl}/audit`)
    await page.getByText('日志树根').waitFor()
    await expect
      .poll(() => page.locator('main').innerText(), { timeout: 15_000 })
      .toContain('河北烟草·承办员 试图查看案件')
    const text = await page.locator('main').innerText()
    for (const part of [
      '顺义烟草·线索受理员 登记线索',
      '北京烟草·承办员 立案 BJ-0521',
      '以“参与编写”级别共享给 宝安烟草',
      '宝安烟草·承办员 打开卷宗 《案件事实与跨省网络》',
      '北京烟草·负责人 批准并发出移送',
      '北京环食药·承办民警 签收移送',
      '北京环食药·负责人 受理移送',
      '北京检察·检察官 查看案件',
    ])
      expect(text).toContain(part)
    expect(text).toMatch(/已入树 #\d+/)
  })

  test('the pages reported no fault of their own on the way', () => {
    // A refused record is answered 404 and the browser writes that down; everything else is a fault.
    expect(faults.filter((line) => !/status of 404/.test(line))).toEqual([])
  })
})

const written = async (page: Page): Promise<string> =>
  page.locator('.ProseMirror').evaluate((element) => {
    const copy = element.cloneNode(true) as {
      querySelectorAll(s: string): Iterable<{ remove(): void }>
      textContent: string
    }
    for (const caret of copy.querySelectorAll('.section-caret')) caret.remove()
    // Names of carets and the joiners around them are no part of the text.
    return copy.textContent.replaceAll('\u2060', '')
  })
